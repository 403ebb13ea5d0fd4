package sc.fiji.tinybeauty.models.train;

import java.util.HashMap;
import java.util.Map;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import sc.fiji.tinybeauty.models.engine.TrainableFunction;
import sc.fiji.tinybeauty.models.evaluate.EfficientNetGraph;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * Perceptual loss (Johnson et al. 2016, "Perceptual losses for real-time style
 * transfer and super-resolution"): mean square difference of the feature maps of
 * result and truth, here those of EfficientNet-Lite0 at 1/8.
 */
final class PerceptualTerm implements LossTerm {

	private final double share;
	private final Map<String, Tensor> weights = EfficientNetGraph.weights();
	private final Map<Integer, TrainableFunction> networks = new HashMap<>();

	/** @param share size at the beginning relative to the colour loss */
	PerceptualTerm(final double share) {
		this.share = share;
	}

	@Override
	public double share() {
		return share;
	}

	@Override
	public NDArray of(final NDArray residual, final Batch batch,
		final NDManager manager)
	{
		final TrainableFunction network = networks.computeIfAbsent(batch.window,
			this::network);
		final NDArray bare = batch.input(manager);
		final NDArray truth = network.of(bare.add(batch.residual(manager)));
		return network.of(bare.add(residual)).sub(truth).square().mean();
	}

	private TrainableFunction network(final int size) {
		final NetworkGraph graph = EfficientNetGraph.eighth(size);
		final TrainableFunction network = new TrainableFunction(graph);
		network.setWeights(graph.parameters().keySet().stream().map(name -> weights
			.get(name).data()).toArray(float[][]::new));
		network.freeze();
		return network;
	}

	@Override
	public void close() {
		networks.values().forEach(TrainableFunction::close);
	}
}
