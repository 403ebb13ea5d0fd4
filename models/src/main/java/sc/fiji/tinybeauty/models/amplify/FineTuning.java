package sc.fiji.tinybeauty.models.amplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sc.fiji.tinybeauty.models.engine.TrainableFunction;
import sc.fiji.tinybeauty.models.train.TrainingListener;

/**
 * Fine-tunes the prior on the seeds: each seed is the target, 1 to 4 others of
 * its style are the exemplars, in varied framing and light, mixed with 40 %
 * random make-up on bare faces; averaged weights.
 * <p>
 * AUTO first finds out whether it helps and how far to go: the seeds are split
 * into three folds; for each, a tuning that never sees the fold is measured on it
 * at a third, two thirds and all of the steps, with its own weights and with those
 * halfway between the prior's and its own, and so is the prior, with the same
 * exemplars. Only if the mean PSNR over all seeds rises is the prior then tuned on
 * all seeds, as did best. Both figures are of unseen people, those of the tuning
 * even on fewer seeds than it gets at last.
 * </p>
 */
public final class FineTuning {

	/** Fewer seeds of a style cannot be split into folds. */
	public static final int FOLDS = 3;
	private static final int CHECKS = 3;
	/** Parts of the way from the prior's weights to the tuned ones. */
	private static final double[] SHARES = { 0.5, 1 };
	/** Gain below which tuning is not worth its risk, dB. */
	private static final double LEAST_GAIN = 0.05;

	/** Whether to tune. */
	public enum Mode {
			/** If leave-out figures say that it helps. */
			AUTO,
			/** Never. */
			NO,
			/** In any case, without control. */
			YES;

		/**
		 * @param text "auto", "no" or "yes" in any case
		 * @return the mode
		 * @throws IllegalArgumentException for any other text
		 */
		public static Mode parse(final String text) {
			for (final Mode mode : values())
				if (mode.toString().equals(text.strip().toLowerCase(Locale.ROOT)))
					return mode;
			throw new IllegalArgumentException("Fine-tuning is auto, no or yes, not \"" +
				text + "\".");
		}

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/**
	 * @param mode whether to tune
	 * @param steps most steps of a tuning; AUTO makes up to four times as many
	 * @param batch samples a step
	 * @param rate learning rate
	 * @param seed seed of all draws
	 */
	public record Options(Mode mode, int steps, int batch, double rate,
		long seed)
	{

		/** @return 300 steps of 8 samples at 3e-4 */
		public static Options of(final Mode mode, final long seed) {
			return new Options(mode, 300, 8, 3e-4, seed);
		}
	}

	/**
	 * @param prior the prior to use, tuned or as it was
	 * @param tuned whether it was tuned
	 * @param steps steps of that tuning
	 * @param untunedPsnr PSNR of the given prior on held-out seeds, dB; not a
	 *          number if it was not measured
	 * @param tunedPsnr PSNR of the best tuning on held-out seeds, dB
	 * @param message what was decided and why, one sentence
	 */
	public record Result(Prior prior, boolean tuned, int steps,
		double untunedPsnr, double tunedPsnr, String message)
	{}

	private final Prior prior;
	private final List<List<SeedPair>> styles;
	private final PriorFaces faces;
	private final Options options;
	private final TrainingListener listener;
	private int before;
	private int total;

	private FineTuning(final Prior prior, final List<List<SeedPair>> styles,
		final PriorFaces faces, final Options options,
		final TrainingListener listener)
	{
		this.prior = prior;
		this.styles = styles;
		this.faces = faces;
		this.options = options;
		this.listener = listener;
	}

	/**
	 * Tunes as the mode says. On the processor, one thread and one that makes
	 * samples; the same arguments give the same weights.
	 *
	 * @param prior the general prior
	 * @param styles seeds of every style
	 * @param faces bare faces of other people for the random make-up; six or more,
	 *          or none: then the seeds' own, if they are six or more
	 * @param options settings
	 * @param listener is told about steps and decisions and may stop it; then the
	 *          prior stays untuned
	 * @return the prior to use
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static Result run(final Prior prior,
		final Map<String, List<SeedPair>> styles, final List<BareFace> faces,
		final Options options, final TrainingListener listener)
		throws InterruptedException
	{
		final Result untuned = new Result(prior, false, 0, Double.NaN, Double.NaN,
			"The prior is used without fine-tuning.");
		if (options.mode() == Mode.NO) return untuned;
		if (options.mode() == Mode.AUTO && styles.values().stream().noneMatch(s -> s
			.size() >= FOLDS)) return new Result(prior, false, 0, Double.NaN,
				Double.NaN, "Fewer than " + FOLDS +
					" seeds leave none to check fine-tuning with: the prior is used as it is.");
		final List<BareFace> people = new ArrayList<>(faces);
		if (people.isEmpty()) styles.values().forEach(list -> list.forEach(
			s -> people.add(BareFace.of(s.name(), s.bare(), s.landmarks()))));
		if (people.size() < PriorGroup.FACES) throw new IllegalArgumentException(
			"Fine-tuning needs at least " + PriorGroup.FACES +
				" bare faces: name a folder of faces or use finetune=no.");
		try (TrainableFunction net = new TrainableFunction(ResidualDiffusion
			.graph()))
		{
			final FineTuning tuning = new FineTuning(prior, List.copyOf(styles
				.values()), new PriorFaces(people), options, listener);
			return options.mode() == Mode.YES ? tuning.all(net, options.steps(), 1,
				Double.NaN, Double.NaN) : tuning.controlled(net);
		}
	}

	private Result controlled(final TrainableFunction net)
		throws InterruptedException
	{
		total = (FOLDS + 1) * options.steps();
		final double[] psnr = new double[1 + CHECKS * SHARES.length];
		int pictures = 0;
		for (int fold = 0; fold < FOLDS; fold++) {
			final LeaveOut held = new LeaveOut(styles, fold, FOLDS);
			pictures += held.size();
			final SeedTuner tuner = new SeedTuner(net, prior, options);
			psnr[0] += held.psnr(tuner.denoiser(0));
			if (!tuner.run(held.kept, faces, options.steps(), listener, step -> {
				told(tuner, step);
				for (int k = 1; k < psnr.length; k++)
					if (step == step(k)) psnr[k] += held.psnr(tuner.denoiser(share(k)));
			})) return stopped();
			before += options.steps();
			listener.message(String.format(Locale.ROOT,
				"Fold %d of %d: untuned %.2f dB, tuned %.2f dB at the end (means so far, %d pictures).",
				fold + 1, FOLDS, psnr[0] / pictures, psnr[psnr.length - 1] / pictures,
				pictures));
		}
		int best = 1;
		for (int k = 0; k < psnr.length; k++)
			psnr[k] /= pictures;
		for (int k = 2; k < psnr.length; k++)
			if (psnr[k] > psnr[best]) best = k;
		if (psnr[best] < psnr[0] + LEAST_GAIN) return new Result(prior, false, 0,
			psnr[0], psnr[best], String.format(Locale.ROOT,
				"Fine-tuning does not help on held-out seeds (%.2f dB, untuned %.2f dB): the prior is used as it is.",
				psnr[best], psnr[0]));
		return all(net, step(best), share(best), psnr[0], psnr[best]);
	}

	private static double share(final int candidate) {
		return SHARES[(candidate - 1) % SHARES.length];
	}

	private int step(final int candidate) {
		return Math.max(1, (1 + (candidate - 1) / SHARES.length) * options.steps() /
			CHECKS);
	}

	private Result all(final TrainableFunction net, final int steps,
		final double share, final double untuned, final double tuned)
		throws InterruptedException
	{
		total = before + steps;
		final SeedTuner tuner = new SeedTuner(net, prior, options);
		if (!tuner.run(styles, faces, steps, listener, step -> told(tuner, step)))
			return stopped();
		return new Result(Prior.of(tuner.weights(share), "tuned",
			"The amplifier's prior, fine-tuned on the seeds of one data set.", prior,
			options.seed(), steps), true, steps, untuned, tuned, Double.isNaN(untuned)
				? "The prior was fine-tuned, without control." : String.format(
					Locale.ROOT,
					"Fine-tuning helps on held-out seeds (%.2f dB, untuned %.2f dB): tuned on all of them for %d steps, %.0f %% of the way.",
					tuned, untuned, steps, 100 * share));
	}

	private void told(final SeedTuner tuner, final int step) {
		listener.step(before + step, total, tuner.relativeError(), tuner
			.relativeError());
	}

	private Result stopped() {
		return new Result(prior, false, 0, Double.NaN, Double.NaN,
			"Fine-tuning was stopped: the prior is used as it is.");
	}
}
