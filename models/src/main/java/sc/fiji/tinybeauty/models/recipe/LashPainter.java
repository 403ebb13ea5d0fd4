package sc.fiji.tinybeauty.models.recipe;

import sc.fiji.tinybeauty.ops.region.Outline;
import sc.fiji.tinybeauty.ops.region.Strokes;

/** Mascara: fine curved strokes that fan out, longest at the outer third. */
final class LashPainter implements Painter {

	@Override
	public void paint(final FaceCanvas c, final Layer layer) {
		for (final boolean left : new boolean[] { true, false }) {
			final float seen = left ? c.skin.leftSeen : c.skin.rightSeen;
			if (seen < 0.01f) continue;
			final LidFrame f = new LidFrame(c, left);
			final int n = Math.round(44 * layer.number("density"));
			final float length = layer.number("length"), lower = layer.number(
				"lower");
			fan(c, f, f.upper, n, length, 1, layer, seen);
			if (lower > 0) fan(c, f, f.lower, n * 3 / 4, lower * 0.6 * length, -1,
				layer, seen);
		}
	}

	private static void fan(final FaceCanvas c, final LidFrame f,
		final Outline lid, final int n, final double length, final int up,
		final Layer layer, final float seen)
	{
		final float[] mask = new float[c.l.length];
		final double open = Math.max(0.65, Math.min(1, f.openness() / 0.3));
		for (int k = 0; k < n; k++) {
			final double s = 0.05 + 0.86 * (k + 0.5) / n;
			final double[] root = LidFrame.point(lid, s);
			final double grown = open * length * f.width * (1 - 0.6 * FaceCanvas.step(
				0.2, 0.95, s)) * (0.92 + 0.08 *
				Math.cos(2.4 * k));
			final double lean = 1.15 * (0.58 - s);
			lash(c, f, root, grown, lean, up, mask);
		}
		// single hairs thinner than a pixel run together
		final float[] soft = Blur.gauss(mask, c.width, Math.max(up > 0 ? 0.45 : 1,
			0.009 * c.unit));
		for (int i = 0; i < mask.length; i++)
			if (soft[i] > 0.01f) LinerPainter.ink(c, i, soft[i] * layer.opacity() *
				seen, layer.color());
	}

	/** Leaves the lid outwards, then bends up. */
	private static void lash(final FaceCanvas c, final LidFrame f,
		final double[] root, final double length, final double lean, final int up,
		final float[] mask)
	{
		final int n = 6;
		final double[] x = new double[n], y = new double[n], half = new double[n];
		for (int i = 0; i < n; i++) {
			final double t = (double) i / (n - 1);
			final double out = length * (Math.sin(lean) * t + 0.3 * t * (1 - t) * Math
				.signum(lean));
			final double rise = up * length * Math.cos(lean) * (0.5 * t + 0.5 * t * t);
			x[i] = root[0] + out * f.outX + rise * f.upX;
			y[i] = root[1] + out * f.outY + rise * f.upY;
			half[i] = (up > 0 ? 0.0085 : 0.005) * f.width * (1 - 0.85 * t);
		}
		Strokes.draw(new Outline(x, y, false), half, 1, mask, c.width);
	}
}
