package sc.fiji.tinybeauty.ops.geometry;

import java.util.Arrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/**
 * Cuts aligned crops out of photographs and puts them back.
 * <p>
 * Scaling down averages over the area of each pixel, so that no detail folds
 * into false patterns: exactly for upright crops, by up to nine bilinear
 * samples of an averaged photograph for rotated ones. Scaling up is bilinear.
 * Averages are those of the encoded values, as other image tools make them.
 * </p>
 */
public final class Crops {

	private Crops() {}

	/**
	 * Cuts out a crop; outside the photograph its edge goes on.
	 *
	 * @param photo is read, within the bounding box of the crop only
	 * @param cropToPhoto from continuous crop to photograph coordinates
	 * @param crop receives the crop; axes X, Y, C, three channels
	 */
	public static void crop(final RgbPlane photo, final Similarity cropToPhoto,
		final RandomAccessibleInterval<FloatType> crop)
	{
		crop(photo, cropToPhoto, Border.REPLICATE, crop);
	}

	/**
	 * Cuts out a crop.
	 *
	 * @param photo is read, within the bounding box of the crop only
	 * @param cropToPhoto from continuous crop to photograph coordinates
	 * @param border what lies outside the photograph
	 * @param crop receives the crop; axes X, Y, C, three channels
	 */
	public static void crop(final RgbPlane photo, final Similarity cropToPhoto,
		final Border border, final RandomAccessibleInterval<FloatType> crop)
	{
		final RgbPlane target = RgbPlanes.tensor(crop);
		final double scale = cropToPhoto.scale();
		if (!(scale > 0) || !Double.isFinite(scale + cropToPhoto.tx() + cropToPhoto
			.ty())) throw new IllegalArgumentException(
				"A crop needs a position and a size, not " + cropToPhoto + ".");
		final boolean upright = cropToPhoto.a() > 0 && Math.abs(cropToPhoto
			.b()) < 1e-9;
		if (upright && scale >= 1) UprightAverage.crop(photo, cropToPhoto, border,
			target);
		else RotatedAverage.crop(photo, cropToPhoto, border, target);
	}

	/**
	 * Frames a whole photograph, centred, in a square; see
	 * {@link Border#ZERO} for the bars beside it.
	 *
	 * @param width of the photograph
	 * @param height of the photograph
	 * @param size side of the square in pixels
	 * @return the similarity from square to photograph
	 */
	public static Similarity letterbox(final int width, final int height,
		final int size)
	{
		return Similarity.squareTo(width / 2.0, height / 2.0, Math.max(width,
			height), 0, size);
	}

	/**
	 * Puts a crop back where it was cut out: bilinear samples of it replace the
	 * pixels whose centres lie inside.
	 *
	 * @param crop axes X, Y, C, three channels
	 * @param cropToPhoto from continuous crop to photograph coordinates
	 * @param photo is written, inside the crop only
	 */
	public static void place(final RandomAccessibleInterval<FloatType> crop,
		final Similarity cropToPhoto, final RgbPlane photo)
	{
		final int w = (int) crop.dimension(0), h = (int) crop.dimension(1);
		final BilinearSampler sampler = BilinearSampler.of(RgbPlanes.tensor(crop));
		final Footprint footprint = new Footprint(cropToPhoto, w, h, photo.width(),
			photo.height());
		final Similarity photoToCrop = cropToPhoto.inverse();
		final float[] row = new float[3 * footprint.width()];
		for (int y = footprint.top(); y < footprint.bottom(); y++) {
			final int from = footprint.from(y), n = footprint.to(y) - from;
			Arrays.fill(row, 0f);
			sampler.addLine(photoToCrop.x(from + 0.5, y + 0.5) - 0.5, photoToCrop.y(
				from + 0.5, y + 0.5) - 0.5, photoToCrop.a(), photoToCrop.b(), 0, n, row,
				n);
			if (n > 0) photo.write(from, y, n, row);
		}
	}
}
