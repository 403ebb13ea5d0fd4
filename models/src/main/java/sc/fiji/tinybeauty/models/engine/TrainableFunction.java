package sc.fiji.tinybeauty.models.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;

import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.graph.TrainableScriptWriter;
import sc.fiji.tinybeauty.models.graph.Value;

/**
 * A network under training, run as one TorchScript function: weights and
 * gradients are plain arrays in the order of {@link NetworkGraph#parameters()}.
 * For one thread at a time.
 */
public final class TrainableFunction implements AutoCloseable {

	private final NetworkGraph graph;
	/** Closed by the garbage collector, with its function, if nobody holds it. */
	private final Model model;
	private final NDManager manager;
	private final List<NDArray> arrays = new ArrayList<>();
	/** The engine works on this memory itself. */
	private final List<ByteBuffer> buffers = new ArrayList<>();
	private boolean finite = true;

	/**
	 * Loss of one batch.
	 *
	 * @param loss the value
	 * @param gradients by weight
	 */
	public record Step(double loss, float[][] gradients) {}

	/** Makes the inputs of one step. */
	public interface Inputs {

		/** @return one array per input; all belong to the manager given */
		NDList in(NDManager manager);
	}

	/**
	 * On the processor.
	 *
	 * @param graph a network with one output
	 * @throws IllegalStateException if there is no engine
	 */
	public TrainableFunction(final NetworkGraph graph) {
		this(graph, Device.cpu(), false);
	}

	/**
	 * @param graph a network with one output
	 * @param device where it runs
	 * @param channelsLast see {@link TrainableScriptWriter}
	 * @throws IllegalStateException if there is no engine
	 */
	public TrainableFunction(final NetworkGraph graph, final Device device,
		final boolean channelsLast)
	{
		this.graph = graph;
		model = TorchEngine.call(() -> load(TrainableScriptWriter.write(graph,
			channelsLast), device));
		manager = TorchEngine.call(() -> NDManager.newBaseManager(device,
			TorchEngine.NAME));
		graph.parameters().values().forEach(shape -> {
			final NDArray array = manager.zeros(new Shape(shape));
			array.setRequiresGradient(true);
			arrays.add(array);
			buffers.add(direct(array.size()));
		});
	}

	private static Model load(final byte[] script, final Device device) {
		final Model model = Model.newInstance("net", device, TorchEngine.NAME);
		try {
			model.load(new ByteArrayInputStream(script), Map.of());
			return model;
		}
		catch (final IOException | MalformedModelException exc) {
			model.close();
			throw new IllegalStateException("PyTorch refused the network: " + exc
				.getMessage(), exc);
		}
	}

	/** @return a direct buffer for 32-bit floats in native order */
	public static ByteBuffer direct(final long floats) {
		return ByteBuffer.allocateDirect(Math.toIntExact(4 * floats)).order(ByteOrder
			.nativeOrder());
	}

	/** @return a copy of the weights */
	public float[][] weights() {
		return arrays.stream().map(NDArray::toFloatArray).toArray(float[][]::new);
	}

	/** Replaces the weights. */
	public void setWeights(final float[][] values) {
		for (int i = 0; i < values.length; i++) {
			buffers.get(i).asFloatBuffer().put(values[i]);
			buffers.get(i).rewind();
			arrays.get(i).set(buffers.get(i));
		}
	}

	/** Lets gradients pass through to the inputs only. */
	public void freeze() {
		arrays.forEach(array -> array.setRequiresGradient(false));
	}

	/**
	 * Runs the network as a part of another's loss.
	 *
	 * @param inputs one per input of the network; the result belongs to the manager
	 *          of the first
	 * @return the output, through which gradients reach the inputs
	 */
	public NDArray of(final NDArray... inputs) {
		return forward(new NDList(inputs));
	}

	/**
	 * Runs forward and backward.
	 *
	 * @param batch number of samples
	 * @param inputs direct buffers in native order, one per input; not to be
	 *          changed until this returns
	 * @param loss scalar loss from the output and a manager for constants; no
	 *          operator with a Java number may multiply or divide in it
	 * @return loss and gradients; they may not be finite
	 */
	public Step gradients(final int batch, final List<ByteBuffer> inputs,
		final BiFunction<NDArray, NDManager, NDArray> loss)
	{
		return gradients(step -> arrays(step, batch, inputs), loss);
	}

	/** As above, for pictures of any size that the network's layers take. */
	public Step gradients(final Inputs inputs,
		final BiFunction<NDArray, NDManager, NDArray> loss)
	{
		return TorchEngine.call(() -> {
			clearGradients();
			// Results attach to the manager of the first input: all go with it.
			try (NDManager step = manager.newSubManager();
					GradientCollector collector = Engine.getEngine(TorchEngine.NAME)
						.newGradientCollector())
			{
				final NDArray value = loss.apply(forward(inputs.in(step)), step);
				collector.backward(value);
				final float[][] gradients = new float[arrays.size()][];
				for (int i = 0; i < gradients.length; i++) {
					final NDArray gradient = arrays.get(i).getGradient();
					gradient.attach(step);
					gradients[i] = gradient.toFloatArray();
				}
				finite = finite(gradients);
				return new Step(value.getFloat(), gradients);
			}
		});
	}

	/**
	 * Runs the network.
	 *
	 * @param batch number of samples
	 * @param inputs as for {@link #gradients}
	 * @return the output
	 */
	public float[] apply(final int batch, final List<ByteBuffer> inputs) {
		return apply(step -> arrays(step, batch, inputs));
	}

	/** As above, for pictures of any size that the network's layers take. */
	public float[] apply(final Inputs inputs) {
		return TorchEngine.call(() -> {
			try (NDManager step = manager.newSubManager()) {
				return forward(inputs.in(step)).stopGradient().toFloatArray();
			}
		});
	}

	private NDList arrays(final NDManager step, final int batch,
		final List<ByteBuffer> inputs)
	{
		final NDList all = new NDList();
		for (int i = 0; i < inputs.size(); i++) {
			final Value value = graph.inputs().get(i);
			final long[] shape = new long[value.shape().length + 1];
			shape[0] = batch;
			for (int k = 1; k < shape.length; k++)
				shape[k] = value.shape()[k - 1];
			inputs.get(i).rewind();
			all.add(step.create(inputs.get(i), new Shape(shape), DataType.FLOAT32));
		}
		return all;
	}

	private NDArray forward(final NDList inputs) {
		final NDList all = new NDList(inputs);
		all.addAll(arrays);
		// The optimiser changes the rounding after the first calls: a resumed
		// training would not repeat an uninterrupted one.
		JniUtils.setGraphExecutorOptimize(false);
		try {
			return model.getBlock().forward(new ParameterStore(inputs.head()
				.getManager(), false), all, true).singletonOrThrow();
		}
		finally {
			JniUtils.setGraphExecutorOptimize(true);
		}
	}

	private static boolean finite(final float[][] gradients) {
		for (final float[] g : gradients)
			for (final float v : g)
				if (!Float.isFinite(v)) return false;
		return true;
	}

	/** A NaN minus itself stays a NaN: after a bad step zeros are copied in. */
	private void clearGradients() {
		for (final NDArray array : arrays)
			try (NDArray gradient = array.getGradient()) {
				if (finite) gradient.subi(gradient);
				else try (NDArray zeros = gradient.zerosLike()) {
					zeros.copyTo(gradient);
				}
			}
		finite = true;
	}

	@Override
	public void close() {
		manager.close();
		model.close();
	}
}
