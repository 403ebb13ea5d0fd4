package sc.fiji.tinybeauty.models.recipe;

import sc.fiji.tinybeauty.ops.region.Outline;
import sc.fiji.tinybeauty.ops.region.RegionMasks;

/**
 * Where the lips are: the mesh says it to a few pixels, the colour of lips,
 * skin, teeth and beard the rest.
 */
final class LipMask {

	/** Coverage 0..1. */
	final float[] mask;
	/** Mean colour of the lips. */
	final OkLab color;

	LipMask(final FaceCanvas c) {
		final double u = c.unit;
		final Outline mouth = RegionMasks.mouth(c.face);
		final float[] outer = c.distance(RegionMasks.lips(c.face), 0.15 * u);
		final float[] inner = c.distance(mouth, 0.1 * u);
		final float open = FaceCanvas.step(0.012, 0.04, mouth.area() / (u * mouth
			.length() / 2));
		color = mean(c, outer, inner, 0.035 * u, 1e9);
		final OkLab around = mean(c, outer, inner, -0.12 * u, -0.05 * u);
		final float[] t = Blur.gauss(towardsLips(c, color, around), c.width, 0.012 *
			u);
		final float trust = FaceCanvas.step(0.015, 0.05, separation(color, around));
		final double e = 0.022 * u;
		mask = new float[outer.length];
		for (int i = 0; i < mask.length; i++) {
			if (outer[i] < -0.09 * u) continue;
			final double shift = 1.8 * trust * (Math.max(-0.1, Math.min(1.1, t[i])) -
				0.5);
			final float edge = FaceCanvas.step(-1, 1, outer[i] / e + 2 * shift);
			final float spared = open * insideMouth(c, i, inner[i], e);
			mask[i] = edge * (1 - spared) * (1 - hair(c, i, outer[i], u));
		}
	}

	/** 1 where the mouth is open: by place, corrected by teeth and darkness. */
	private float insideMouth(final FaceCanvas c, final int i, final float d,
		final double e)
	{
		final float teeth = FaceCanvas.step(0.04, 0.12, c.l[i] - color.l()) *
			FaceCanvas.step(0.25, 0.6, 1 - c.a[i] / Math.max(0.02f, color.a()));
		final float dark = FaceCanvas.step(0.25, 0.5, 1 - c.l[i] / color.l());
		final double shift = 2 * Math.max(teeth, dark) - 0.7;
		return FaceCanvas.step(-1, 1, d / e + 1.6 * shift);
	}

	private float hair(final FaceCanvas c, final int i, final float outer,
		final double u)
	{
		final float darker = FaceCanvas.step(0.25, 0.45, 1 - c.l[i] / color.l());
		return darker * (1 - FaceCanvas.step(0.02 * u, 0.06 * u, outer));
	}

	private static float separation(final OkLab p, final OkLab q) {
		return (float) Math.hypot(0.5 * (p.l() - q.l()), Math.hypot(p.a() - q.a(), p
			.b() - q.b()));
	}

	/** 0 = the skin around, 1 = the lips. */
	private static float[] towardsLips(final FaceCanvas c, final OkLab lips,
		final OkLab around)
	{
		final float vl = 0.5f * (lips.l() - around.l()), va = lips.a() - around.a(),
				vb = lips.b() - around.b();
		final float vv = Math.max(1e-5f, vl * vl + va * va + vb * vb);
		final float[] t = new float[c.l.length];
		for (int i = 0; i < t.length; i++)
			t[i] = (0.5f * (c.l[i] - around.l()) * vl + (c.a[i] - around.a()) * va +
				(c.b[i] - around.b()) * vb) / vv;
		return t;
	}

	private static OkLab mean(final FaceCanvas c, final float[] outer,
		final float[] inner, final double from, final double to)
	{
		double l = 0, a = 0, b = 0, n = 1e-9;
		for (int i = 0; i < outer.length; i++) {
			if (outer[i] < from || outer[i] > to || inner[i] > -0.02 * c.unit ||
				outer[i] <= -0.149 * c.unit) continue;
			l += c.l[i];
			a += c.a[i];
			b += c.b[i];
			n++;
		}
		if (n < 1) return c.skin.color;
		return new OkLab((float) (l / n), (float) (a / n), (float) (b / n));
	}
}
