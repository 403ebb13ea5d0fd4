package sc.fiji.tinybeauty.models.annotate;

import java.util.Arrays;

/**
 * What was painted by hand on a rendered face: for every pixel the difference of
 * red, green and blue, in steps of 8 bits. It is kept when the recipe changes and
 * added to what is rendered then; where nothing was painted the render stays as
 * it is.
 * <p>
 * Pictures are {@code 0xRRGGBB} per pixel, row by row; bits above are ignored.
 * </p>
 */
public final class Correction {

	private final short[] difference;

	private Correction(final short[] difference) {
		this.difference = difference;
	}

	/** @return no correction of a picture of so many pixels */
	public static Correction none(final int pixels) {
		return new Correction(new short[3 * pixels]);
	}

	/**
	 * What a person changed since this correction was shown. Pixels that were not
	 * touched keep the correction they have, also where it had been cut off at
	 * black or white.
	 *
	 * @param render the rendered picture without any correction
	 * @param painted the picture with this correction after painting went on
	 * @return the correction with the new strokes; this one if there are none
	 * @throws IllegalArgumentException if the sizes differ
	 */
	public Correction plus(final int[] render, final int[] painted) {
		requireSize(render);
		requireSize(painted);
		short[] now = null;
		for (int i = 0; i < painted.length; i++) {
			if (((at(render, i) ^ painted[i]) & 0xffffff) == 0) continue;
			if (now == null) now = difference.clone();
			for (int c = 0; c < 3; c++)
				now[3 * i + c] = (short) (channel(painted[i], c) - channel(render[i], c));
		}
		return now == null ? this : new Correction(now);
	}

	/**
	 * @param render a rendered picture
	 * @return the same with this correction; values beyond 0..255 are cut off
	 * @throws IllegalArgumentException if the sizes differ
	 */
	public int[] on(final int[] render) {
		requireSize(render);
		final int[] made = new int[render.length];
		for (int i = 0; i < made.length; i++)
			made[i] = at(render, i);
		return made;
	}

	private int at(final int[] render, final int i) {
		int rgb = 0;
		for (int c = 0; c < 3; c++)
			rgb |= Math.max(0, Math.min(255, channel(render[i], c) + difference[3 * i +
				c])) << 16 - 8 * c;
		return rgb;
	}

	private static int channel(final int rgb, final int c) {
		return rgb >> 16 - 8 * c & 255;
	}

	/** @return number of pixels that were changed by hand */
	public int pixels() {
		int n = 0;
		for (int i = 0; i < difference.length; i += 3)
			if (difference[i] != 0 || difference[i + 1] != 0 || difference[i + 2] != 0)
				n++;
		return n;
	}

	/** @return whether nothing was changed */
	public boolean isNone() {
		return pixels() == 0;
	}

	private void requireSize(final int[] picture) {
		if (3 * picture.length != difference.length)
			throw new IllegalArgumentException("The picture has " + picture.length +
				" pixels instead of " + difference.length / 3 +
				"; keep the size of a face while it is annotated.");
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof final Correction c && Arrays.equals(difference,
			c.difference);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(difference);
	}
}
