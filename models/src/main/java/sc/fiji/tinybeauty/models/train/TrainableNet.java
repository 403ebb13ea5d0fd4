package sc.fiji.tinybeauty.models.train;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;

import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.graph.TrainableScriptWriter;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * A network from the trainer's side: its weights as plain arrays in a fixed
 * order, gradients of the loss for a batch, and residuals of single pictures.
 * Runs as one TorchScript function with the channels of a pixel side by side, by
 * a quarter faster than step by step. For one thread at a time.
 */
final class TrainableNet implements AutoCloseable {

	private final NDManager manager;
	private final Model model;
	private final List<String> names = new ArrayList<>();
	private final List<NDArray> arrays = new ArrayList<>();
	/** The engine works on this memory itself. */
	private final List<ByteBuffer> buffers = new ArrayList<>();
	private final List<ByteBuffer> held = new ArrayList<>();
	private boolean finite = true;

	/**
	 * @param graph maps N,3,H,W pictures (0..1) to residuals of the same shape
	 * @param weights start values
	 * @param manager lives as long as this
	 */
	TrainableNet(final NetworkGraph graph, final Map<String, Tensor> weights,
		final NDManager manager)
	{
		this.manager = manager;
		graph.check(weights);
		model = Model.newInstance("net", manager.getDevice(), TorchEngine.NAME);
		try {
			model.load(new ByteArrayInputStream(TrainableScriptWriter.write(graph,
				true)), Map.of());
		}
		catch (final IOException | MalformedModelException exc) {
			model.close();
			throw new IllegalStateException("PyTorch refused the network: " + exc
				.getMessage(), exc);
		}
		graph.parameters().forEach((name, shape) -> {
			final NDArray array = manager.zeros(new Shape(shape));
			array.setRequiresGradient(true);
			names.add(name);
			arrays.add(array);
			buffers.add(direct(array));
		});
		setWeights(arrays(weights));
	}

	/**
	 * @return by weight, the rows of the matrix that {@link Muon} shall update, or
	 *         0 for biases, the first and the last layers
	 */
	int[] rows() {
		return names.stream().mapToInt(name -> name.endsWith(".bias") || name
			.matches("(stem|in|out|gain)\\..*") ? 0 : (int) arrays.get(names.indexOf(
				name)).getShape().get(0)).toArray();
	}

	/** @return names of the weights, in the order of all arrays here */
	List<String> names() {
		return names;
	}

	/** @return a copy of the weights */
	float[][] weights() {
		return arrays.stream().map(NDArray::toFloatArray).toArray(float[][]::new);
	}

	/** @return copies of named weights, in the order of all arrays here */
	float[][] arrays(final Map<String, Tensor> weights) {
		return names.stream().map(name -> weights.get(name).data().clone()).toArray(
			float[][]::new);
	}

	/** Replaces the weights. */
	void setWeights(final float[][] values) {
		for (int i = 0; i < values.length; i++) {
			buffers.get(i).asFloatBuffer().put(values[i]);
			buffers.get(i).rewind();
			arrays.get(i).set(buffers.get(i));
		}
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
		clearGradients();
		// Results attach to the manager of their inputs: all go with this one.
		try (NDManager step = manager.newSubManager();
				GradientCollector collector = Engine.getInstance()
					.newGradientCollector())
		{
			final NDArray output = forward(batch.input(step));
			final MakeupLoss.Value value = loss.of(output, batch, squared,
				step);
			between.run();
			collector.backward(value.total());
			final float[][] gradients = new float[arrays.size()][];
			for (int i = 0; i < gradients.length; i++) {
				final NDArray gradient = arrays.get(i).getGradient();
				gradient.attach(step);
				gradients[i] = gradient.toFloatArray();
			}
			finite = Double.isFinite(Adam.norm(gradients));
			return new Step(value.total().getFloat(), value.colour().getFloat(),
				gradients);
		}
	}

	/**
	 * A NaN minus itself stays a NaN, so after a bad step the values are replaced.
	 * {@code set} makes the engine point into the buffer it is given; a buffer
	 * that nobody holds would be freed under it.
	 */
	private void clearGradients() {
		for (final NDArray array : arrays)
			try (NDArray gradient = array.getGradient()) {
				if (finite) gradient.subi(gradient);
				else {
					final ByteBuffer zeros = direct(array);
					held.add(zeros);
					gradient.set(zeros);
				}
			}
		finite = true;
	}

	private static ByteBuffer direct(final NDArray array) {
		return ByteBuffer.allocateDirect((int) (4 * array.size())).order(ByteOrder
			.nativeOrder());
	}

	/** @return the planar residual of one planar picture */
	float[] residual(final float[] input, final int size) {
		try (NDManager sub = manager.newSubManager()) {
			return forward(sub.create(input, new Shape(1, 3, size, size)))
				.stopGradient().toFloatArray();
		}
	}

	private NDArray forward(final NDArray input) {
		final NDList all = new NDList(input);
		all.addAll(arrays);
		// The optimiser changes the rounding after the first calls: a resumed
		// training would not repeat an uninterrupted one.
		JniUtils.setGraphExecutorOptimize(false);
		try {
			return model.getBlock().forward(new ParameterStore(input.getManager(),
				false), all, true).singletonOrThrow();
		}
		finally {
			JniUtils.setGraphExecutorOptimize(true);
		}
	}

	@Override
	public void close() {
		model.close();
		manager.close();
	}
}
