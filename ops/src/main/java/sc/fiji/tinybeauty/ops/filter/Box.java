package sc.fiji.tinybeauty.ops.filter;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** Mean over square windows, by running sums; borders repeat the edge. */
public final class Box {

	private Box() {}

	/**
	 * Blurs along X and Y; the time does not depend on the radius.
	 *
	 * @param in axes X, Y and any more
	 * @param radius half width of the window of 2 radius + 1 pixels
	 * @param out receives the blurred image; same size; may be {@code in}
	 * @throws IllegalArgumentException if the radius is negative or sizes differ
	 */
	public static void blur(final RandomAccessibleInterval<FloatType> in,
		final int radius, final RandomAccessibleInterval<FloatType> out)
	{
		if (radius < 0) throw new IllegalArgumentException(
			"A radius is 0 or more, not " + radius + ".");
		final PlaneFilter.LineFilter filter = (line, blurred) -> mean(line, radius,
			blurred);
		PlaneFilter.requireSameSize(in, out);
		PlaneFilter.apply(in, filter, filter, out);
	}

	private static void mean(final float[] line, final int radius,
		final float[] out)
	{
		final int n = line.length;
		double sum = 0;
		for (int k = -radius; k <= radius; k++)
			sum += line[Math.min(n - 1, Math.max(0, k))];
		for (int i = 0; i < n; i++) {
			out[i] = (float) (sum / (2 * radius + 1));
			sum += line[Math.min(n - 1, i + radius + 1)] - line[Math.max(0, i -
				radius)];
		}
	}
}
