package sc.fiji.tinybeauty.models.train;

/**
 * Notices a training that has fallen to "no make-up": its weighted error stays
 * at that of a zero residual. Pixels without make-up hardly count in that error,
 * so it does not move either when only they are learnt.
 */
final class CollapseWatch {

	/** Error relative to doing nothing above which nothing was learnt. */
	private static final double STUCK = 0.96;
	private static final double MEMORY = 0.98;

	private final int after;
	private float ratio;
	private float seen;

	/** @param after steps before judging */
	CollapseWatch(final int after) {
		this.after = after;
	}

	/**
	 * @param step step counted from 0
	 * @param error weighted error of the step
	 * @param idleError what a zero residual would have cost
	 * @return whether to give this attempt up
	 */
	boolean collapsed(final int step, final double error,
		final double idleError)
	{
		if (idleError > 0) {
			ratio = (float) (MEMORY * ratio + (1 - MEMORY) * error / idleError);
			seen = (float) (MEMORY * seen + (1 - MEMORY));
		}
		return step >= after && relativeError() > STUCK;
	}

	/** @return recent error relative to doing nothing, 1 = nothing learnt */
	double relativeError() {
		return seen == 0 ? 1 : (double) ratio / seen;
	}

	/** @return the memory, for {@link #restore(float[])} */
	float[] save() {
		return new float[] { ratio, seen };
	}

	void restore(final float[] saved) {
		ratio = saved[0];
		seen = saved[1];
	}
}
