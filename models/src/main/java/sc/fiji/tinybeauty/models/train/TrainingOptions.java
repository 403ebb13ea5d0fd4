package sc.fiji.tinybeauty.models.train;

/**
 * Settings of a training. Start from {@link #standard(int)} and change what
 * differs.
 *
 * @param steps number of weight updates
 * @param batch examples per step
 * @param seed seed of start weights and augmentation
 * @param peakRate highest learning rate; nets without normalisation collapse
 *          above 1.5e-3
 * @param warmup steps over which the rate rises from zero
 * @param emphasis extra weight of made-up pixels over the others at the
 *          beginning; it falls to {@link #LATE_EMPHASIS}
 * @param edges weight of the eyeliner loss relative to the colour loss
 * @param negatives share of examples without a face
 * @param partUntil share of the steps that see only the part of each crop that
 *          holds the face, which takes half the time; 0 = none
 * @param validateEvery steps between validations
 * @param saveEverySeconds time between checkpoints, if a file is given
 * @param collapseAfter step at which a run that has not moved is given up and
 *          begun again
 */
public record TrainingOptions(int steps, int batch, long seed, double peakRate,
	int warmup, double emphasis, double edges, double negatives,
	double partUntil, int validateEvery, int saveEverySeconds,
	int collapseAfter)
{

	/**
	 * Extra weight of made-up pixels from {@link #SETTLED} of the steps on. Lasting
	 * emphasis would paint beyond the borders, for little there tells against it.
	 */
	public static final double LATE_EMPHASIS = 1.5;

	/** Share of the steps after which the loss changes no more. */
	private static final double SETTLED = 0.4;
	/** Share of a crop's side that holds the face. */
	private static final double PART = 0.75;
	/** The network halves its picture four times. */
	private static final int MULTIPLE = 16;

	/** Checks the settings. */
	public TrainingOptions {
		if (steps < 1 || batch < 1) throw new IllegalArgumentException(
			"A training needs at least one step and one example per step.");
		if (!(peakRate > 0 && peakRate <= 0.01)) throw new IllegalArgumentException(
			"The learning rate must lie between 0 and 0.01.");
		if (!(negatives >= 0 && negatives < 1)) throw new IllegalArgumentException(
			"The share of pictures without a face must lie between 0 and 1.");
	}

	/** @return settings that suit most styles */
	public static TrainingOptions standard(final int steps) {
		return new TrainingOptions(steps, 16, 1, 1.2e-3, Math.min(100, Math.max(20,
			steps / 20)), 9, 0.3, 0.06, 0.75, Math.max(50, Math.min(500, steps / 8)),
			180, 500);
	}

	/** @return the same with another batch size */
	public TrainingOptions withBatch(final int value) {
		return new TrainingOptions(steps, value, seed, peakRate, warmup, emphasis,
			edges, negatives, partUntil, validateEvery, saveEverySeconds,
			collapseAfter);
	}

	/** @return the same with another seed */
	public TrainingOptions withSeed(final long value) {
		return new TrainingOptions(steps, batch, value, peakRate, warmup, emphasis,
			edges, negatives, partUntil, validateEvery, saveEverySeconds,
			collapseAfter);
	}

	/** @return the same with another highest learning rate */
	public TrainingOptions withPeakRate(final double value) {
		return new TrainingOptions(steps, batch, seed, value, warmup, emphasis,
			edges, negatives, partUntil, validateEvery, saveEverySeconds,
			collapseAfter);
	}

	/** @return the same with another share of steps on parts of the crop */
	public TrainingOptions withPartUntil(final double value) {
		return new TrainingOptions(steps, batch, seed, peakRate, warmup, emphasis,
			edges, negatives, value, validateEvery, saveEverySeconds, collapseAfter);
	}

	/** @return the same with another distance between validations */
	public TrainingOptions withValidateEvery(final int value) {
		return new TrainingOptions(steps, batch, seed, peakRate, warmup, emphasis,
			edges, negatives, partUntil, value, saveEverySeconds, collapseAfter);
	}

	/** @return the same with another weight of the eyeliner loss */
	public TrainingOptions withEdges(final double value) {
		return new TrainingOptions(steps, batch, seed, peakRate, warmup, emphasis,
			value, negatives, partUntil, validateEvery, saveEverySeconds,
			collapseAfter);
	}

	/** @return the same with another emphasis of made-up pixels */
	public TrainingOptions withEmphasis(final double value) {
		return new TrainingOptions(steps, batch, seed, peakRate, warmup, value,
			edges, negatives, partUntil, validateEvery, saveEverySeconds,
			collapseAfter);
	}

	/** @return the same with another time between checkpoints */
	public TrainingOptions withSaveEverySeconds(final int value) {
		return new TrainingOptions(steps, batch, seed, peakRate, warmup, emphasis,
			edges, negatives, partUntil, validateEvery, value, collapseAfter);
	}

	/** @return the same with another share of pictures without a face */
	public TrainingOptions withNegatives(final double value) {
		return new TrainingOptions(steps, batch, seed, peakRate, warmup, emphasis,
			edges, value, partUntil, validateEvery, saveEverySeconds, collapseAfter);
	}

	/** @return the same, given up earlier or later when nothing is learnt */
	public TrainingOptions withCollapseAfter(final int value) {
		return new TrainingOptions(steps, batch, seed, peakRate, warmup, emphasis,
			edges, negatives, partUntil, validateEvery, saveEverySeconds, value);
	}

	/**
	 * @param step step counted from 0
	 * @param size side of the pictures, pixels
	 * @return side of what the network sees at that step, pixels
	 */
	int window(final int step, final int size) {
		final double side = step < partUntil * steps ? PART * size : size;
		return Math.max(MULTIPLE, (int) side / MULTIPLE * MULTIPLE);
	}

	/**
	 * Linear warm-up, then half a cosine down to 2 % of the peak.
	 *
	 * @param step step counted from 0
	 * @param factor what restarts have left of the peak
	 */
	double rate(final int step, final double factor) {
		final double peak = peakRate * factor;
		if (step < warmup) return peak * (step + 1) / warmup;
		final double t = (step - warmup) / (double) Math.max(1, steps - warmup);
		return peak * (0.02 + 0.98 * 0.5 * (1 + Math.cos(Math.PI * Math.min(1,
			t))));
	}

	/** @return share of the squared difference in the loss at a step */
	double squared(final int step) {
		return Math.max(0.4, 1 - step / (SETTLED * steps));
	}

	/** @return extra weight of made-up pixels at a step */
	double emphasis(final int step) {
		final double t = Math.min(1, step / (SETTLED * steps));
		return emphasis + t * (Math.min(emphasis, LATE_EMPHASIS) - emphasis);
	}

	/** @return text that tells two settings apart, kept in checkpoints */
	String fingerprint() {
		return "steps=" + steps + " batch=" + batch + " seed=" + seed + " rate=" +
			peakRate + " warmup=" + warmup + " emphasis=" + emphasis + " edges=" +
			edges + " negatives=" + negatives + " part=" + partUntil;
	}
}
