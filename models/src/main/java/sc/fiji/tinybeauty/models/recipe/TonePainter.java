package sc.fiji.tinybeauty.models.recipe;

/** Shifts the tone of the face's skin, fading out towards its border. */
final class TonePainter implements Painter {

	@Override
	public void paint(final FaceCanvas c, final Layer layer) {
		final float[] mask = c.skin.bare.clone();
		final float[] inside = c.regions.face.get();
		for (int i = 0; i < mask.length; i++)
			mask[i] *= FaceCanvas.step(0, 0.2 * c.unit, inside[i]);
		final float[] soft = Blur.gauss(mask, c.width, 0.02 * c.unit);
		final float l = layer.number("lightness"), a = layer.number("red"), b = layer
			.number("yellow");
		for (int i = 0; i < mask.length; i++) {
			final float m = soft[i] * layer.opacity();
			if (m < 0.004f || inside[i] <= 0) continue;
			c.set(i, c.l[i] + m * l, c.a[i] + m * a, c.b[i] + m * b);
		}
	}
}
