package sc.fiji.tinybeauty.ops.residual;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.geometry.Crops;
import sc.fiji.tinybeauty.ops.geometry.Footprint;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/**
 * A residual and where it belongs.
 *
 * @param residual the residual with its local linear model
 * @param gridToPhoto from continuous coordinates of its grid to those of the
 *          photograph
 */
public record PlacedResidual(EdgeAwareResidual residual,
	Similarity gridToPhoto)
{

	/** Below this many photograph pixels per crop pixel the crop is reduced. */
	private static final double LEAST_SCALE = 0.7;

	/**
	 * Fits the model of a crop's residual. A crop finer than the photograph is
	 * first reduced to about its resolution, so that no detail folds into false
	 * patterns.
	 *
	 * @param crop what the residual belongs to; axes X, Y, C, 0..1
	 * @param residual axes X, Y, C of the same size, -1..1
	 * @param cropToPhoto from continuous crop to photograph coordinates
	 * @return the placed residual
	 */
	public static PlacedResidual of(
		final RandomAccessibleInterval<FloatType> crop,
		final RandomAccessibleInterval<FloatType> residual,
		final Similarity cropToPhoto)
	{
		final double scale = cropToPhoto.scale();
		if (scale >= LEAST_SCALE) return new PlacedResidual(GuidedUpsampling.fit(
			crop, residual), cropToPhoto);
		final double factor = Math.min(1 / scale, Math.min(crop.dimension(0), crop
			.dimension(1)) / 8.0);
		final Similarity gridToCrop = new Similarity(factor, 0, 0, 0);
		return new PlacedResidual(GuidedUpsampling.fit(reduce(crop, gridToCrop),
			reduce(residual, gridToCrop)), cropToPhoto.after(gridToCrop));
	}

	private static Img<FloatType> reduce(
		final RandomAccessibleInterval<FloatType> image, final Similarity gridTo)
	{
		final Img<FloatType> reduced = FloatImages.create(Math.max(2, (long) Math
			.ceil(image.dimension(0) / gridTo.a() - 1e-6)), Math.max(2, (long) Math
				.ceil(image.dimension(1) / gridTo.a() - 1e-6)), 3);
		Crops.crop(RgbPlanes.tensor(image), gridTo, reduced);
		return reduced;
	}

	/** Photograph pixels between the centres of the grid's outermost pixels. */
	Footprint footprint(final int photoWidth, final int photoHeight) {
		return new Footprint(gridToPhoto.after(new Similarity(1, 0, 0.5, 0.5)),
			residual.width() - 1, residual.height() - 1, photoWidth, photoHeight);
	}
}
