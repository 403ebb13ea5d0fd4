package sc.fiji.tinybeauty.ops.metric;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** Mean absolute difference, in grey levels of 255. */
public final class MeanDifference {

	private MeanDifference() {}

	/**
	 * @param a a picture, axes X, Y and perhaps C, 0..1
	 * @param b another one of the same size
	 * @param mask weight of each pixel, axes X, Y; null for weights of 1
	 * @return mean over pixels and channels, of 255; not a number where the mask is
	 *         empty
	 * @throws IllegalArgumentException if the sizes differ
	 */
	public static double of(final RandomAccessibleInterval<FloatType> a,
		final RandomAccessibleInterval<FloatType> b,
		final RandomAccessibleInterval<FloatType> mask)
	{
		final Comparison pair = new Comparison(a, b, mask);
		double sum = 0, weight = 0;
		for (int i = 0; i < pair.a.length; i++) {
			final double w = pair.weights[i % pair.weights.length];
			sum += w * Math.abs(pair.a[i] - pair.b[i]);
			weight += w;
		}
		return 255 * sum / weight;
	}
}
