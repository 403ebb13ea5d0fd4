package sc.fiji.tinybeauty.models.train;

/**
 * Adam (Kingma and Ba, "Adam: a method for stochastic optimization") with a clip
 * of the gradient's global norm and an exponential moving average of the
 * weights. Works on plain arrays: 80,000 numbers take a fraction of a
 * millisecond, its moments can be saved (the engine's own optimiser hides them),
 * and the clip has no sign error.
 */
public final class Adam {

	private static final double BETA1 = 0.9;
	private static final double BETA2 = 0.999;
	private static final double EPSILON = 1e-8;
	private static final double MAX_NORM = 1.0;
	private static final double MAX_DECAY = 0.999;

	/** Weights, moments and averages by tensor. */
	public final float[][] weights, first, second, average;
	private final double weightDecay;
	/** Rows of the tensors that {@link Muon} updates; 0 = Adam does. */
	private final int[] rows;
	private long updates;

	/** @param weights start values by tensor; changed in place by updates */
	Adam(final float[][] weights) {
		this(weights, 0);
	}

	/**
	 * @param weights start values by tensor; changed in place by updates
	 * @param weightDecay decoupled decay per unit of the learning rate (Loshchilov
	 *          and Hutter: AdamW); 0 = none
	 */
	public Adam(final float[][] weights, final double weightDecay) {
		this(weights, weightDecay, new int[weights.length]);
	}

	/**
	 * @param weights start values by tensor; changed in place by updates
	 * @param weightDecay as above
	 * @param rows by tensor, the number of rows of a matrix that {@link Muon}
	 *          updates with its momentum in {@link #first}, or 0
	 */
	public Adam(final float[][] weights, final double weightDecay,
		final int[] rows)
	{
		this.weights = weights;
		this.weightDecay = weightDecay;
		this.rows = rows.clone();
		first = zerosLike(weights);
		second = zerosLike(weights);
		average = new float[weights.length][];
		for (int i = 0; i < weights.length; i++)
			average[i] = weights[i].clone();
	}

	private static float[][] zerosLike(final float[][] a) {
		final float[][] zeros = new float[a.length][];
		for (int i = 0; i < a.length; i++)
			zeros[i] = new float[a[i].length];
		return zeros;
	}

	/** @return number of updates made */
	public long updates() {
		return updates;
	}

	/** Continues the count of a saved state. */
	public void setUpdates(final long value) {
		updates = value;
	}

	/** @return the norm over all tensors; not finite if any entry is not */
	public static double norm(final float[][] gradients) {
		double sum = 0;
		for (final float[] g : gradients)
			for (final float v : g)
				sum += (double) v * v;
		return Math.sqrt(sum);
	}

	/**
	 * Makes one update.
	 *
	 * @param gradients finite gradients
	 * @param rate learning rate
	 */
	public void update(final float[][] gradients, final double rate) {
		final double norm = norm(gradients);
		final double clip = norm > MAX_NORM ? MAX_NORM / norm : 1;
		updates++;
		final double c1 = 1 - Math.pow(BETA1, updates);
		final double c2 = 1 - Math.pow(BETA2, updates);
		final double decay = Math.min(MAX_DECAY, (1.0 + updates) / (10 + updates));
		for (int t = 0; t < weights.length; t++) {
			final float[] w = weights[t], m = first[t], v = second[t];
			final float[] a = average[t], g = gradients[t];
			if (rows[t] > 0) Muon.update(w, m, g, clip, rows[t], rate);
			else for (int i = 0; i < w.length; i++) {
				final double d = clip * g[i];
				m[i] = (float) (BETA1 * m[i] + (1 - BETA1) * d);
				v[i] = (float) (BETA2 * v[i] + (1 - BETA2) * d * d);
				if (weightDecay > 0) w[i] -= (float) (rate * weightDecay * w[i]);
				w[i] -= (float) (rate * (m[i] / c1) / (Math.sqrt(v[i] / c2) +
					EPSILON));
			}
			for (int i = 0; i < w.length; i++)
				a[i] = (float) (decay * a[i] + (1 - decay) * w[i]);
		}
	}
}
