package sc.fiji.tinybeauty.ops.registration;

import sc.fiji.tinybeauty.ops.geometry.Similarity;

/**
 * Finds out how far a retouched picture has moved against its original: the
 * similarity (shift, scale, rotation) that lays one on the other, by
 * Gauss-Newton steps on their fine patterns from coarse to fine (Lucas and
 * Kanade, 1981), where a pixel that does not fit, because it was retouched,
 * counts little.
 */
public final class PairRegistration {

	/** Side below which a picture is not halved further. */
	private static final int COARSEST = 48;
	/** Shifts tried at the coarsest level, its pixels to either side. */
	private static final int REACH = 6;
	private static final int STEPS = 25;
	/** Difference of patterns beyond which a pixel counts for nothing. */
	private static final double TOLERANCE = 2.5;

	/**
	 * What was found.
	 *
	 * @param toMade from places of the original to those of the retouched picture,
	 *          pixels
	 * @param displacement how far it has moved, pixels: the largest movement of the
	 *          corners of the inner half
	 * @param agreement correlation of the patterns once laid on each other, -1..1;
	 *          pictures of different things have about 0
	 */
	public record Result(Similarity toMade, double displacement,
		double agreement)
	{}

	private PairRegistration() {}

	/**
	 * Registers a pair.
	 *
	 * @param bare the original, planes of red, green and blue, 0..1
	 * @param made the retouched picture, same size
	 * @param width pixels, at least 16
	 * @param height pixels, at least 16
	 * @param weight how much every pixel of the original counts, 0..1; null for all
	 *          alike
	 * @return the movement
	 * @throws IllegalArgumentException if the sizes do not fit
	 */
	public static Result register(final float[] bare, final float[] made,
		final int width, final int height, final float[] weight)
	{
		if (bare.length != 3 * width * height || made.length != bare.length ||
			weight != null && 3 * weight.length != bare.length || Math.min(width,
				height) < 16) throw new IllegalArgumentException(
					"Registration needs two pictures of the same size, 16 pixels at least.");
		final Similarity found = level(Pattern.luma(bare), Pattern.luma(made),
			weight, width, height);
		final Pattern a = Pattern.of(Pattern.luma(bare), width, height);
		final Pattern b = Pattern.of(Pattern.luma(made), width, height);
		return new Result(found, displacement(found, width, height), correlation(a,
			b, weight, found));
	}

	private static Similarity level(final float[] bare, final float[] made,
		final float[] weight, final int w, final int h)
	{
		final Pattern a = Pattern.of(bare, w, h), b = Pattern.of(made, w, h);
		if (Math.min(w, h) < 2 * COARSEST) return refine(a, b, weight, search(a, b,
			weight));
		final Similarity coarse = level(Pattern.half(bare, w, h), Pattern.half(made,
			w, h), weight == null ? null : Pattern.half(weight, w, h), w / 2, h / 2);
		return refine(a, b, weight, new Similarity(coarse.a(), coarse.b(), 2 * coarse
			.tx(), 2 * coarse.ty()));
	}

	private static Similarity search(final Pattern a, final Pattern b,
		final float[] weight)
	{
		Similarity best = Similarity.IDENTITY;
		double most = correlation(a, b, weight, best);
		for (int dy = -REACH; dy <= REACH; dy++)
			for (int dx = -REACH; dx <= REACH; dx++) {
				final Similarity shift = new Similarity(1, 0, dx, dy);
				final double c = correlation(a, b, weight, shift);
				if (c > most) {
					most = c;
					best = shift;
				}
			}
		return best;
	}

	private static double correlation(final Pattern a, final Pattern b,
		final float[] weight, final Similarity s)
	{
		double ab = 0, aa = 0, bb = 0;
		for (int y = 0, i = 0; y < a.height; y++)
			for (int x = 0; x < a.width; x++, i++) {
				final float v = b.at(s.x(x + 0.5, y + 0.5), s.y(x + 0.5, y + 0.5));
				if (Float.isNaN(v)) continue;
				final double w = weight == null ? 1 : weight[i], u = a.values[i];
				ab += w * u * v;
				aa += w * u * u;
				bb += w * v * v;
			}
		return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
	}

	private static Similarity refine(final Pattern a, final Pattern b,
		final float[] weight, final Similarity start)
	{
		Similarity s = start;
		for (int k = 0; k < STEPS; k++) {
			final NormalEquations e = equations(a, b, weight, s);
			final double[] d = e.solve();
			if (d == null) return s;
			final double cx = a.width / 2.0, cy = a.height / 2.0;
			// The unknowns are about the centre, where they hardly depend on each other.
			s = new Similarity(s.a() + d[2], s.b() + d[3], s.tx() + d[0] - d[2] * cx +
				d[3] * cy, s.ty() + d[1] - d[3] * cx - d[2] * cy);
			if (Math.abs(d[0]) + Math.abs(d[1]) + (Math.abs(d[2]) + Math.abs(d[3])) *
				cx < 1e-3) break;
		}
		return s;
	}

	private static NormalEquations equations(final Pattern a, final Pattern b,
		final float[] weight, final Similarity s)
	{
		final NormalEquations e = new NormalEquations(4);
		final double[] row = new double[4];
		for (int y = 0, i = 0; y < a.height; y++)
			for (int x = 0; x < a.width; x++, i++) {
				final double px = s.x(x + 0.5, y + 0.5), py = s.y(x + 0.5, y + 0.5);
				final double gx = (b.at(px + 0.5, py) - b.at(px - 0.5, py));
				final double gy = (b.at(px, py + 0.5) - b.at(px, py - 0.5));
				final double error = a.values[i] - b.at(px, py);
				if (!Double.isFinite(gx + gy + error)) continue;
				final double u = x + 0.5 - a.width / 2.0, v = y + 0.5 - a.height / 2.0;
				row[0] = gx;
				row[1] = gy;
				row[2] = gx * u + gy * v;
				row[3] = gy * u - gx * v;
				e.add(row, error, (weight == null ? 1 : weight[i]) * trust(error));
			}
		return e;
	}

	/** Tukey's weight. */
	private static double trust(final double error) {
		final double t = error / TOLERANCE;
		return Math.abs(t) >= 1 ? 0 : (1 - t * t) * (1 - t * t);
	}

	/** How far the corners of the inner half move, at most. */
	private static double displacement(final Similarity s, final int w,
		final int h)
	{
		double most = 0;
		for (final double x : new double[] { w / 4.0, 3 * w / 4.0 })
			for (final double y : new double[] { h / 4.0, 3 * h / 4.0 })
				most = Math.max(most, Math.hypot(s.x(x, y) - x, s.y(x, y) - y));
		return most;
	}
}
