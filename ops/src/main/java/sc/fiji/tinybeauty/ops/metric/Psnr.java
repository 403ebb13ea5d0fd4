package sc.fiji.tinybeauty.ops.metric;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Peak signal-to-noise ratio, 10 log10(1 / mean squared difference), in decibels
 * for pictures of 0..1; infinite for equal ones.
 */
public final class Psnr {

	private Psnr() {}

	/**
	 * @param a a picture, axes X, Y and perhaps C, 0..1
	 * @param b another one of the same size
	 * @return PSNR over all pixels and channels, dB
	 * @throws IllegalArgumentException if the sizes differ
	 */
	public static double of(final RandomAccessibleInterval<FloatType> a,
		final RandomAccessibleInterval<FloatType> b)
	{
		return of(a, b, null);
	}

	/**
	 * @param a a picture, axes X, Y and perhaps C, 0..1
	 * @param b another one of the same size
	 * @param mask weight of each pixel, axes X, Y
	 * @return PSNR under the mask, dB; not a number where the mask is empty
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
			final double d = pair.a[i] - pair.b[i];
			sum += w * d * d;
			weight += w;
		}
		return 10 * Math.log10(weight / sum);
	}
}
