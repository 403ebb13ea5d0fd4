package sc.fiji.tinybeauty.ops.image;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/** A 24-bit photograph in any ImgLib2 image, a view for example. */
final class ArgbPlane implements RgbPlane {

	private final RandomAccessibleInterval<ARGBType> image;

	ArgbPlane(final RandomAccessibleInterval<ARGBType> image) {
		PlaneSize.require(image.dimension(0), image.dimension(1));
		this.image = image;
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
		final RandomAccess<ARGBType> pixel = at(x, y);
		for (int i = 0; i < n; i++, pixel.fwd(0)) {
			final int p = pixel.get().get();
			rgb[i] = (p >> 16 & 0xff) * Argb.UNIT;
			rgb[n + i] = (p >> 8 & 0xff) * Argb.UNIT;
			rgb[2 * n + i] = (p & 0xff) * Argb.UNIT;
		}
	}

	@Override
	public void write(final int x, final int y, final int n, final float[] rgb) {
		final RandomAccess<ARGBType> pixel = at(x, y);
		for (int i = 0; i < n; i++, pixel.fwd(0)) {
			final ARGBType value = pixel.get();
			value.set(value.get() & 0xff000000 | Argb.pack(rgb[i], rgb[n + i], rgb[2 *
				n + i]));
		}
	}

	private RandomAccess<ARGBType> at(final int x, final int y) {
		final RandomAccess<ARGBType> access = image.randomAccess();
		access.setPosition(image.min(0) + x, 0);
		access.setPosition(image.min(1) + y, 1);
		return access;
	}
}
