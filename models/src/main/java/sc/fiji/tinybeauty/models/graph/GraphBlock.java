package sc.fiji.tinybeauty.models.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * A network as a DJL block, for training: the same description as for
 * inference, run step by step so that gradients flow. Its parameters carry the
 * names of the weight tensors.
 * <p>
 * Images need not have the size in the description as long as every step allows
 * it. Outside training each intermediate result is closed after its last use.
 * </p>
 */
public final class GraphBlock extends AbstractBlock {

	private static final byte VERSION = 1;

	private final NetworkGraph graph;
	private final Map<String, Parameter> weights = new LinkedHashMap<>();
	private final Map<Value, Integer> readers = new HashMap<>();

	/**
	 * Makes a block with given weights, ready for use.
	 *
	 * @param graph the network
	 * @param initial its weights; see {@link NetworkGraph#check}
	 * @param manager owns the weights in native memory
	 */
	public GraphBlock(final NetworkGraph graph, final Map<String, Tensor> initial,
		final NDManager manager)
	{
		super(VERSION);
		this.graph = graph;
		graph.check(initial);
		for (final Map.Entry<String, long[]> p : graph.parameters().entrySet()) {
			final boolean bias = p.getKey().endsWith(".bias");
			weights.put(p.getKey(), addParameter(Parameter.builder().setName(p.getKey())
				.setType(bias ? Parameter.Type.BIAS : Parameter.Type.WEIGHT).optShape(
					new Shape(p.getValue())).build()));
		}
		graph.nodes().forEach(n -> readers.put(n.output(), graph.readers(n
			.output())));
		initialize(manager, DataType.FLOAT32, graph.inputs().stream().map(
			GraphBlock::shape).toArray(Shape[]::new));
		setWeights(initial);
	}

	/** Shape of one sample with its batch axis. */
	private static Shape shape(final Value value) {
		final long[] shape = new long[value.shape().length + 1];
		Arrays.setAll(shape, i -> i == 0 ? 1 : value.shape()[i - 1]);
		return new Shape(shape);
	}

	/**
	 * Replaces the weights, for example by their moving average.
	 *
	 * @param tensors the new values; see {@link NetworkGraph#check}
	 */
	public void setWeights(final Map<String, Tensor> tensors) {
		graph.check(tensors);
		weights.forEach((name, p) -> p.getArray().set(tensors.get(name).data()));
	}

	/** @return a copy of the weights */
	public Map<String, Tensor> weights() {
		final Map<String, Tensor> tensors = new LinkedHashMap<>();
		weights.forEach((name, p) -> tensors.put(name, new Tensor(graph.parameters()
			.get(name), p.getArray().toFloatArray())));
		return tensors;
	}

	@Override
	public Shape[] getOutputShapes(final Shape[] inputShapes) {
		return graph.outputs().stream().map(GraphBlock::shape).toArray(Shape[]::new);
	}

	@Override
	protected NDList forwardInternal(final ParameterStore store,
		final NDList inputs, final boolean training,
		final PairList<String, Object> params)
	{
		final BlockSteps steps = new BlockSteps(name -> store.getValue(weights.get(
			name), inputs.head().getDevice(), training));
		final Map<Value, NDArray> results = new HashMap<>();
		final Map<Value, Integer> left = new HashMap<>(readers);
		int input = 0;
		for (final Node node : graph.nodes()) {
			final boolean source = node.op() instanceof Op.Input;
			results.put(node.output(), source ? inputs.get(input++) : steps.run(node
				.op(), node.inputs().stream().map(results::get).toList()));
			if (!training) node.inputs().forEach(v -> release(v, results, left, inputs));
		}
		return new NDList(graph.outputs().stream().map(results::get).toList());
	}

	private static void release(final Value value,
		final Map<Value, NDArray> results, final Map<Value, Integer> left,
		final NDList inputs)
	{
		if (left.merge(value, -1, Integer::sum) > 0) return;
		final NDArray done = results.remove(value);
		if (done != null && !inputs.contains(done)) done.close();
	}
}
