package sc.fiji.tinybeauty.models.recipe;

/** Gaussian blur of planes by three box filters; borders are repeated. */
final class Blur {

	private Blur() {}

	/** @return the blurred copy of a plane of {@code width} columns */
	static float[] gauss(final float[] plane, final int width,
		final double sigma)
	{
		float[] p = plane.clone();
		final int radius = (int) Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) /
			2);
		if (radius < 1) return small(p, width, sigma);
		final float[] q = new float[p.length];
		final int height = p.length / width;
		for (int k = 0; k < 3; k++) {
			for (int y = 0; y < height; y++)
				box(p, q, y * width, 1, width, radius);
			for (int x = 0; x < width; x++)
				box(q, p, x, width, height, radius);
		}
		return p;
	}

	/** Weighted mean around each pixel: blur(v w) / blur(w). */
	static float[] normalised(final float[] plane, final float[] weight,
		final float[] blurredWeight, final float fallback, final int width,
		final double sigma)
	{
		final float[] p = new float[plane.length];
		for (int i = 0; i < p.length; i++)
			p[i] = (plane[i] - fallback) * weight[i];
		final float[] q = gauss(p, width, sigma);
		for (int i = 0; i < q.length; i++)
			q[i] = fallback + q[i] / (blurredWeight[i] + 1e-3f);
		return q;
	}

	private static float[] small(final float[] p, final int width,
		final double sigma)
	{
		if (sigma < 0.2) return p;
		final float e = (float) Math.exp(-0.5 / (sigma * sigma));
		final float side = e / (1 + 2 * e), mid = 1 - 2 * side;
		final float[] q = new float[p.length];
		final int height = p.length / width;
		for (int y = 0; y < height; y++)
			three(p, q, y * width, 1, width, side, mid);
		for (int x = 0; x < width; x++)
			three(q, p, x, width, height, side, mid);
		return p;
	}

	private static void three(final float[] p, final float[] q, final int start,
		final int step, final int n, final float side, final float mid)
	{
		for (int i = 0; i < n; i++) {
			final int c = start + i * step;
			q[c] = mid * p[c] + side * (p[i > 0 ? c - step : c] + p[i + 1 < n ? c +
				step : c]);
		}
	}

	private static void box(final float[] p, final float[] q, final int start,
		final int step, final int n, final int radius)
	{
		double sum = 0;
		for (int i = -radius; i <= radius; i++)
			sum += p[start + step * clamp(i, n)];
		final double inverse = 1.0 / (2 * radius + 1);
		for (int i = 0; i < n; i++) {
			q[start + step * i] = (float) (sum * inverse);
			sum += p[start + step * clamp(i + radius + 1, n)] - p[start + step * clamp(
				i - radius, n)];
		}
	}

	private static int clamp(final int i, final int n) {
		return i < 0 ? 0 : i < n ? i : n - 1;
	}
}
