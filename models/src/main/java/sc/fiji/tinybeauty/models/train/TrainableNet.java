package sc.fiji.tinybeauty.models.train;

import java.util.List;
import java.util.Map;

import ai.djl.Device;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

import sc.fiji.tinybeauty.models.engine.TrainableFunction;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * A style's network from the trainer's side: its weights as plain arrays in a
 * fixed order, gradients of the loss for a batch, and residuals of single
 * pictures. The channels of a pixel lie side by side inside, which is faster by a
 * quarter. For one thread at a time.
 */
final class TrainableNet implements AutoCloseable {

	private final NetworkGraph graph;
	private final TrainableFunction function;
	private final List<String> names;

	/**
	 * @param graph maps N,3,H,W pictures (0..1) to residuals of the same shape
	 * @param weights start values
	 * @param device where it runs
	 */
	TrainableNet(final NetworkGraph graph, final Map<String, Tensor> weights,
		final Device device)
	{
		this.graph = graph;
		graph.check(weights);
		names = List.copyOf(graph.parameters().keySet());
		function = new TrainableFunction(graph, device, true);
		setWeights(arrays(weights));
	}

	/**
	 * @return by weight, the rows of the matrix that {@link Muon} shall update, or
	 *         0 for biases, the first and the last layers
	 */
	int[] rows() {
		return names.stream().mapToInt(name -> name.endsWith(".bias") || name
			.matches("(stem|in|out|gain\\w*|gate)\\..*") ? 0 : (int) graph.parameters()
				.get(name)[0]).toArray();
	}

	/** @return names of the weights, in the order of all arrays here */
	List<String> names() {
		return names;
	}

	/** @return a copy of the weights */
	float[][] weights() {
		return function.weights();
	}

	/** @return copies of named weights, in the order of all arrays here */
	float[][] arrays(final Map<String, Tensor> weights) {
		return names.stream().map(name -> weights.get(name).data().clone())
			.toArray(float[][]::new);
	}

	/** Replaces the weights. */
	void setWeights(final float[][] values) {
		function.setWeights(values);
	}

	/** Loss of one batch and the gradients of all weights. */
	record Step(double loss, double colourLoss, float[][] gradients) {}

	/** Runs forward and backward. */
	Step gradients(final Batch batch, final MakeupLoss loss,
		final double squared)
	{
		return gradients(batch, loss, squared, () -> {});
	}

	/** As above; {@code between} runs between forward and backward, for tests. */
	Step gradients(final Batch batch, final MakeupLoss loss,
		final double squared, final Runnable between)
	{
		final double[] colour = new double[1];
		final TrainableFunction.Step step = function.gradients(m -> new NDList(batch
			.input(m)), (output, m) -> {
				final MakeupLoss.Value v = loss.of(output, batch, squared, m);
				colour[0] = v.colour().getFloat();
				between.run();
				return v.total();
			});
		return new Step(step.loss(), colour[0], step.gradients());
	}

	/** @return the planar residual of one planar picture */
	float[] residual(final float[] input, final int size) {
		return function.apply(m -> new NDList(m.create(input, new Shape(1, 3, size,
			size))));
	}

	@Override
	public void close() {
		function.close();
	}
}
