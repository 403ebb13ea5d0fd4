package sc.fiji.tinybeauty.models.train;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.models.makeup.TinyBeauty;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * Trains TinyBeauty on pairs of one make-up style (Jin et al. 2024, section
 * 3.3): weighted error and eyeliner loss, Adam with warm-up and cosine, averaged
 * weights, the same random framing and light for bare and made-up picture, and
 * pictures without a face that must stay as they are. A run that falls to "no
 * make-up" begins again by itself. The same seed gives the same batches; on one
 * thread of the same machine also the same weights.
 */
public final class StyleTrainer {

	private final DeviceChoice device;
	private Path checkpoint;
	private Map<String, Tensor> start;

	/** @param device where to train */
	public StyleTrainer(final DeviceChoice device) {
		this.device = device;
	}

	/**
	 * @param file is written every few minutes; if it exists already, training
	 *          goes on from there
	 * @return this
	 */
	public StyleTrainer resumable(final Path file) {
		checkpoint = file;
		return this;
	}

	/**
	 * @param weights weights to refine instead of random ones
	 * @return this
	 * @throws IllegalArgumentException if they are of another network, for example
	 *           that of an earlier release
	 */
	public StyleTrainer startingFrom(final Map<String, Tensor> weights) {
		TinyBeauty.graph().check(weights);
		start = weights;
		return this;
	}

	/**
	 * What a training gave.
	 *
	 * @param weights the averaged weights that did best on unseen faces
	 * @param steps steps after which they did so
	 * @param quality their figures on unseen faces
	 * @param curve the course of the training
	 * @param sheet unseen faces of every skin tone group: bare, truth, result
	 */
	public record Result(Map<String, Tensor> weights, int steps,
		ValidationResult quality, LossCurve curve, BufferedImage sheet)
	{}

	/**
	 * Trains until the end or until the listener stops it.
	 *
	 * @param pairs training and validation pairs
	 * @param options settings
	 * @param listener is told about every step, may be
	 *          {@link TrainingListener#NONE}
	 * @throws IOException if the checkpoint cannot be written, or belongs to
	 *           another training
	 * @throws InterruptedException if this thread is interrupted
	 * @throws IllegalStateException if nothing can be learnt from the pairs
	 */
	public Result train(final TrainingPairs pairs,
		final TrainingOptions options, final TrainingListener listener)
		throws IOException, InterruptedException
	{
		TorchEngine.ensureLoaded();
		try (TrainableNet net = new TrainableNet(TinyBeauty.graph(), TinyBeauty
			.initialWeights(options.seed()), TorchEngine.device(device)))
		{
			final TrainingRun run = new TrainingRun(net, seed -> net.arrays(start ==
				null ? TinyBeauty.initialWeights(seed) : start), pairs, options,
				listener, checkpoint);
			if (checkpoint != null && Files.exists(checkpoint)) run.resume(
				TrainingState.load(checkpoint, net, options));
			run.run();
			return result(net, run, pairs);
		}
	}

	private static Result result(final TrainableNet net, final TrainingRun run,
		final TrainingPairs pairs)
	{
		final TrainingState state = run.state();
		net.setWeights(state.best);
		final Validation validation = new Validation(pairs);
		final Map<String, Tensor> weights = new LinkedHashMap<>();
		final Map<String, long[]> shapes = TinyBeauty.graph().parameters();
		for (int i = 0; i < state.best.length; i++)
			weights.put(net.names().get(i), new Tensor(shapes.get(net.names().get(
				i)), state.best[i].clone()));
		return new Result(weights, state.bestStep, validation.measure(
			net::residual), state.curve, ValidationSheet.draw(validation,
				net::residual, 2, pair -> true));
	}
}
