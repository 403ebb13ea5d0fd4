package sc.fiji.tinybeauty.models.recipe;

import sc.fiji.tinybeauty.ops.region.Outline;
import sc.fiji.tinybeauty.ops.region.RegionMasks;

/**
 * Where the lips are: the mesh says it to a few pixels, the colour of lips,
 * skin, teeth and beard the rest.
 */
final class LipMask {

	/** Weight of lightness, which shadows disturb, against hue. */
	private static final float LIGHT = 0.3f;

	/** Coverage 0..1. */
	final float[] mask;
	/** Mean colour of the lips. */
	final OkLab color;

	LipMask(final FaceCanvas c) {
		final double u = c.unit;
		final Outline mouth = RegionMasks.mouth(c.face);
		final float[] outer = c.regions.lips.get();
		final float[] inner = c.regions.mouth.get();
		final float open = FaceCanvas.step(0.012, 0.04, mouth.area() / (u * mouth
			.length() / 2));
		color = mean(c, outer, inner, 0.035 * u, 1e9);
		final OkLab around = mean(c, outer, inner, -0.12 * u, -0.05 * u);
		final float[] t = Blur.gauss(towardsLips(c, color, around), c.width, 0.012 *
			u);
		final float trust = FaceCanvas.step(0.015, 0.05, separation(color, around));
		final double e = 0.022 * u;
		final float[] local = local(c, outer, inner);
		mask = new float[outer.length];
		final float[] spared = new float[outer.length];
		for (int i = 0; i < mask.length; i++) {
			if (outer[i] < -0.09 * u) continue;
			final double shift = 1.8 * trust * (Math.max(-0.1, Math.min(1.1, t[i])) -
				0.5);
			mask[i] = FaceCanvas.step(-1, 1, outer[i] / e + 2 * shift) * corner(c, i);
			final float dark = 1 - c.l[i] / local[i];
			spared[i] = Math.max(open * insideMouth(c, i, inner[i], dark, e), hair(dark,
				outer[i], u));
		}
		final float[] soft = Blur.gauss(spared, c.width, 0.01 * u);
		for (int i = 0; i < mask.length; i++)
			mask[i] *= 1 - soft[i];
	}

	/** Colour ends before the corners of the mouth. */
	private static float corner(final FaceCanvas c, final int i) {
		final double x = i % c.width + 0.5, y = i / c.width + 0.5;
		return FaceCanvas.step(0.01 * c.unit, 0.075 * c.unit, Math.min(Math.hypot(x -
			c.face.x(61), y - c.face.y(61)), Math.hypot(x - c.face.x(291), y - c.face
				.y(291))));
	}

	/** Lightness of the lips around each pixel. */
	private float[] local(final FaceCanvas c, final float[] outer,
		final float[] inner)
	{
		final float[] w = new float[outer.length];
		for (int i = 0; i < w.length; i++)
			w[i] = outer[i] > 0 && inner[i] < 0 ? 1 : 0;
		final double sigma = 0.08 * c.unit;
		return Blur.normalised(c.l, w, Blur.gauss(w, c.width, sigma), color.l(),
			c.width, sigma);
	}

	/** 1 where the mouth is open: by place, corrected by teeth and darkness. */
	private float insideMouth(final FaceCanvas c, final int i, final float d,
		final float darker, final double e)
	{
		final float teeth = FaceCanvas.step(0.04, 0.12, c.l[i] - color.l()) *
			FaceCanvas.step(0.25, 0.6, 1 - c.a[i] / Math.max(0.02f, color.a()));
		final float dark = FaceCanvas.step(0.25, 0.5, darker);
		final double shift = 2 * Math.max(teeth, dark) - 0.7;
		return FaceCanvas.step(-1, 1, d / e + 1.6 * shift);
	}

	/** Beard and moustache over the border of the lips. */
	private static float hair(final float dark, final float outer,
		final double u)
	{
		return FaceCanvas.step(0.25, 0.45, dark) * (1 - FaceCanvas.step(0.02 * u, 0.06 * u, outer));
	}

	private static float separation(final OkLab p, final OkLab q) {
		return (float) Math.hypot(LIGHT * (p.l() - q.l()), Math.hypot(p.a() - q.a(), p
			.b() - q.b()));
	}

	/** 0 = the skin around, 1 = the lips. */
	private static float[] towardsLips(final FaceCanvas c, final OkLab lips,
		final OkLab around)
	{
		final float vl = LIGHT * (lips.l() - around.l()), va = lips.a() - around.a(),
				vb = lips.b() - around.b();
		final float vv = Math.max(1e-5f, vl * vl + va * va + vb * vb);
		final float[] t = new float[c.l.length];
		for (int i = 0; i < t.length; i++)
			t[i] = (LIGHT * (c.l[i] - around.l()) * vl + (c.a[i] - around.a()) * va +
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
