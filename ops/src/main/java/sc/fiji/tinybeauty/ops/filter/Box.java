package sc.fiji.tinybeauty.ops.filter;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.image.FloatImages;

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
		PlaneFilter.requireSameSize(in, out);
		final int w = (int) in.dimension(0), h = (int) in.dimension(1);
		final float[] pixels = FloatImages.toArray(in);
		final float[] plane = new float[w * h];
		for (int at = 0; at < pixels.length; at += w * h) {
			alongX(pixels, at, w, h, radius, plane);
			alongY(plane, w, h, radius, pixels, at);
		}
		FloatImages.fill(pixels, out);
	}

	private static void alongX(final float[] in, final int at, final int w,
		final int h, final int radius, final float[] out)
	{
		final int size = 2 * radius + 1;
		final int first = Math.min(w, radius), last = Math.max(first, w - radius - 1);
		for (int y = 0; y < h; y++) {
			final int row = at + y * w, to = y * w, end = row + w - 1;
			double sum = 0;
			for (int k = -radius; k <= radius; k++)
				sum += in[Math.min(end, Math.max(row, row + k))];
			int x = 0;
			for (; x < first; x++) {
				out[to + x] = (float) (sum / size);
				sum += in[Math.min(end, row + x + radius + 1)] - in[row];
			}
			for (; x < last; x++) {
				out[to + x] = (float) (sum / size);
				sum += in[row + x + radius + 1] - in[row + x - radius];
			}
			for (; x < w; x++) {
				out[to + x] = (float) (sum / size);
				sum += in[end] - in[Math.max(row, row + x - radius)];
			}
		}
	}

	/** All columns at once, row by row: a column alone would jump in memory. */
	private static void alongY(final float[] in, final int w, final int h,
		final int radius, final float[] out, final int at)
	{
		final int size = 2 * radius + 1;
		final double[] sums = new double[w];
		for (int k = -radius; k <= radius; k++) {
			final int row = w * Math.min(h - 1, Math.max(0, k));
			for (int x = 0; x < w; x++)
				sums[x] += in[row + x];
		}
		for (int y = 0; y < h; y++) {
			final int to = at + y * w;
			final int enters = w * Math.min(h - 1, y + radius + 1);
			final int leaves = w * Math.max(0, y - radius);
			for (int x = 0; x < w; x++)
				out[to + x] = (float) (sums[x] / size);
			for (int x = 0; x < w; x++)
				sums[x] += in[enters + x] - in[leaves + x];
		}
	}
}
