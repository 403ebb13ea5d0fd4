package sc.fiji.tinybeauty.models.recipe;

import sc.fiji.tinybeauty.ops.region.DistanceField;
import sc.fiji.tinybeauty.ops.region.Outline;

/**
 * Evens the skin between two scales: what is finer than pores and coarser than
 * the cheek stays, and so do strong edges such as moles and wrinkles.
 */
final class EveningPainter implements Painter {

	@Override
	public void paint(final FaceCanvas c, final Layer layer) {
		final float tone = layer.number("tone"), light = layer.number("light");
		final float[] mask = mask(c);
		final float[] under = underEyes(c);
		final double fine = 0.025 * c.unit;
		final float[] l = Blur.gauss(c.l, c.width, fine), a = Blur.gauss(c.a, c.width,
			fine), b = Blur.gauss(c.b, c.width, fine);
		final float lift = layer.number("underEye");
		for (int i = 0; i < mask.length; i++) {
			final float m = mask[i] * layer.opacity();
			if (m < 0.004f) continue;
			final float dl = l[i] - c.baseL[i];
			final float bright = -light * limited(dl, 0.035f) + lift * under[i] * Math
				.max(0, limited(c.skin.color.l() - l[i], 0.08f));
			c.set(i, c.l[i] + m * bright, c.a[i] - m * tone * limited(a[i] -
				c.baseA[i], 0.03f), c.b[i] - m * tone * limited(b[i] - c.baseB[i],
					0.03f));
		}
	}

	/** Small differences pass, large ones (structure) fall to zero. */
	private static float limited(final float d, final float scale) {
		final float q = d / scale;
		return d / (1 + q * q);
	}

	private static float[] mask(final FaceCanvas c) {
		final float[] m = c.skin.bare.clone();
		final float[] inside = c.regions.face.get();
		for (int i = 0; i < m.length; i++)
			m[i] *= FaceCanvas.step(0, 0.2 * c.unit, inside[i]);
		final float[] soft = Blur.gauss(m, c.width, 0.015 * c.unit);
		for (int i = 0; i < soft.length; i++)
			if (inside[i] <= 0) soft[i] = 0;
		return soft;
	}

	private static float[] underEyes(final FaceCanvas c) {
		final float[] under = new float[c.l.length];
		final int[][] lines = { { 226, 31, 228, 229, 230, 231, 232, 233, 244 }, {
			446, 261, 448, 449, 450, 451, 452, 453, 464 } };
		final double reach = 0.16 * c.unit;
		for (final int[] line : lines) {
			final float[] d = FaceCanvas.plane(DistanceField.unsigned(Outline.of(c.face,
				false, line).smooth(3), c.width, c.height, reach));
			for (int i = 0; i < d.length; i++)
				under[i] = Math.max(under[i], 1 - FaceCanvas.step(0, reach, d[i]));
		}
		return under;
	}
}
