package sc.fiji.tinybeauty.ops.filter;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** Gaussian blur, separable, cut off at 3.5 sigma; borders repeat the edge. */
public final class Gaussian {

	private static final double CUT_OFF = 3.5;

	private Gaussian() {}

	/**
	 * Blurs along X and Y.
	 *
	 * @param in axes X, Y and any more
	 * @param sigma standard deviation in pixels, 0 or more
	 * @param out receives the blurred image; same size; may be {@code in}
	 * @throws IllegalArgumentException if sigma is negative or sizes differ
	 */
	public static void blur(final RandomAccessibleInterval<FloatType> in,
		final double sigma, final RandomAccessibleInterval<FloatType> out)
	{
		final float[] kernel = kernel(sigma);
		final PlaneFilter.LineFilter filter = (line, blurred) -> convolve(line,
			kernel, blurred);
		PlaneFilter.requireSameSize(in, out);
		PlaneFilter.apply(in, filter, filter, out);
	}

	private static float[] kernel(final double sigma) {
		if (!(sigma >= 0) || sigma > 10000) throw new IllegalArgumentException(
			"Sigma lies between 0 and 10000, not at " + sigma + ".");
		final int radius = (int) (CUT_OFF * sigma + 0.5);
		final double[] half = new double[radius + 1];
		double sum = 0;
		for (int i = 0; i <= radius; i++) {
			half[i] = radius == 0 ? 1 : Math.exp(-0.5 * i * i / (sigma * sigma));
			sum += i == 0 ? half[i] : 2 * half[i];
		}
		final float[] kernel = new float[2 * radius + 1];
		for (int i = -radius; i <= radius; i++)
			kernel[radius + i] = (float) (half[Math.abs(i)] / sum);
		return kernel;
	}

	private static void convolve(final float[] line, final float[] kernel,
		final float[] out)
	{
		final int n = line.length, radius = kernel.length / 2;
		for (int i = 0; i < n; i++) {
			float sum = 0;
			for (int k = -radius; k <= radius; k++)
				sum += kernel[radius + k] * line[Math.min(n - 1, Math.max(0, i + k))];
			out[i] = sum;
		}
	}
}
