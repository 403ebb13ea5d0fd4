package sc.fiji.tinybeauty.models.amplify;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import sc.fiji.tinybeauty.models.engine.TrainableFunction;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.train.Adam;
import sc.fiji.tinybeauty.models.train.TrainingListener;
import sc.fiji.tinybeauty.models.weights.Tensor;

/** One training of the RDM on seeds, at a constant rate after a warm-up. */
final class SeedTuner {

	private static final int WARM_UP = 20;
	private static final double WEIGHT_DECAY = 0.01;
	private static final double MEMORY = 0.95;

	private final TrainableFunction net;
	private final NetworkGraph graph = ResidualDiffusion.graph();
	private final FineTuning.Options options;
	private final float[][] start;
	private final Adam adam;
	private double relativeError = 1;

	/**
	 * @param net runs the network
	 * @param prior where to begin
	 */
	SeedTuner(final TrainableFunction net, final Prior prior,
		final FineTuning.Options options)
	{
		this.net = net;
		this.options = options;
		start = graph.parameters().keySet().stream().map(name -> prior.weights().get(
			name).data()).toArray(float[][]::new);
		adam = new Adam(Arrays.stream(start).map(float[]::clone).toArray(
			float[][]::new), WEIGHT_DECAY);
	}

	/**
	 * @param share 1 = the averaged weights of the tuning, 0 = those of the prior
	 * @return the weights between
	 */
	Map<String, Tensor> weights(final double share) {
		final float[][] between = between(share);
		final Map<String, Tensor> weights = new LinkedHashMap<>();
		graph.parameters().forEach((name, shape) -> weights.put(name, new Tensor(
			shape, between[weights.size()])));
		return weights;
	}

	/** @return a denoiser with those weights, until the next step */
	DdimSampler.Denoiser denoiser(final double share) {
		net.setWeights(between(share));
		return PriorValidation.denoiser(net, graph);
	}

	private float[][] between(final double share) {
		final float[][] weights = new float[start.length][];
		for (int t = 0; t < start.length; t++) {
			weights[t] = start[t].clone();
			for (int i = 0; i < start[t].length; i++)
				weights[t][i] += (float) (share * (adam.average[t][i] - start[t][i]));
		}
		return weights;
	}

	/**
	 * @param styles seeds of every style
	 * @param faces for random make-up
	 * @param steps number of steps
	 * @param listener may stop it
	 * @param done is called after every step with its number
	 * @return whether it came to the end
	 * @throws InterruptedException if the thread is interrupted
	 */
	boolean run(final List<List<SeedPair>> styles, final PriorFaces faces,
		final int steps, final TrainingListener listener, final IntConsumer done)
		throws InterruptedException
	{
		try (PriorFeeder feeder = new PriorFeeder(new SeedSamples(styles, faces,
			options.batch(), options.seed()), options.batch(), 0, steps))
		{
			for (int step = 0; step < steps; step++) {
				if (listener.stopRequested()) return false;
				final PriorBatch batch = feeder.take();
				step(batch, options.rate() * Math.min(1, (step + 1.0) / WARM_UP));
				feeder.release(batch);
				done.accept(step + 1);
			}
		}
		return true;
	}

	private void step(final PriorBatch batch, final double rate) {
		net.setWeights(adam.weights);
		final TrainableFunction.Step step = net.gradients(batch.count, batch
			.inputs(), (out, manager) -> PriorLoss.of(out, batch.residual, batch.weight,
				manager));
		if (!Double.isFinite(step.loss()) || !Double.isFinite(Adam.norm(step
			.gradients()))) throw new IllegalStateException(
				"Fine-tuning met a gradient that is not finite; lower its rate or use finetune=no.");
		adam.update(step.gradients(), rate);
		relativeError += (1 - MEMORY) * (step.loss() / Math.max(1e-6, batch
			.idleLoss()) - relativeError);
	}

	/** @return recent loss relative to that of a zero residual */
	double relativeError() {
		return relativeError;
	}
}
