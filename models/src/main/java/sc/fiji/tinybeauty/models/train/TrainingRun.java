package sc.fiji.tinybeauty.models.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongFunction;

/**
 * The loop of one training: steps, restarts after a collapse, validation, best
 * weights, checkpoints. Bound to one network and one set of pairs.
 */
final class TrainingRun {

	/** A restart lowers the rate by this much. */
	private static final double CALMER = 0.6;
	private static final int MOST_ATTEMPTS = 4;
	private static final int MOST_BAD_STEPS = 5;

	private final TrainingOptions options;
	private final TrainingListener listener;
	private final TrainableNet net;
	private final BalancedSampler sampler;
	private final Validation validation;
	private final MakeupLoss loss;
	private final LongFunction<float[][]> start;
	private final Path checkpoint;
	private TrainingState state;
	private int badSteps;

	/**
	 * @param net the network; its weights are overwritten
	 * @param start weights to begin with, by seed
	 * @param pairs training and validation pairs
	 * @param options settings
	 * @param listener is told
	 * @param checkpoint file to save to, or null
	 * @param terms further terms of the loss; their state is in no checkpoint
	 */
	TrainingRun(final TrainableNet net, final LongFunction<float[][]> start,
		final TrainingPairs pairs, final TrainingOptions options,
		final TrainingListener listener, final Path checkpoint,
		final LossTerm... terms)
	{
		this.net = net;
		this.start = start;
		this.options = options;
		this.listener = listener;
		this.checkpoint = checkpoint;
		sampler = new BalancedSampler(pairs);
		validation = new Validation(pairs);
		loss = new MakeupLoss(options.edges(), terms);
		state = fresh(0);
	}

	private TrainingState fresh(final int attempt) {
		return new TrainingState(start.apply(options.seed() + 1000L * attempt),
			net.rows(), attempt, options.collapseAfter());
	}

	/** Continues from a saved state. */
	void resume(final TrainingState saved) {
		state = saved;
	}

	/** @return the losses and figures so far */
	LossCurve curve() {
		return state.curve;
	}

	/** @return the state after the last step */
	TrainingState state() {
		return state;
	}

	/**
	 * Trains to the end, or until the listener stops it.
	 *
	 * @throws IOException if a checkpoint cannot be written
	 * @throws InterruptedException if the thread is interrupted
	 * @throws IllegalStateException if training collapses again and again or
	 *           gradients are not finite
	 */
	void run() throws IOException, InterruptedException {
		while (!attempt()) {
			if (state.attempt + 1 >= MOST_ATTEMPTS) throw new IllegalStateException(
				"The training fell to \"no make-up\" " + MOST_ATTEMPTS +
					" times; check that the pairs differ and lower the learning rate.");
			state = fresh(state.attempt + 1);
			listener.message("No make-up was learnt; beginning again with " + Math
				.round(100 * factor()) + " % of the learning rate and another seed.");
		}
	}

	private double factor() {
		return Math.pow(CALMER, state.attempt);
	}

	/** @return false if this attempt collapsed */
	private boolean attempt() throws IOException, InterruptedException {
		final long seed = options.seed() + 1000L * state.attempt;
		long saved = System.nanoTime();
		net.setWeights(state.adam.weights);
		try (BatchFeeder feeder = new BatchFeeder(sampler, options, seed,
			state.step))
		{
			while (state.step < options.steps() && !listener.stopRequested()) {
				final Batch batch = feeder.take();
				final boolean alive = step(batch);
				feeder.release(batch);
				if (!alive) return false;
				if (state.step % options.validateEvery() == 0 || state.step == options
					.steps()) validate();
				if (checkpoint != null && System.nanoTime() - saved > options
					.saveEverySeconds() * 1e9)
				{
					state.save(checkpoint, net.names(), options);
					saved = System.nanoTime();
				}
			}
		}
		if (checkpoint != null) state.save(checkpoint, net.names(), options);
		// Who stops before the first validation wants a result all the same; who
		// goes on must not know of it, or another step might count as the best.
		if (state.best == null) validate();
		return true;
	}

	private boolean step(final Batch batch) {
		final double squared = options.squared(state.step);
		final TrainableNet.Step step = net.gradients(batch, loss, squared);
		loss.learn();
		if (!Double.isFinite(Adam.norm(step.gradients()))) {
			badSteps++;
			listener.message("Step " + state.step +
				" had a gradient that is not finite and was skipped.");
			if (badSteps >= MOST_BAD_STEPS) throw new IllegalStateException(
				"The gradients are not finite; check the pairs for broken pictures.");
			state.step++;
			return true;
		}
		state.adam.update(step.gradients(), options.rate(state.step, factor()));
		net.setWeights(state.adam.weights);
		final boolean collapsed = state.watch.collapsed(state.step, step
			.colourLoss(), batch.idleLoss(squared));
		state.step++;
		state.curve.add(state.step, step.loss(), state.watch.relativeError());
		listener.step(state.step, options.steps(), step.loss(), state.watch
			.relativeError());
		return !collapsed;
	}

	private void validate() {
		net.setWeights(state.adam.average);
		final ValidationResult result = validation.measure(net::residual);
		state.offer(result);
		state.curve.add(state.step, result);
		listener.validated(state.step, result);
		listener.preview(state.step, () -> ValidationSheet.draw(validation,
			net::residual, 1, pair -> true));
		net.setWeights(state.adam.weights);
	}
}
