package sc.fiji.tinybeauty.ops.region;

/** Anti-aliased strokes of varying width, as a pen or a brush draws them. */
public final class Strokes {

	private Strokes() {}

	/**
	 * Draws an open line; where strokes overlap, the larger coverage counts.
	 *
	 * @param line the line, pixels
	 * @param halfWidth half the stroke's width at each point of the line, pixels;
	 *          0 where it tapers off
	 * @param soft width over which the border fades, pixels; 1 = sharp
	 * @param mask coverage 0..1 of a picture of {@code width} columns, row by row;
	 *          changed
	 * @param width width of the picture, pixels
	 */
	public static void draw(final Outline line, final double[] halfWidth,
		final double soft, final float[] mask, final int width)
	{
		final double[] x = line.x(), y = line.y();
		for (int i = 0; i + 1 < x.length; i++)
			segment(x[i], y[i], halfWidth[i], x[i + 1], y[i + 1], halfWidth[i + 1],
				Math.max(1, soft), mask, width);
	}

	private static void segment(final double ax, final double ay, final double aw,
		final double bx, final double by, final double bw, final double soft,
		final float[] mask, final int width)
	{
		final int height = mask.length / width;
		final double reach = Math.max(aw, bw) + soft / 2 + 1;
		final int x0 = (int) Math.max(0, Math.min(ax, bx) - reach);
		final int x1 = (int) Math.min(width - 1.0, Math.max(ax, bx) + reach);
		final int y0 = (int) Math.max(0, Math.min(ay, by) - reach);
		final int y1 = (int) Math.min(height - 1.0, Math.max(ay, by) + reach);
		final double vx = bx - ax, vy = by - ay, vv = Math.max(1e-12, vx * vx + vy *
			vy);
		for (int y = y0; y <= y1; y++)
			for (int x = x0; x <= x1; x++) {
				final double px = x + 0.5 - ax, py = y + 0.5 - ay;
				final double t = Math.min(1, Math.max(0, (px * vx + py * vy) / vv));
				final double d = Math.hypot(px - t * vx, py - t * vy);
				final float c = coverage(d, aw + t * (bw - aw), soft);
				if (c > mask[y * width + x]) mask[y * width + x] = c;
			}
	}

	/** Overlap of a box of width {@code soft} at distance d with the stroke. */
	private static float coverage(final double d, final double half,
		final double soft)
	{
		final double overlap = Math.min(half, d + soft / 2) - Math.max(-half, d -
			soft / 2);
		return (float) Math.max(0, Math.min(1, overlap / soft));
	}
}
