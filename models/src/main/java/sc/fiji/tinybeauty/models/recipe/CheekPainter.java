package sc.fiji.tinybeauty.models.recipe;

/**
 * Blush, contour and highlight: soft spots in the canonical frame, which
 * follows cheekbones and jaw of each face.
 */
final class CheekPainter implements Painter {

	/** A soft elongated spot; mirrored to the other cheek. */
	private static final class Spot {

		private final double u, v, xu, xv, yu, yv, weight;

		Spot(final double u, final double v, final double along,
			final double across, final double degrees, final double weight)
		{
			final double r = Math.toRadians(degrees);
			this.u = u;
			this.v = v;
			xu = Math.cos(r) / along;
			xv = -Math.sin(r) / along;
			yu = Math.sin(r) / across;
			yv = Math.cos(r) / across;
			this.weight = weight;
		}

		double at(final double pu, final double pv, final double size) {
			final double du = (pu - u) / size, dv = (pv - v) / size;
			final double x = xu * du + xv * dv, y = yu * du + yv * dv;
			final double q = x * x + y * y;
			return q > 9 ? 0 : weight * Math.exp(-0.5 * q);
		}
	}

	@Override
	public void paint(final FaceCanvas c, final Layer layer) {
		final Spot[] spots = spots(c, layer);
		final OkLab pigment = c.skin.adapt(layer.color(), layer.number("follow"));
		final float size = layer.number("size");
		final float[] uv = c.canonical();
		final int n = c.l.length;
		final float[] mask = new float[n];
		for (int i = 0; i < n; i++) {
			if (c.skin.bare[i] <= 0) continue;
			final double u = Math.abs(uv[i]), v = uv[n + i];
			double m = 0;
			for (final Spot s : spots)
				m = Math.max(m, s.at(u, v, size));
			mask[i] = (float) m;
		}
		clip(c, mask);
		for (int i = 0; i < n; i++)
			c.paintSkin(i, layer.opacity() * Math.max(0, mask[i] - 0.02f), pigment);
	}

	private static void clip(final FaceCanvas c, final float[] mask) {
		final float[] keep = c.skin.bare.clone();
		final float[] oval = c.regions.face.get();
		for (int i = 0; i < mask.length; i++)
			keep[i] *= FaceCanvas.step(0, 0.12 * c.unit, oval[i]);
		final float[] soft = Blur.gauss(keep, c.width, 0.012 * c.unit);
		for (int i = 0; i < mask.length; i++)
			mask[i] *= Math.min(keep[i] > 0 ? 1 : 0, soft[i]);
	}

	/** Round faces carry blush steeper, long faces flatter. */
	private static Spot[] spots(final FaceCanvas c, final Layer layer) {
		final double wide = Math.hypot(c.face.x(454) - c.face.x(234), c.face.y(454) -
			c.face.y(234)) / Math.hypot(c.face.x(152) - c.face.x(10), c.face.y(152) -
				c.face.y(10));
		final double steep = Math.max(10, Math.min(45, 26 + 120 * (wide - 0.83)));
		return switch (layer.type()) {
			case BLUSH -> {
				final double lift = 0.15 * layer.number("lift");
				yield new Spot[] { new Spot(0.62, 0.55 - lift, 0.24, 0.15, steep, 1),
					new Spot(0.82, 0.42 - lift, 0.18, 0.12, steep + 5, 0.7) };
			}
			case CONTOUR -> new Spot[] { new Spot(0.80, 0.74, 0.22, 0.06, steep + 15,
				1), new Spot(0.86, -0.35, 0.12, 0.22, 10, 0.6), new Spot(0.72, 1.28, 0.3,
					0.07, 52, 0.6), new Spot(0.19, 0.25, 0.035, 0.25, 0, 0.45) };
			default -> new Spot[] { new Spot(0.72, 0.27, 0.20, 0.05, steep + 5, 1),
				new Spot(0, 0.28, 0.035, 0.24, 0, 0.7), new Spot(0, 0.86, 0.05, 0.02, 0,
					0.6) };
		};
	}
}
