package sc.fiji.tinybeauty.models.recipe;

/** Lip colour over the lips' own texture. */
final class LipPainter implements Painter {

	@Override
	public void paint(final FaceCanvas c, final Layer layer) {
		final LipMask lips = new LipMask(c);
		final OkLab pigment = c.skin.adapt(layer.color(), layer.number("follow"));
		final double sigma = 0.05 * c.unit;
		final float[] weight = Blur.gauss(lips.mask, c.width, sigma);
		final float[] bl = Blur.normalised(c.l, lips.mask, weight, lips.color.l(),
			c.width, sigma);
		final float[] ba = Blur.normalised(c.a, lips.mask, weight, lips.color.a(),
			c.width, sigma);
		final float[] bb = Blur.normalised(c.b, lips.mask, weight, lips.color.b(),
			c.width, sigma);
		final float[] edge = c.regions.lips.get();
		final String finish = layer.text("finish");
		for (int i = 0; i < lips.mask.length; i++) {
			if (lips.mask[i] <= 0) continue;
			final float m = lips.mask[i] * layer.opacity();
			final float base = 0.5f * (bl[i] + lips.color.l());
			final float rim = 1 - FaceCanvas.step(0, 0.07 * c.unit, edge[i]);
			final float before = c.l[i];
			c.l[i] = finish(finish, before, bl[i]);
			final float deep = 1 - 0.25f * layer.number("edge") * rim;
			final OkLab p = c.blend(new OkLab(pigment.l() * deep, pigment.a(), pigment
				.b()), c.light[i], base, ba[i], bb[i]);
			final float shine = Math.max(0, c.l[i] / bl[i] - 1);
			final float pale = 1 / (1 + 1.5f * shine);
			paint(c, i, m, before, p, base, pale, ba[i], bb[i]);
		}
	}

	private static void paint(final FaceCanvas c, final int i, final float m,
		final float before, final OkLab p, final float base, final float pale,
		final float ba, final float bb)
	{
		final float ratio = Math.min(1.6f, p.l() / Math.max(0.1f, base));
		final float light = base * ratio + (c.l[i] - base) * FaceCanvas.texture(ratio);
		c.l[i] = before;
		if (!(m > 0.004f)) return;
		final float chroma = Math.max(0.45f, Math.min(1.1f, light / p.l())) * pale;
		c.set(i, before + m * (light - before), c.a[i] + m * (p.a() * chroma - ba +
			0.7f * (ba - c.a[i])), c.b[i] + m * (p.b() * chroma - bb + 0.7f * (bb -
				c.b[i])));
	}

	/**
	 * Contrast of the lips' own light and shade under the finish. Shine is small:
	 * that a lower lip is paler than the upper one, as on deep skin, is none.
	 */
	private static float finish(final String finish, final float l,
		final float around)
	{
		final float d = l - around;
		return switch (finish) {
			case "matte" -> around + (d > 0 ? 0.55f : 0.85f) * d;
			case "gloss" -> around + (d > 0 ? 1.7f : 1) * d;
			default -> around + (d > 0 ? 1.1f : 0.95f) * d;
		};
	}
}
