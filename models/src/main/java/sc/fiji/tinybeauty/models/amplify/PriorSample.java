package sc.fiji.tinybeauty.models.amplify;

/**
 * One training sample of the RDM on the network's grid.
 *
 * @param condition all inputs behind the noisy residual (151, 64, 64)
 * @param truth true residual in units of r (48, 64, 64)
 * @param weight weight of every value, not normalised; same shape
 */
record PriorSample(float[] condition, float[] truth, float[] weight) {

	private static final int PIXELS = ResidualDiffusion.SIZE *
		ResidualDiffusion.SIZE;
	/** Residual from which a pixel counts as made up, and its weight. */
	private static final float MADE_UP = 0.02f, EMPHASIS = 5;

	/** @param residual the true residual, planar, of pictures in 0..1 */
	static PriorSample of(final float[] condition, final float[] residual) {
		final float[] r = new float[residual.length], w = new float[r.length];
		for (int i = 0; i < PIXELS; i++) {
			float most = 0;
			for (int k = i; k < r.length; k += PIXELS) {
				r[k] = Math.max(-ResidualDiffusion.LIMIT, Math.min(
					ResidualDiffusion.LIMIT, ResidualDiffusion.SCALE * residual[k]));
				most = Math.max(most, Math.abs(residual[k]));
			}
			for (int k = i; k < w.length; k += PIXELS)
				w[k] = most > MADE_UP ? EMPHASIS : 1;
		}
		final float[] truth = new float[r.length], weight = new float[r.length];
		SpaceToDepth.toGrid(r, truth, 0);
		SpaceToDepth.toGrid(w, weight, 0);
		return new PriorSample(condition, truth, weight);
	}
}
