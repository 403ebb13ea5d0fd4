package sc.fiji.tinybeauty.models.recipe;

/** Paints one kind of layer. */
interface Painter {

	/** Changes the canvas where the layer has an effect, and nowhere else. */
	void paint(FaceCanvas canvas, Layer layer);

	/** @return the painter of a kind of layer */
	static Painter of(final LayerType type) {
		return switch (type) {
			case TONE -> new TonePainter();
			case EVENING -> new EveningPainter();
			case BLUSH, CONTOUR, HIGHLIGHT -> new CheekPainter();
			case SHADOW -> new ShadowPainter();
			case LINER, LOWER_LINER -> new LinerPainter();
			case LASHES -> new LashPainter();
			case BROWS -> new BrowPainter();
			case LIPS -> new LipPainter();
		};
	}
}
