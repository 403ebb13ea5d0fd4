package sc.fiji.tinybeauty.models.recipe;

import sc.fiji.tinybeauty.ops.region.Outline;
import sc.fiji.tinybeauty.ops.region.Strokes;

/** Lines along the lashes: thin at the inner corner, with a tapered wing. */
final class LinerPainter implements Painter {

	/** A brush's softness, eye distances: no line ends within a pixel. */
	private static final double SOFT = 0.024;

	@Override
	public void paint(final FaceCanvas c, final Layer layer) {
		for (final boolean left : new boolean[] { true, false }) {
			final float seen = left ? c.skin.leftSeen : c.skin.rightSeen;
			if (seen < 0.01f) continue;
			final LidFrame f = new LidFrame(c, left);
			final float[] mask = new float[c.l.length];
			if (layer.type() == LayerType.LINER) upper(c, layer, f, mask);
			else lower(c, layer, f, mask);
			cover(c, layer, f, mask, seen);
		}
	}

	private static void upper(final FaceCanvas c, final Layer layer,
		final LidFrame f, final float[] mask)
	{
		final double thick = layer.number("thickness") * f.width;
		final double soft = c.unit * SOFT + layer.number("soft") * thick;
		final double inner = layer.number("inner");
		final int n = f.upper.size();
		final double[] x = new double[n], y = new double[n], half = new double[n];
		for (int i = 0; i < n; i++) {
			final double s = (double) i / (n - 1);
			half[i] = 0.5 * thick * (1 - 0.65 * FaceCanvas.step(0.1, 0.9, s)) *
				(0.35 + 0.65 * FaceCanvas.step(0, 0.18, s)) * (1 -
				FaceCanvas.step(inner - 0.15, inner, s));
			final double lift = 0.7 * half[i];
			x[i] = f.upper.x()[i] + lift * f.upX;
			y[i] = f.upper.y()[i] + lift * f.upY;
		}
		Strokes.draw(new Outline(x, y, false), half, soft, mask, c.width);
		if (layer.number("wing") > 0) wing(c, layer, f, thick, soft, mask);
	}

	/** From the outer third of the lid past the corner to a point. */
	private static void wing(final FaceCanvas c, final Layer layer,
		final LidFrame f, final double thick, final double soft, final float[] mask)
	{
		final double length = layer.number("wing"), r = Math.toRadians(layer.number(
			"angle"));
		final double[] tip = f.at(length * Math.cos(r), length * Math.sin(r));
		final double[] start = LidFrame.point(f.upper, 0.3);
		final double lift = 0.35 * thick;
		final double[] corner = f.at(-0.02, 0.035);
		final int n = 13;
		final double[] x = new double[n], y = new double[n], half = new double[n];
		for (int i = 0; i < n; i++) {
			final double t = (double) i / (n - 1), u = 1 - t;
			final double lifted = lift * (1 - t);
			x[i] = u * u * start[0] + 2 * u * t * corner[0] + t * t * tip[0] + lifted *
				f.upX;
			y[i] = u * u * start[1] + 2 * u * t * corner[1] + t * t * tip[1] + lifted *
				f.upY;
			half[i] = 0.5 * thick * Math.min(1, 1.7 * u) * (0.9 + 0.1 * u);
		}
		Strokes.draw(new Outline(x, y, false), half, soft, mask, c.width);
	}

	private static void lower(final FaceCanvas c, final Layer layer,
		final LidFrame f, final float[] mask)
	{
		final double thick = layer.number("thickness") * f.width;
		final double inner = layer.number("inner");
		final int n = f.lower.size();
		final double[] x = new double[n], y = new double[n], half = new double[n];
		for (int i = 0; i < n; i++) {
			final double s = (double) i / (n - 1);
			half[i] = 0.5 * thick * (1 - 0.5 * s) * (1 - FaceCanvas.step(inner - 0.3,
				inner, s));
			x[i] = f.lower.x()[i] - 0.6 * half[i] * f.upX;
			y[i] = f.lower.y()[i] - 0.6 * half[i] * f.upY;
		}
		Strokes.draw(new Outline(x, y, false), half, c.unit * SOFT + 2 * layer
			.number("soft") * thick, mask, c.width);
	}

	/** Near the lashes the line may cover what is dark; farther out only skin. */
	private static void cover(final FaceCanvas c, final Layer layer,
		final LidFrame f, final float[] mask, final float seen)
	{
		final OkLab ink = layer.color();
		final float[] eye = c.regions.eye(f.left);
		final double u = c.unit;
		final double inside = layer.type() == LayerType.LINER ? 0.02 * u : -0.012 * u;
		for (int i = 0; i < mask.length; i++) {
			if (mask[i] <= 0) continue;
			final double out = f.out(i % c.width + 0.5, i / c.width + 0.5);
			final float free = Math.max(c.skin.lidLikeness[i], 1 - FaceCanvas.step(
				-0.02, 0.05, out));
			final float ball = FaceCanvas.step(inside, inside + 0.025 * u, eye[i]);
			ink(c, i, mask[i] * layer.opacity() * seen * free * (1 - ball), ink);
		}
	}

	/** Opaque ink, which never makes a pixel lighter. */
	static void ink(final FaceCanvas c, final int i, final float m,
		final OkLab ink)
	{
		if (!(m > 0.004f)) return;
		final float light = Math.min(c.l[i], ink.l() + 0.12f * c.l[i]);
		c.set(i, c.l[i] + m * (light - c.l[i]), c.a[i] + m * (ink.a() - c.a[i]),
			c.b[i] + m * (ink.b() - c.b[i]));
	}
}
