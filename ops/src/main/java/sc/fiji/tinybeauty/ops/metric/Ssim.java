package sc.fiji.tinybeauty.ops.metric;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.filter.Gaussian;
import sc.fiji.tinybeauty.ops.image.FloatImages;

/**
 * Structural similarity (Wang, Bovik, Sheikh, Simoncelli 2004, "Image Quality
 * Assessment: From Error Visibility to Structural Similarity"): Gaussian window
 * of 11 x 11 pixels and sigma 1.5, K1 = 0.01, K2 = 0.03, range 1. Each channel is
 * compared by itself, the result is the mean over channels and over all windows
 * that lie wholly inside the picture.
 */
public final class Ssim {

	private static final double SIGMA = 1.5;
	private static final int RADIUS = 5;
	private static final double C1 = 0.01 * 0.01, C2 = 0.03 * 0.03;

	private Ssim() {}

	/**
	 * @param a a picture, axes X, Y and perhaps C, 0..1
	 * @param b another one of the same size
	 * @return similarity, 1 for equal pictures
	 * @throws IllegalArgumentException if the sizes differ or are below 11 x 11
	 */
	public static double of(final RandomAccessibleInterval<FloatType> a,
		final RandomAccessibleInterval<FloatType> b)
	{
		return of(a, b, null);
	}

	/**
	 * @param a a picture, axes X, Y and perhaps C, 0..1
	 * @param b another one of the same size
	 * @param mask weight of each window by its centre, axes X, Y
	 * @return similarity under the mask; not a number where the mask is empty
	 * @throws IllegalArgumentException if the sizes differ or are below 11 x 11
	 */
	public static double of(final RandomAccessibleInterval<FloatType> a,
		final RandomAccessibleInterval<FloatType> b,
		final RandomAccessibleInterval<FloatType> mask)
	{
		final Comparison pair = new Comparison(a, b, mask);
		if (Math.min(pair.width, pair.height) <= 2 * RADIUS)
			throw new IllegalArgumentException("Pictures of " + pair.width + " x " +
				pair.height + " pixels are too small for SSIM, which needs 11 x 11.");
		final float[] meanA = mean(pair, pair.a, null);
		final float[] meanB = mean(pair, pair.b, null);
		final float[] aa = mean(pair, pair.a, pair.a);
		final float[] bb = mean(pair, pair.b, pair.b);
		final float[] ab = mean(pair, pair.a, pair.b);
		double sum = 0, weight = 0;
		for (int c = 0; c < pair.channels; c++)
			for (int y = RADIUS; y < pair.height - RADIUS; y++)
				for (int x = RADIUS; x < pair.width - RADIUS; x++) {
					final int p = y * pair.width + x;
					final int i = c * pair.weights.length + p;
					sum += pair.weights[p] * local(meanA[i], meanB[i], aa[i], bb[i],
						ab[i]);
					weight += pair.weights[p];
				}
		return sum / weight;
	}

	private static double local(final double meanA, final double meanB,
		final double aa, final double bb, final double ab)
	{
		final double product = meanA * meanB;
		final double squares = meanA * meanA + meanB * meanB;
		return (2 * product + C1) * (2 * (ab - product) + C2) / ((squares + C1) *
			(aa + bb - squares + C2));
	}

	private static float[] mean(final Comparison pair, final float[] values,
		final float[] factors)
	{
		final float[] product = values.clone();
		if (factors != null) for (int i = 0; i < product.length; i++)
			product[i] *= factors[i];
		final var image = ArrayImgs.floats(product, pair.width, pair.height,
			pair.channels);
		Gaussian.blur(image, SIGMA, image);
		return FloatImages.toArray(image);
	}
}
