package sc.fiji.tinybeauty.models.evaluate;

/** Compares what {@link FeatureNetwork}s say about two pictures. */
final class FeatureDistance {

	private static final double TINY = 1e-10;

	private FeatureDistance() {}

	/**
	 * Squared difference of maps whose channels were scaled to length 1 at each
	 * pixel, mean over pixels, sum over maps, as LPIPS has it (Zhang, Isola, Efros,
	 * Shechtman, Wang 2018) but with weights of 1 and of another network: not to be
	 * compared with LPIPS figures.
	 *
	 * @param a maps of a picture, each (channel, row, column)
	 * @param b maps of another one
	 * @param channels number of channels of each map
	 */
	static double perceptual(final float[][] a, final float[][] b,
		final int[] channels)
	{
		double sum = 0;
		for (int m = 0; m < a.length; m++) {
			final int pixels = a[m].length / channels[m];
			double map = 0;
			for (int p = 0; p < pixels; p++)
				map += pixel(a[m], b[m], p, pixels);
			sum += map / pixels;
		}
		return sum;
	}

	private static double pixel(final float[] a, final float[] b, final int first,
		final int step)
	{
		double aa = 0, bb = 0, sum = 0;
		for (int i = first; i < a.length; i += step) {
			aa += a[i] * a[i];
			bb += b[i] * b[i];
		}
		final double na = Math.sqrt(aa) + TINY, nb = Math.sqrt(bb) + TINY;
		for (int i = first; i < a.length; i += step) {
			final double d = a[i] / na - b[i] / nb;
			sum += d * d;
		}
		return sum;
	}

	/** @return cosine of the angle between two vectors, -1..1 */
	static double cosine(final float[] a, final float[] b) {
		double aa = 0, bb = 0, ab = 0;
		for (int i = 0; i < a.length; i++) {
			aa += a[i] * a[i];
			bb += b[i] * b[i];
			ab += a[i] * b[i];
		}
		return ab / Math.sqrt(aa * bb);
	}

	/** @return the mean of each channel of a map */
	static double[] pooled(final float[] map, final int channels) {
		final double[] means = new double[channels];
		final int pixels = map.length / channels;
		for (int i = 0; i < map.length; i++)
			means[i / pixels] += map[i] / pixels;
		return means;
	}
}
