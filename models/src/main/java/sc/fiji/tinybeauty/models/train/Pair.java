package sc.fiji.tinybeauty.models.train;

import java.util.BitSet;

/**
 * One aligned face without and with make-up. Pixels are 8-bit sRGB, interleaved
 * (r, g, b of pixel 0, of pixel 1, ...), row by row; both pictures have the same
 * framing, so that their difference is the make-up and nothing else.
 */
public final class Pair {

	private final String name;
	private final String tone;
	private final double weight;
	private final boolean validation;
	private final int size;
	private final byte[] bare;
	private final byte[] made;
	private final byte[] eyes;
	private final BitSet changed;

	/**
	 * @param name name of the picture, for tables
	 * @param tone skin tone group, for balance and tables; any text
	 * @param weight how often to draw this face relative to others of its tone
	 *          group, positive
	 * @param validation whether the face is kept from training
	 * @param size width and height in pixels
	 * @param bare {@code size * size * 3} bytes
	 * @param made {@code size * size * 3} bytes
	 * @param eyes mask of the eyes with lids and lashes, 0..255, {@code size *
	 *          size} bytes; empty if unknown
	 * @throws IllegalArgumentException if an array has another length
	 */
	public Pair(final String name, final String tone, final double weight,
		final boolean validation, final int size, final byte[] bare,
		final byte[] made, final byte[] eyes)
	{
		final int pixels = size * size;
		if (bare.length != 3 * pixels || made.length != 3 * pixels)
			throw new IllegalArgumentException("The pictures of the pair " + name +
				" do not have " + size + " x " + size +
				" RGB pixels; crop both in the same way.");
		if (eyes.length != 0 && eyes.length != pixels)
			throw new IllegalArgumentException("The eye mask of the pair " + name +
				" does not fit its pictures.");
		if (!(weight > 0)) throw new IllegalArgumentException("The weight of " +
			name + " is not positive.");
		this.name = name;
		this.tone = tone;
		this.weight = weight;
		this.validation = validation;
		this.size = size;
		this.bare = bare;
		this.made = made;
		this.eyes = eyes;
		changed = new BitSet(pixels);
		for (int i = 0; i < bare.length; i++)
			if (bare[i] != made[i]) changed.set(i / 3);
	}

	/** @return name of the picture */
	public String name() {
		return name;
	}

	/** @return skin tone group */
	public String tone() {
		return tone;
	}

	/** @return how often to draw it relative to others of its tone group */
	public double weight() {
		return weight;
	}

	/** @return whether it is kept from training */
	public boolean validation() {
		return validation;
	}

	/** @return width and height in pixels */
	public int size() {
		return size;
	}

	/** @return the bare pixels themselves, not a copy */
	public byte[] bare() {
		return bare;
	}

	/** @return the made-up pixels themselves, not a copy */
	public byte[] made() {
		return made;
	}

	/** @return whether pixel {@code i} (row by row) has make-up */
	boolean changed(final int i) {
		return changed.get(i);
	}

	/** @return the eye mask itself, not a copy; empty if unknown */
	public byte[] eyes() {
		return eyes;
	}
}
