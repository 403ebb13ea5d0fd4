package sc.fiji.tinybeauty.ops.region;

import java.util.Arrays;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/** Anti-aliased filling of closed outlines (even-odd rule). */
public final class Polygons {

	/** Scan lines per row of pixels; along a line the coverage is exact. */
	private static final int LINES = 8;

	private Polygons() {}

	/**
	 * Fills closed outlines; where two overlap, the inner one is a hole.
	 *
	 * @param width width of the image, pixels
	 * @param height height of the image, pixels
	 * @param outlines the outlines; parts outside the image are cut off
	 * @return the covered part of each pixel, axes X,Y, 0..1
	 */
	public static ArrayImg<FloatType, FloatArray> fill(final int width,
		final int height, final Outline... outlines)
	{
		final float[] mask = new float[Math.multiplyExact(width, height)];
		int points = 0;
		double top = Double.MAX_VALUE, bottom = -Double.MAX_VALUE;
		for (final Outline o : outlines) {
			points += o.size();
			for (final double v : o.y()) {
				top = Math.min(top, v);
				bottom = Math.max(bottom, v);
			}
		}
		final double[] crossings = new double[points];
		final int from = (int) Math.max(0, Math.floor(top));
		final int to = (int) Math.min(height - 1.0, Math.floor(bottom));
		for (int y = from; y <= to; y++) {
			for (int k = 0; k < LINES; k++) {
				final int n = crossings(y + (k + 0.5) / LINES, crossings, outlines);
				for (int i = 0; i + 1 < n; i += 2)
					span(mask, y * width, width, crossings[i], crossings[i + 1]);
			}
		}
		return ArrayImgs.floats(mask, width, height);
	}

	private static int crossings(final double y, final double[] crossings,
		final Outline... outlines)
	{
		int n = 0;
		for (final Outline o : outlines) {
			final double[] px = o.x(), py = o.y();
			for (int i = 0, j = px.length - 1; i < px.length; j = i++) {
				if (py[i] > y == py[j] > y) continue;
				crossings[n++] = px[j] + (y - py[j]) / (py[i] - py[j]) * (px[i] -
					px[j]);
			}
		}
		Arrays.sort(crossings, 0, n);
		return n;
	}

	private static void span(final float[] mask, final int row, final int width,
		final double from, final double to)
	{
		final double a = Math.max(0, from), b = Math.min(width, to);
		if (!(b > a)) return;
		final int first = (int) a, last = Math.min(width - 1, (int) b);
		for (int x = first; x <= last; x++) {
			final double part = Math.min(b, x + 1.0) - Math.max(a, x);
			mask[row + x] = (float) Math.min(1, mask[row + x] + part / LINES);
		}
	}
}
