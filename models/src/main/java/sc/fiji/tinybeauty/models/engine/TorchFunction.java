package sc.fiji.tinybeauty.models.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;

import sc.fiji.tinybeauty.models.graph.FoldedNetwork;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.graph.PackedScriptWriter;
import sc.fiji.tinybeauty.models.graph.TorchScriptWriter;
import sc.fiji.tinybeauty.models.graph.Value;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * A network ready to run in PyTorch: 32-bit floats in, 32-bit floats out.
 * <p>
 * Buffers are bound once and used again: {@link #bind(int)} gives input and
 * output buffers (direct memory that PyTorch reads and writes without copies;
 * an ImgLib2 image can lie over it) and runs the network on them as often as
 * wanted. Several bindings may run at the same time in different threads; one
 * binding belongs to one thread at a time.
 * </p>
 */
public final class TorchFunction implements AutoCloseable {

	private static final System.Logger LOG = System.getLogger(TorchFunction.class
		.getName());

	private final NetworkGraph graph;
	private final Device device;
	private final Model model;
	private final PtSymbolBlock block;
	private final boolean packed;
	private final NDManager manager;

	private TorchFunction(final NetworkGraph graph, final byte[] archive,
		final Device device, final boolean packed)
	{
		this.packed = packed;
		this.graph = graph;
		this.device = device;
		model = Model.newInstance("net", device, TorchEngine.NAME);
		try {
			model.load(new ByteArrayInputStream(archive), Map.of());
		}
		catch (final IOException | MalformedModelException exc) {
			model.close();
			throw new IllegalStateException("PyTorch refused the network: " + exc
				.getMessage(), exc);
		}
		block = (PtSymbolBlock) model.getBlock();
		manager = NDManager.newBaseManager(Device.cpu(), TorchEngine.NAME);
	}

	/**
	 * Loads a network.
	 *
	 * @param graph the network
	 * @param weights its weights; see {@link NetworkGraph#check}
	 * @param device where to run it; see {@link TorchEngine#device}
	 * @return the network; close it after use
	 * @throws IllegalArgumentException if the weights do not fit
	 * @throws IllegalStateException if there is no engine
	 */
	public static TorchFunction load(final NetworkGraph graph,
		final Map<String, Tensor> weights, final Device device)
	{
		final FoldedNetwork folded = FoldedNetwork.of(graph, weights);
		return TorchEngine.call(() -> device.isGpu() ? portable(graph, folded, device)
			: fastest(graph, folded, device));
	}

	private static TorchFunction portable(final NetworkGraph graph,
		final FoldedNetwork folded, final Device device)
	{
		return new TorchFunction(graph, TorchScriptWriter.write(folded.graph(), folded
			.weights()), device, false);
	}

	/** Not every build of PyTorch has oneDNN, which the packed form needs. */
	private static TorchFunction fastest(final NetworkGraph graph,
		final FoldedNetwork folded, final Device device)
	{
		TorchFunction packed = null;
		try {
			packed = new TorchFunction(graph, PackedScriptWriter.write(folded.graph(),
				folded.weights()), device, true);
			IValueUtils.runMethod(packed.block, "prepare").close();
			packed.tryOut();
			return packed;
		}
		catch (final IllegalStateException | EngineException exc) {
			LOG.log(System.Logger.Level.DEBUG, "No oneDNN; using portable TorchScript.",
				exc);
			if (packed != null) packed.close();
			return portable(graph, folded, device);
		}
	}

	private void tryOut() {
		try (Binding binding = bind(1)) {
			binding.run();
		}
	}

	/** @return the network's description */
	public NetworkGraph graph() {
		return graph;
	}

	/**
	 * @return whether it runs in the fastest form, with weights packed for oneDNN
	 */
	public boolean isPacked() {
		return packed;
	}

	/** @return where it runs */
	public Device device() {
		return device;
	}

	/**
	 * Allocates buffers for a number of samples.
	 *
	 * @param batch number of samples per call
	 * @return the buffers; close them after use
	 */
	public Binding bind(final int batch) {
		return bind(batch, graph);
	}

	/**
	 * Allocates buffers for images of another size, for networks in which no step
	 * depends on the size.
	 *
	 * @param batch number of samples per call
	 * @param sized the same network described for that size
	 * @return the buffers; close them after use
	 */
	public Binding bind(final int batch, final NetworkGraph sized) {
		return TorchEngine.call(() -> new Binding(batch, sized, allocate(sized
			.inputs(), batch), allocate(sized.outputs(), batch)));
	}

	/**
	 * Binds buffers of the caller.
	 *
	 * @param batch number of samples per call
	 * @param inputs one direct buffer in native byte order per input, of 4 bytes
	 *          per value; PyTorch reads it from its start
	 * @param outputs likewise one per output
	 * @return the binding; close it after use
	 */
	public Binding bind(final int batch, final List<ByteBuffer> inputs,
		final List<ByteBuffer> outputs)
	{
		check(graph.inputs(), batch, inputs);
		check(graph.outputs(), batch, outputs);
		return TorchEngine.call(() -> new Binding(batch, graph, inputs, outputs));
	}

	/**
	 * Runs the network once, with fresh buffers.
	 *
	 * @param batch number of samples
	 * @param inputs values of each input
	 * @return values of each output
	 */
	public float[][] apply(final int batch, final float[]... inputs) {
		try (Binding binding = bind(batch)) {
			for (int i = 0; i < inputs.length; i++) {
				binding.input(i).asFloatBuffer().put(inputs[i]);
			}
			binding.run();
			final float[][] results = new float[graph.outputs().size()][];
			for (int i = 0; i < results.length; i++) {
				results[i] = new float[batch * graph.outputs().get(i).size()];
				binding.output(i).asFloatBuffer().get(results[i]);
			}
			return results;
		}
	}

	@Override
	public void close() {
		manager.close();
		model.close();
	}

	private static List<ByteBuffer> allocate(final List<Value> values,
		final int batch)
	{
		return values.stream().map(v -> ByteBuffer.allocateDirect(4 * batch * v
			.size()).order(ByteOrder.nativeOrder())).toList();
	}

	private static void check(final List<Value> values, final int batch,
		final List<ByteBuffer> buffers)
	{
		if (values.size() != buffers.size()) throw new IllegalArgumentException(
			"The network needs " + values.size() + " buffers, not " + buffers.size() +
				".");
		for (int i = 0; i < values.size(); i++) {
			final ByteBuffer b = buffers.get(i);
			final long bytes = 4L * batch * values.get(i).size();
			if (!b.isDirect() || b.order() != ByteOrder.nativeOrder() || b
				.isReadOnly() || b.position() != 0 || b.remaining() != bytes)
				throw new IllegalArgumentException("Buffer " + i +
					" must be direct, writable, in native order and of " + bytes +
					" bytes.");
		}
	}

	/** Buffers bound to a network for a fixed number of samples. */
	public final class Binding implements AutoCloseable {

		private final List<ByteBuffer> inputs;
		private final List<ByteBuffer> outputs;
		private final NDManager arrays = manager.newSubManager();
		private final IValue[] arguments;

		private Binding(final int batch, final NetworkGraph shapes,
			final List<ByteBuffer> inputs, final List<ByteBuffer> outputs)
		{
			this.inputs = inputs;
			this.outputs = outputs;
			arguments = new IValue[inputs.size() + outputs.size()];
			for (int i = 0; i < inputs.size(); i++) {
				arguments[i] = alias(inputs.get(i), batch, shapes.inputs().get(i));
			}
			for (int i = 0; i < outputs.size(); i++) {
				arguments[inputs.size() + i] = alias(outputs.get(i), batch, shapes
					.outputs().get(i));
			}
		}

		private IValue alias(final ByteBuffer buffer, final int batch,
			final Value value)
		{
			final long[] shape = new long[value.shape().length + 1];
			shape[0] = batch;
			Arrays.setAll(shape, i -> i == 0 ? batch : value.shape()[i - 1]);
			final NDArray array = arrays.create(buffer, new Shape(shape),
				DataType.FLOAT32);
			return IValue.from((PtNDArray) array);
		}

		/**
		 * @param i index of an input
		 * @return its buffer, axes (batch, channel, row, column)
		 */
		public ByteBuffer input(final int i) {
			return inputs.get(i);
		}

		/**
		 * @param i index of an output
		 * @return its buffer
		 */
		public ByteBuffer output(final int i) {
			return outputs.get(i);
		}

		/** Reads the input buffers and fills the output buffers. */
		public void run() {
			TorchEngine.run(() -> IValueUtils.runMethod(block, "into", arguments)
				.close());
		}

		@Override
		public void close() {
			for (final IValue argument : arguments) argument.close();
			arrays.close();
		}
	}
}
