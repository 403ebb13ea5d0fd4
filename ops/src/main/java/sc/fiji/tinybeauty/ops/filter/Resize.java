package sc.fiji.tinybeauty.ops.filter;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Scales images to another size: along each axis the exact average over each
 * pixel's length going down, linear interpolation between pixel centres going
 * up. Borders repeat the edge.
 */
public final class Resize {

	private Resize() {}

	/**
	 * Scales along X and Y.
	 *
	 * @param in axes X, Y and any more
	 * @param out receives the scaled image; any X and Y, other axes as {@code in}
	 * @throws IllegalArgumentException if the other axes differ
	 */
	public static void resize(final RandomAccessibleInterval<FloatType> in,
		final RandomAccessibleInterval<FloatType> out)
	{
		PlaneFilter.apply(in, Resize::line, Resize::line, out);
	}

	private static void line(final float[] in, final float[] out) {
		final double scale = in.length / (double) out.length;
		for (int i = 0; i < out.length; i++)
			out[i] = scale >= 1 ? average(in, i * scale, (i + 1) * scale) : between(in,
				(i + 0.5) * scale - 0.5);
	}

	private static float average(final float[] in, final double from,
		final double to)
	{
		double sum = 0;
		final int end = (int) Math.min(in.length, Math.ceil(to));
		for (int s = (int) from; s < end; s++)
			sum += in[s] * Math.max(0, Math.min(to, s + 1.0) - Math.max(from, s));
		return (float) (sum / (to - from));
	}

	private static float between(final float[] in, final double at) {
		final double x = Math.min(in.length - 1.0, Math.max(0, at));
		final int left = (int) x, right = Math.min(in.length - 1, left + 1);
		return (float) (in[left] + (x - left) * (in[right] - in[left]));
	}
}
