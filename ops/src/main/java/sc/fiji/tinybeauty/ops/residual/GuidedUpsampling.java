package sc.fiji.tinybeauty.ops.residual;

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.Luma;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/**
 * Edge-aware upsampling of a residual, after the fast guided filter (He and Sun
 * 2015, "Fast Guided Filter", arXiv 1505.00996; He et al. 2013, "Guided Image
 * Filtering", sections 3.1 and 3.3).
 * <p>
 * Around each pixel of the small crop the residual r is modelled as a linear
 * function of the crop's luma g: slope s = cov(g, r) / (var(g) + epsilon) over a
 * square window, averaged over the windows that hold the pixel. In the
 * photograph of luma G the residual is then up(r) + s (G - up(g)), where up is
 * bilinear. This is the guided filter's output plus what the filter itself would
 * have smoothed away, so at the crop's own resolution nothing is lost, and where
 * the photograph has an edge that the crop shows blurred, the residual gets that
 * edge.
 * </p>
 * <p>
 * Two additions: the correction never exceeds half the range of the residual in
 * a 3 x 3 neighbourhood, so that texture is not amplified where make-up is even;
 * and towards the crop's border everything fades to zero over
 * {@value #FADE} of its width, so that no square shows.
 * </p>
 */
public final class GuidedUpsampling {

	/**
	 * Half width of the windows, pixels of the crop. Of 1, 2 and 3 the best by PSNR
	 * to looks rendered at full resolution, with every epsilon and guide tried.
	 */
	public static final int RADIUS = 1;

	/** Variance of luma below which an edge counts as noise. */
	public static final float EPSILON = 1e-3f;

	/** Width of the faded border as part of the crop's width. */
	public static final double FADE = 0.06;

	private GuidedUpsampling() {}

	/**
	 * Fits the local linear model, with {@link #RADIUS} and {@link #EPSILON}.
	 *
	 * @param crop what the residual belongs to; axes X, Y, C, 0..1
	 * @param residual axes X, Y, C of the same size, -1..1
	 * @return the model
	 */
	public static EdgeAwareResidual fit(
		final RandomAccessibleInterval<FloatType> crop,
		final RandomAccessibleInterval<FloatType> residual)
	{
		return fit(crop, residual, RADIUS, EPSILON);
	}

	/**
	 * Fits the local linear model.
	 *
	 * @param crop what the residual belongs to; axes X, Y, C, 0..1
	 * @param residual axes X, Y, C of the same size, -1..1
	 * @param radius half width of the windows, pixels
	 * @param epsilon variance of luma below which an edge counts as noise;
	 *          infinite for bilinear upsampling
	 * @return the model
	 * @throws IllegalArgumentException if sizes differ or are below 2 x 2 x 3
	 */
	public static EdgeAwareResidual fit(
		final RandomAccessibleInterval<FloatType> crop,
		final RandomAccessibleInterval<FloatType> residual, final int radius,
		final float epsilon)
	{
		final int w = (int) crop.dimension(0), h = (int) crop.dimension(1);
		if (crop.numDimensions() != 3 || residual.numDimensions() != 3 || crop
			.dimension(2) != 3 || residual.dimension(2) != 3 || residual.dimension(
				0) != w || residual.dimension(1) != h || w < 2 || h < 2)
			throw new IllegalArgumentException(
				"Crop and residual need the same size, at least 2 x 2, and 3 channels.");
		final float[] guide = luma(FloatImages.toArray(crop), w * h);
		final float[] values = FloatImages.toArray(residual);
		final float[] fade = fade(w, h);
		final float[][] r = new float[3][w * h];
		for (int i = 0; i < values.length; i++)
			r[i / (w * h)][i % (w * h)] = values[i] * fade[i % (w * h)];
		return new EdgeAwareResidual(w, h, r, slopes(guide, r, fade,
			new WindowMean(w, h, radius), epsilon), guide, limits(r, w, h));
	}

	/**
	 * Upsamples a residual into an image of the photograph's size; pixels outside
	 * the crop become 0.
	 *
	 * @param residual the model
	 * @param gridToPhoto from the residual's grid to the photograph
	 * @param photo whose luma guides
	 * @param out receives the residual; axes X, Y, C
	 */
	public static void upsample(final EdgeAwareResidual residual,
		final Similarity gridToPhoto, final RgbPlane photo,
		final RandomAccessibleInterval<FloatType> out)
	{
		ResidualCompositing.residual(photo, List.of(new PlacedResidual(
			residual, gridToPhoto)), false, out);
	}

	private static float[] luma(final float[] rgb, final int n) {
		final float[] luma = new float[n];
		for (int i = 0; i < n; i++)
			luma[i] = Luma.of(rgb[i], rgb[n + i], rgb[2 * n + i]);
		return luma;
	}

	private static float[][] slopes(final float[] guide, final float[][] r,
		final float[] fade, final WindowMean window, final float epsilon)
	{
		final int n = guide.length;
		final float[] meanG = window.of(guide);
		final float[] variance = window.of(product(guide, guide));
		for (int i = 0; i < n; i++)
			variance[i] -= meanG[i] * meanG[i];
		final float[][] slopes = new float[3][];
		for (int c = 0; c < 3; c++) {
			final float[] meanR = window.of(r[c]);
			final float[] slope = window.of(product(guide, r[c]));
			for (int i = 0; i < n; i++)
				slope[i] = (slope[i] - meanG[i] * meanR[i]) / (Math.max(0,
					variance[i]) + epsilon);
			slopes[c] = product(window.of(slope), fade);
		}
		return slopes;
	}

	private static float[] product(final float[] a, final float[] b) {
		final float[] product = new float[a.length];
		for (int i = 0; i < a.length; i++)
			product[i] = a[i] * b[i];
		return product;
	}

	/** Half the range of the residual in 3 x 3 pixels, the largest channel's. */
	private static float[] limits(final float[][] r, final int w, final int h) {
		final float[] limits = new float[w * h];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++)
				for (int c = 0; c < 3; c++)
					limits[y * w + x] = Math.max(limits[y * w + x], halfRange(r[c], x, y, w,
						h));
		return limits;
	}

	private static float halfRange(final float[] plane, final int x, final int y,
		final int w, final int h)
	{
		float low = Float.MAX_VALUE, high = -Float.MAX_VALUE;
		for (int j = Math.max(0, y - 1); j <= Math.min(h - 1, y + 1); j++)
			for (int i = Math.max(0, x - 1); i <= Math.min(w - 1, x + 1); i++) {
				low = Math.min(low, plane[j * w + i]);
				high = Math.max(high, plane[j * w + i]);
			}
		return (high - low) / 2;
	}

	/** 0 in the outermost pixels, 1 inside, smooth between. */
	private static float[] fade(final int w, final int h) {
		final float[] fade = new float[w * h];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++)
				fade[y * w + x] = ramp(Math.min(x, w - 1 - x) / (FADE * w)) * ramp(Math
					.min(y, h - 1 - y) / (FADE * h));
		return fade;
	}

	private static float ramp(final double t) {
		final double c = Math.min(1, t);
		return (float) (c * c * (3 - 2 * c));
	}
}
