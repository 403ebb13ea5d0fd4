package sc.fiji.tinybeauty.models.recipe;

/** Fills brows: hair gets deeper, gaps between hairs get a little colour. */
final class BrowPainter implements Painter {

	@Override
	public void paint(final FaceCanvas c, final Layer layer) {
		final OkLab color = c.skin.adapt(layer.color(), 0.35f);
		final float[] near = Blur.gauss(c.l, c.width, 0.03 * c.unit);
		for (final boolean left : new boolean[] { true, false }) {
			final float[] d = c.regions.brow(left);
			for (int i = 0; i < d.length; i++) {
				final float inside = FaceCanvas.step(-0.045 * c.unit, 0.03 * c.unit,
					d[i]);
				if (inside <= 0) continue;
				final float bl = Math.max(0.1f, c.baseL[i]);
				final float hair = FaceCanvas.step(0.03, 0.2, 1 - c.l[i] / bl);
				final float brow = FaceCanvas.step(0.02, 0.12, 1 - near[i] / bl);
				final float m = inside * layer.opacity() * brow * (layer.number("fill") *
					(1 - hair) + 0.55f * hair);
				fill(c, i, m, color);
			}
		}
	}

	private static void fill(final FaceCanvas c, final int i, final float m,
		final OkLab color)
	{
		if (!(m > 0.004f)) return;
		final float target = Math.min(c.l[i], color.l() * 0.75f + 0.25f * c.l[i]);
		c.set(i, c.l[i] + m * (target - c.l[i]), c.a[i] + 0.7f * m * (color.a() -
			c.a[i]), c.b[i] + 0.7f * m * (color.b() - c.b[i]));
	}
}
