package sc.fiji.tinybeauty.ops.residual;

import sc.fiji.tinybeauty.ops.geometry.Similarity;

/**
 * A residual with the local linear model that ties it to the picture it was
 * computed from; made by {@link GuidedUpsampling#fit}. Immutable.
 */
public final class EdgeAwareResidual {

	private final int width;
	private final int height;
	private final float[][] residual;
	private final float[][] slope;
	private final float[] guide;
	private final float[] limit;
	private final boolean[] empty;

	EdgeAwareResidual(final int width, final int height,
		final float[][] residual, final float[][] slope, final float[] guide,
		final float[] limit)
	{
		this.width = width;
		this.height = height;
		this.residual = residual;
		this.slope = slope;
		this.guide = guide;
		this.limit = limit;
		empty = new boolean[width * height];
		for (int y = 0; y < height - 1; y++)
			for (int x = 0; x < width - 1; x++)
				empty[y * width + x] = isZero(y * width + x);
	}

	private boolean isZero(final int p) {
		for (int c = 0; c < 3; c++)
			for (final float[] plane : new float[][] { residual[c], slope[c] })
				if (plane[p] != 0 || plane[p + 1] != 0 || plane[p + width] != 0 ||
					plane[p + width + 1] != 0) return false;
		return true;
	}

	/** @return width of the grid on which the residual is known */
	public int width() {
		return width;
	}

	/** @return height of that grid */
	public int height() {
		return height;
	}

	/**
	 * Adds the upsampled residual of a row of photograph pixels whose centres lie
	 * between those of the grid's outermost pixels.
	 * <p>
	 * Between four neighbours a bilinear surface, followed along a line, is a
	 * parabola. The row is therefore walked cell by cell.
	 * </p>
	 *
	 * @param photoToGrid from continuous photograph to grid coordinates
	 * @param x first column
	 * @param y row
	 * @param n number of pixels
	 * @param luma the photograph's luma, {@code luma[at]} belongs to column x
	 * @param at where the first pixel lies in {@code luma} and {@code sum}
	 * @param sum three planes of {@code stride} values, is added to
	 * @param stride length of a plane
	 */
	void addRow(final Similarity photoToGrid, final int x, final int y,
		final int n, final float[] luma, final int at, final float[] sum,
		final int stride)
	{
		final double u = photoToGrid.x(x + 0.5, y + 0.5) - 0.5;
		final double v = photoToGrid.y(x + 0.5, y + 0.5) - 0.5;
		final double du = photoToGrid.a(), dv = photoToGrid.b();
		final Parabola[] curves = { new Parabola(), new Parabola(), new Parabola(),
			new Parabola() };
		for (int k = 0; k < n;) {
			final double uk = u + k * du, vk = v + k * dv;
			final int i = cell(uk, width), j = cell(vk, height);
			final int end = (int) Math.min(n, Math.max(k + 1.0, k + Math.min(steps(uk -
				i, du), steps(vk - j, dv))));
			final int p = j * width + i;
			if (!empty[p]) {
				final double[] line = { uk - i, vk - j, du, dv };
				curves[0].follow(guide, p, width, line);
				curves[1].follow(limit, p, width, line);
				for (int c = 0; c < 3; c++) {
					curves[2].follow(residual[c], p, width, line);
					curves[3].follow(slope[c], p, width, line);
					add(curves, luma, at + k, sum, c * stride + at + k, end - k);
				}
			}
			k = end;
		}
	}

	private static int cell(final double position, final int size) {
		return (int) Math.min(size - 2, Math.max(0, Math.floor(position)));
	}

	/** How many steps lead out of the cell from {@code fraction} inside it. */
	private static double steps(final double fraction, final double step) {
		if (step > 0) return Math.ceil((1 - fraction) / step);
		return step < 0 ? Math.floor(fraction / -step) + 1 : Integer.MAX_VALUE;
	}

	/** residual + slope * (luma - guide), the correction within its limit. */
	private static void add(final Parabola[] curves, final float[] luma,
		final int from, final float[] sum, final int to, final int n)
	{
		final float g0 = curves[0].a, g1 = curves[0].b, g2 = curves[0].c;
		final float l0 = curves[1].a, l1 = curves[1].b, l2 = curves[1].c;
		final float r0 = curves[2].a, r1 = curves[2].b, r2 = curves[2].c;
		final float s0 = curves[3].a, s1 = curves[3].b, s2 = curves[3].c;
		for (int t = 0; t < n; t++) {
			final float detail = luma[from + t] - (g0 + t * (g1 + t * g2));
			final float most = l0 + t * (l1 + t * l2);
			float correction = (s0 + t * (s1 + t * s2)) * detail;
			if (correction > most) correction = most;
			else if (correction < -most) correction = -most;
			sum[to + t] += r0 + t * (r1 + t * r2) + correction;
		}
	}

	/** a + b t + c t^2. */
	private static final class Parabola {

		private float a;
		private float b;
		private float c;

		/** @param line start within the cell (x, y) and step (x, y) */
		private void follow(final float[] plane, final int p, final int width,
			final double[] line)
		{
			final float f = plane[p], fx = plane[p + 1] - f, fy = plane[p + width] - f;
			final float fxy = plane[p + width + 1] - plane[p + width] - fx;
			final float x = (float) line[0], y = (float) line[1];
			final float dx = (float) line[2], dy = (float) line[3];
			a = f + fx * x + (fy + fxy * x) * y;
			b = (fx + fxy * y) * dx + (fy + fxy * x) * dy;
			c = fxy * dx * dy;
		}
	}
}
