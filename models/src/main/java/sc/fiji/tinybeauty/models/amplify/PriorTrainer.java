package sc.fiji.tinybeauty.models.amplify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.tinybeauty.models.engine.TrainableFunction;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.train.Adam;
import sc.fiji.tinybeauty.models.train.LossCurve;
import sc.fiji.tinybeauty.models.train.TrainingListener;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * Trains the prior of the RDM: k made-up strangers and one bare face in, that
 * face's residual out, at all noise levels. AdamW with warm-up, cosine decay,
 * clipped gradient norm and averaged weights; the same settings and seed give the
 * same weights, also after an interruption.
 */
final class PriorTrainer {

	private static final int WARM_UP = 100;
	private static final int MOST_BAD_STEPS = 5;
	private static final double MEMORY = 0.98;

	/**
	 * @param steps steps in all
	 * @param batch samples a step
	 * @param seed seed of weights, looks, faces and noise
	 * @param rate highest learning rate
	 * @param validateEvery steps between validations
	 * @param saveEverySeconds time between checkpoints
	 */
	record Settings(int steps, int batch, long seed, double rate,
		int validateEvery, double saveEverySeconds)
	{

		/** @return the learning rate of a step */
		double rate(final int step) {
			final int warm = Math.min(WARM_UP, Math.max(1, steps / 4));
			if (step < warm) return rate * (step + 1) / warm;
			final double t = (double) (step - warm) / Math.max(1, steps - warm);
			return rate * (0.02 + 0.98 * 0.5 * (1 + Math.cos(Math.PI * t)));
		}

		private long[] identity() {
			return new long[] { steps, batch, seed, Double.doubleToLongBits(rate) };
		}
	}

	private final NetworkGraph graph = ResidualDiffusion.graph();
	private final List<String> names = List.copyOf(graph.parameters().keySet());
	private final PriorFaces faces;
	private final PriorValidation validation;
	private final Settings settings;
	private final TrainingListener listener;
	private final Path checkpoint;
	private final PriorState state;
	private int badSteps;

	/**
	 * @param faces training faces
	 * @param validation figures on held-out faces
	 * @param start weights to begin with
	 * @param settings settings
	 * @param listener is told
	 * @param checkpoint file to go on from, if it is there, and to save to
	 * @throws IOException if the checkpoint cannot be read or is another's
	 */
	PriorTrainer(final PriorFaces faces, final PriorValidation validation,
		final Map<String, Tensor> start, final Settings settings,
		final TrainingListener listener, final Path checkpoint) throws IOException
	{
		this.faces = faces;
		this.validation = validation;
		this.settings = settings;
		this.listener = listener;
		this.checkpoint = checkpoint;
		final Map<String, Tensor> weights = new LinkedHashMap<>();
		for (final String name : names)
			weights.put(name, start.get(name));
		state = new PriorState(weights);
		if (Files.exists(checkpoint)) state.load(checkpoint, names, settings
			.identity());
	}

	/** @return losses and figures so far */
	LossCurve curve() {
		return state.curve;
	}

	/** @return steps made */
	int step() {
		return state.step;
	}

	/** @return the averaged weights */
	Map<String, Tensor> weights() {
		return state.average(graph.parameters());
	}

	/**
	 * Trains to the end, or until the listener stops it.
	 *
	 * @throws IOException if a checkpoint cannot be written
	 * @throws InterruptedException if the thread is interrupted
	 * @throws IllegalStateException if gradients are not finite again and again
	 */
	void run() throws IOException, InterruptedException {
		long saved = System.nanoTime();
		try (TrainableFunction net = new TrainableFunction(graph);
				PriorFeeder feeder = new PriorFeeder(new RecipeSamples(faces, settings
					.batch(), settings.seed()), settings.batch(), state.step, settings
						.steps()))
		{
			net.setWeights(state.adam.weights);
			while (state.step < settings.steps() && !listener.stopRequested()) {
				final PriorBatch batch = feeder.take();
				step(net, batch);
				feeder.release(batch);
				if (state.step % settings.validateEvery() == 0 || state.step == settings
					.steps()) validate(net, feeder.millisPerSample());
				if (System.nanoTime() - saved > settings.saveEverySeconds() * 1e9) {
					save();
					saved = System.nanoTime();
				}
			}
		}
		save();
	}

	private void save() throws IOException {
		state.save(checkpoint, names, settings.identity());
	}

	private void step(final TrainableFunction net, final PriorBatch batch) {
		final TrainableFunction.Step step = net.gradients(batch.count, batch
			.inputs(), (out, manager) -> PriorLoss.of(out, batch.residual, batch.weight,
				manager));
		if (Double.isFinite(step.loss()) && Double.isFinite(Adam.norm(step
			.gradients())))
		{
			state.adam.update(step.gradients(), settings.rate(state.step));
			net.setWeights(state.adam.weights);
			final double ratio = step.loss() / Math.max(1e-6, batch.idleLoss());
			final double memory = Math.min(MEMORY, state.step / (state.step + 1.0));
			state.relativeError = memory * state.relativeError + (1 - memory) * ratio;
		}
		else {
			listener.message("Step " + state.step +
				" had a gradient that is not finite and was skipped.");
			if (++badSteps >= MOST_BAD_STEPS) throw new IllegalStateException(
				"The gradients are not finite; lower the learning rate.");
		}
		state.step++;
		state.curve.add(state.step, step.loss(), state.relativeError);
		listener.step(state.step, settings.steps(), step.loss(),
			state.relativeError);
	}

	private void validate(final TrainableFunction net, final double millis) {
		net.setWeights(state.adam.average);
		final var result = validation.measure(PriorValidation.denoiser(net, graph));
		net.setWeights(state.adam.weights);
		state.curve.add(state.step, result);
		listener.validated(state.step, result);
		listener.message(String.format("Making a sample takes %.0f ms.", millis));
	}
}
