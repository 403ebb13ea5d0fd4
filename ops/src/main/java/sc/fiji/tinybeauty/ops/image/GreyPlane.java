package sc.fiji.tinybeauty.ops.image;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/** One channel, read as grey; a colour is written as its luma. */
final class GreyPlane implements RgbPlane {

	private final RandomAccessibleInterval<? extends RealType<?>> image;
	private final DisplayRange range;
	private final boolean whole;

	GreyPlane(final RandomAccessibleInterval<? extends RealType<?>> image,
		final DisplayRange range)
	{
		PlaneSize.require(image.dimension(0), image.dimension(1));
		this.image = image;
		this.range = range;
		whole = image.getType() instanceof IntegerType;
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
		final RandomAccess<? extends RealType<?>> pixel = at(x, y);
		for (int i = 0; i < n; i++, pixel.fwd(0)) {
			final float v = range.toUnit(pixel.get().getRealDouble());
			rgb[i] = v;
			rgb[n + i] = v;
			rgb[2 * n + i] = v;
		}
	}

	@Override
	public void write(final int x, final int y, final int n, final float[] rgb) {
		final RandomAccess<? extends RealType<?>> pixel = at(x, y);
		for (int i = 0; i < n; i++, pixel.fwd(0))
			DisplayRange.set(pixel.get(), range.toValue(Luma.of(rgb[i], rgb[n + i],
				rgb[2 * n + i])), whole);
	}

	private RandomAccess<? extends RealType<?>> at(final int x, final int y) {
		final RandomAccess<? extends RealType<?>> access = image.randomAccess();
		access.setPosition(image.min(0) + x, 0);
		access.setPosition(image.min(1) + y, 1);
		return access;
	}
}
