package sc.fiji.tinybeauty.ops.image;

import java.util.Arrays;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.GenericByteType;

/**
 * 8-bit indices into a table of colours. A colour is written as the index of
 * the nearest colour of the table; a pixel that has it already is kept.
 */
final class IndexedPlane implements RgbPlane {

	private final RandomAccessibleInterval<? extends GenericByteType<?>> image;
	private final int[] colors;

	IndexedPlane(
		final RandomAccessibleInterval<? extends GenericByteType<?>> image,
		final int[] colors)
	{
		PlaneSize.require(image.dimension(0), image.dimension(1));
		if (colors.length == 0 || colors.length > 256)
			throw new IllegalArgumentException("A colour table has 1 to 256 colours, not " +
				colors.length + ".");
		this.image = image;
		// Indices beyond a short table show its last colour.
		this.colors = Arrays.copyOf(colors, 256);
		Arrays.fill(this.colors, colors.length, 256, colors[colors.length - 1]);
	}

	@Override
	public int width() {
		return (int) image.dimension(0);
	}

	@Override
	public int height() {
		return (int) image.dimension(1);
	}

	@Override
	public void read(final int x, final int y, final int n, final float[] rgb) {
		final RandomAccess<? extends GenericByteType<?>> pixel = at(x, y);
		for (int i = 0; i < n; i++, pixel.fwd(0)) {
			final int p = colors[pixel.get().getByte() & 0xff];
			rgb[i] = (p >> 16 & 0xff) * Argb.UNIT;
			rgb[n + i] = (p >> 8 & 0xff) * Argb.UNIT;
			rgb[2 * n + i] = (p & 0xff) * Argb.UNIT;
		}
	}

	@Override
	public void write(final int x, final int y, final int n, final float[] rgb) {
		final RandomAccess<? extends GenericByteType<?>> pixel = at(x, y);
		for (int i = 0; i < n; i++, pixel.fwd(0)) {
			final int color = Argb.pack(rgb[i], rgb[n + i], rgb[2 * n + i]);
			final GenericByteType<?> index = pixel.get();
			if ((colors[index.getByte() & 0xff] & 0xffffff) != color) index.setByte(
				(byte) nearest(color));
		}
	}

	private int nearest(final int color) {
		int best = 0;
		int least = Integer.MAX_VALUE;
		for (int i = 0; i < colors.length; i++) {
			final int r = (colors[i] >> 16 & 0xff) - (color >> 16 & 0xff);
			final int g = (colors[i] >> 8 & 0xff) - (color >> 8 & 0xff);
			final int b = (colors[i] & 0xff) - (color & 0xff);
			final int distance = r * r + g * g + b * b;
			if (distance < least) {
				least = distance;
				best = i;
			}
		}
		return best;
	}

	private RandomAccess<? extends GenericByteType<?>> at(final int x,
		final int y)
	{
		final RandomAccess<? extends GenericByteType<?>> access = image
			.randomAccess();
		access.setPosition(image.min(0) + x, 0);
		access.setPosition(image.min(1) + y, 1);
		return access;
	}
}
