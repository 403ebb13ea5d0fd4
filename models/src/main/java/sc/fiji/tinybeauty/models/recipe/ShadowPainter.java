package sc.fiji.tinybeauty.models.recipe;

import sc.fiji.tinybeauty.ops.region.Outline;

/** Eyeshadow in lid coordinates. */
final class ShadowPainter implements Painter {

	/** Points of the lid's prolongation past the outer corner. */
	private static final int EXTRA = 6;

	@Override
	public void paint(final FaceCanvas c, final Layer layer) {
		for (final boolean left : new boolean[] { true, false }) {
			final float seen = left ? c.skin.leftSeen : c.skin.rightSeen;
			if (seen > 0.01f) paint(c, layer, new LidFrame(c, left), seen);
		}
	}

	private void paint(final FaceCanvas c, final Layer layer, final LidFrame f,
		final float seen)
	{
		final OkLab first = c.skin.adapt(layer.color(), layer.number("follow"));
		final OkLab second = c.skin.adapt(layer.color2(), layer.number("follow"));
		final int n = c.l.length;
		final float[] mask = new float[n], part = new float[n], sheen = new float[n];
		upper(c, layer, f, mask, part, sheen);
		if (layer.number("lower") > 0) lower(c, layer, f, mask, part);
		final float[] soft = Blur.gauss(mask, c.width, 0.012 * c.unit);
		final float[] free = free(c, f);
		final float shimmer = layer.number("shimmer");
		for (int i = 0; i < n; i++) {
			if (soft[i] < 0.004f || free[i] < 0.004f) continue;
			final float m = (soft[i] - 0.004f) * seen * layer.opacity() * free[i];
			final OkLab p = first.mix(second, part[i]);
			c.paintSkin(i, m, shimmer == 0 ? p : lit(p, shimmer * sheen[i]));
		}
	}

	/** Metal shines with its own colour. */
	private static OkLab lit(final OkLab p, final float shine) {
		final float gain = 1 + 0.45f * shine;
		return new OkLab(Math.min(0.97f, p.l() * gain + 0.06f * shine), p.a(), p
			.b());
	}

	/** Lids and skin, without eyeballs, brows and what hides them. */
	private static float[] free(final FaceCanvas c, final LidFrame f) {
		final float[] eye = c.regions.eye(f.left), brow = c.regions.brow(f.left);
		final float[] free = new float[eye.length];
		final double u = c.unit;
		for (int i = 0; i < free.length; i++) {
			final float near = FaceCanvas.step(-0.07 * u, -0.025 * u, eye[i]);
			free[i] = c.skin.lidLikeness[i] * (1 - FaceCanvas.step(-0.014 * u, 0.01 *
				u, eye[i])) * (1 - FaceCanvas.step(-0.06 * u, 0.02 * u, brow[i])) * (near > 0 ? 1 -
					near * c.skin.white(i) : 1);
		}
		return Blur.gauss(free, c.width, 0.008 * u);
	}

	private static void upper(final FaceCanvas c, final Layer layer,
		final LidFrame f, final float[] mask, final float[] part,
		final float[] sheen)
	{
		final float start = layer.number("start");
		final double wing = 0.16 + 0.6 * layer.number("wing");
		final Outline lid = f.upperWithWing(wing, 24);
		final float height = layer.number("height"), outer = layer.number("outer"),
				crease = layer.number("crease"), hold = layer.number("hold");
		final LidFrame.Place p = new LidFrame.Place();
		final int[] box = box(c, f, 1.1);
		for (int y = box[1]; y < box[3]; y++)
			for (int x = box[0]; x < box[2]; x++) {
				if (f.up(x, y) < -0.3) continue;
				p.find(f, lid, EXTRA, x + 0.5, y + 0.5);
				final double out = f.out(x + 0.5, y + 0.5), s = -out;
				final double h = p.h / (height * f.browHeight(s));
				if (h > 1 || p.h < -0.05 * f.width) continue;
				final double lowEdge = FaceCanvas.step(-0.05 * f.width, 0, p.h);
				final double fade = 1 - FaceCanvas.step(hold, 1, h);
				final double along = (start > 0 ? FaceCanvas.step(start - 0.2, start + 0.1, s) : 1 -
					FaceCanvas.step(-0.08, wing - 0.25 * h, out)) * (1 - 0.4 * FaceCanvas.step(0.5, 0.85, s)) * (1 - FaceCanvas.step(0.85,
						1.1, s));
				final double depth = outer * (1 - FaceCanvas.step(0, 0.5, s)) + crease *
					Math.exp(-8 * (h - 0.5) * (h - 0.5)) * (1 - 0.5 * FaceCanvas.step(0.5,
						1, s));
				final int i = y * c.width + x;
				mask[i] = (float) (lowEdge * fade * along);
				sheen[i] = (float) Math.exp(-10 * (s - 0.5) * (s - 0.5) - 14 * (h - 0.3) *
					(h - 0.3));
				part[i] = (float) Math.min(1, depth);
			}
	}

	private static void lower(final FaceCanvas c, final Layer layer,
		final LidFrame f, final float[] mask, final float[] part)
	{
		final double size = layer.number("lowerSize") * f.width;
		final float strength = layer.number("lower");
		final LidFrame.Place p = new LidFrame.Place();
		final int[] box = box(c, f, 0.7);
		for (int y = box[1]; y < box[3]; y++)
			for (int x = box[0]; x < box[2]; x++) {
				if (f.up(x, y) > 0.15) continue;
				p.find(f, f.lower, 0, x + 0.5, y + 0.5);
				if (-p.h > size || p.h > 0.05 * f.width) continue;
				final double along = (0.45 + 0.55 * (1 - FaceCanvas.step(0.2, 0.8, p.s))) *
					(1 - FaceCanvas.step(0.85, 1, p.s));
				final double m = strength * along * (1 - FaceCanvas.step(0, size, -p.h));
				final int i = y * c.width + x;
				if (m <= mask[i]) continue;
				mask[i] = (float) m;
				part[i] = 1 - FaceCanvas.step(0.2, 0.9, p.s);
			}
	}

	/** Pixels within some eye widths of the middle of the eye: x0, y0, x1, y1. */
	static int[] box(final FaceCanvas c, final LidFrame f, final double reach) {
		final double[] mid = f.at(-0.5, 0);
		final double r = (reach + 0.5) * f.width;
		return new int[] { (int) Math.max(0, mid[0] - r), (int) Math.max(0, mid[1] -
			r), (int) Math.min(c.width, mid[0] + r), (int) Math.min(c.height, mid[1] +
				r) };
	}
}
