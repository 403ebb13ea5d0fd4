package sc.fiji.tinybeauty.ops.region;

import java.util.Arrays;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Exact Euclidean distances from pixel centres to outlines, within a reach:
 * what lies farther away holds the reach.
 */
public final class DistanceField {

	private DistanceField() {}

	/**
	 * Signed distance to a closed outline.
	 *
	 * @param outline the closed outline
	 * @param width width of the image, pixels
	 * @param height height of the image, pixels
	 * @param reach largest distance of interest, pixels
	 * @return distance in pixels, axes X,Y: positive inside, negative outside,
	 *         within -reach..reach
	 */
	public static ArrayImg<FloatType, FloatArray> signed(final Outline outline,
		final int width, final int height, final double reach)
	{
		final ArrayImg<FloatType, FloatArray> field = unsigned(outline, width,
			height, reach);
		final float[] d = field.update(null).getCurrentStorageArray();
		for (int i = 0; i < d.length; i++)
			d[i] = -d[i];
		for (int y = 0; y < height; y++)
			flipInside(outline, d, y, width);
		return field;
	}

	/**
	 * Distance to an open or closed line.
	 *
	 * @param line the line
	 * @param width width of the image, pixels
	 * @param height height of the image, pixels
	 * @param reach largest distance of interest, pixels
	 * @return distance in pixels, axes X,Y, within 0..reach
	 */
	public static ArrayImg<FloatType, FloatArray> unsigned(final Outline line,
		final int width, final int height, final double reach)
	{
		final float[] d = new float[Math.multiplyExact(width, height)];
		Arrays.fill(d, (float) (reach * reach));
		final double[] x = line.x(), y = line.y();
		for (int i = 0; i < line.segments(); i++) {
			final int j = (i + 1) % x.length;
			stamp(d, width, height, reach, x[i], y[i], x[j], y[j]);
		}
		for (int i = 0; i < d.length; i++)
			d[i] = (float) Math.sqrt(d[i]);
		return ArrayImgs.floats(d, width, height);
	}

	private static void stamp(final float[] d, final int width, final int height,
		final double reach, final double ax, final double ay, final double bx,
		final double by)
	{
		final int x0 = (int) Math.max(0, Math.min(ax, bx) - reach);
		final int x1 = (int) Math.min(width - 1.0, Math.max(ax, bx) + reach);
		final int y0 = (int) Math.max(0, Math.min(ay, by) - reach);
		final int y1 = (int) Math.min(height - 1.0, Math.max(ay, by) + reach);
		final double vx = bx - ax, vy = by - ay, vv = vx * vx + vy * vy;
		final double inverse = vv > 0 ? 1 / vv : 0;
		for (int y = y0; y <= y1; y++) {
			final double py = y + 0.5 - ay;
			for (int x = x0; x <= x1; x++) {
				final double px = x + 0.5 - ax;
				final double t = Math.min(1, Math.max(0, (px * vx + py * vy) *
					inverse));
				final double ex = px - t * vx, ey = py - t * vy;
				final float square = (float) (ex * ex + ey * ey);
				if (square < d[y * width + x]) d[y * width + x] = square;
			}
		}
	}

	private static void flipInside(final Outline o, final float[] d, final int y,
		final int width)
	{
		final double cy = y + 0.5;
		final double[] px = o.x(), py = o.y();
		final double[] crossings = new double[px.length];
		int n = 0;
		for (int i = 0, j = px.length - 1; i < px.length; j = i++)
			if (py[i] > cy != py[j] > cy) crossings[n++] = px[j] + (cy - py[j]) /
				(py[i] - py[j]) * (px[i] - px[j]);
		Arrays.sort(crossings, 0, n);
		for (int i = 0; i + 1 < n; i += 2) {
			final int from = (int) Math.max(0, Math.ceil(crossings[i] - 0.5));
			final int to = (int) Math.min(width, Math.ceil(crossings[i + 1] - 0.5));
			for (int x = from; x < to; x++)
				d[y * width + x] = Math.abs(d[y * width + x]);
		}
	}
}
