package sc.fiji.tinybeauty.ops.image;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/** Three channels, each with its own display range. */
final class ChannelsPlane implements RgbPlane {

	private final RandomAccessibleInterval<? extends RealType<?>> image;
	private final DisplayRange[] ranges;
	private final boolean whole;

	ChannelsPlane(final RandomAccessibleInterval<? extends RealType<?>> image,
		final DisplayRange... ranges)
	{
		PlaneSize.require(image.dimension(0), image.dimension(1));
		this.image = image;
		this.ranges = ranges.clone();
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
		final RandomAccess<? extends RealType<?>> pixel = image.randomAccess();
		for (int c = 0; c < 3; c++) {
			moveTo(pixel, x, y, c);
			for (int i = c * n; i < (c + 1) * n; i++, pixel.fwd(0))
				rgb[i] = ranges[c].toUnit(pixel.get().getRealDouble());
		}
	}

	@Override
	public void write(final int x, final int y, final int n, final float[] rgb) {
		final RandomAccess<? extends RealType<?>> pixel = image.randomAccess();
		for (int c = 0; c < 3; c++) {
			moveTo(pixel, x, y, c);
			for (int i = c * n; i < (c + 1) * n; i++, pixel.fwd(0))
				DisplayRange.set(pixel.get(), ranges[c].toValue(rgb[i]), whole);
		}
	}

	private void moveTo(final RandomAccess<?> pixel, final int x, final int y,
		final int c)
	{
		pixel.setPosition(image.min(0) + x, 0);
		pixel.setPosition(image.min(1) + y, 1);
		pixel.setPosition(image.min(2) + c, 2);
	}
}
