package sc.fiji.tinybeauty.models.graph;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * A feed-forward network as a list of steps in order of execution, without its
 * weights. One description serves all back ends: {@link GraphBlock} (training
 * in DJL), {@link TorchScriptWriter} (inference) and {@link OnnxWriter}
 * (export). Build one with {@link GraphBuilder}.
 * <p>
 * Inputs are 32-bit floats with axes (batch, channel, row, column); the batch
 * may have any size.
 * </p>
 */
public final class NetworkGraph {

	private final List<Node> nodes;
	private final List<Value> outputs;
	private final Map<String, long[]> parameters;

	NetworkGraph(final List<Node> nodes, final List<Value> outputs,
		final Map<String, long[]> parameters)
	{
		this.nodes = List.copyOf(nodes);
		this.outputs = List.copyOf(outputs);
		this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(
			parameters));
	}

	/** @return all steps; a step reads results of earlier ones only */
	public List<Node> nodes() {
		return nodes;
	}

	/** @return the inputs, in the order in which a call passes them */
	public List<Value> inputs() {
		return nodes.stream().filter(n -> n.op() instanceof Op.Input).map(
			Node::output).toList();
	}

	/** @return the outputs, in the order in which a call returns them */
	public List<Value> outputs() {
		return outputs;
	}

	/** @return name and shape of every weight tensor, in order of first use */
	public Map<String, long[]> parameters() {
		return parameters;
	}

	/** @return number of trainable numbers */
	public long parameterCount() {
		return parameters.values().stream().mapToLong(Tensor::count).sum();
	}

	/** @return multiplications of one sample in all convolutions */
	public long multiplyAdds() {
		long sum = 0;
		for (final Node node : nodes)
			if (node.op() instanceof Op.Conv2d c) sum += (long) node.output().size() *
				c.kernel() * c.kernel() * node.input().channels() / c.groups();
		return sum;
	}

	/**
	 * @param value a result
	 * @return number of steps that read it, an output counting as one more
	 */
	public int readers(final Value value) {
		return (int) (nodes.stream().flatMap(n -> n.inputs().stream()).filter(
			value::equals).count() + outputs.stream().filter(value::equals).count());
	}

	/**
	 * Checks that weights fit this network: the same names and shapes, and only
	 * finite values.
	 *
	 * @param weights tensors by name
	 * @throws IllegalArgumentException naming the first tensor that does not fit
	 */
	public void check(final Map<String, Tensor> weights) {
		final Set<String> unknown = new TreeSet<>(weights.keySet());
		unknown.removeAll(parameters.keySet());
		if (!unknown.isEmpty()) throw new IllegalArgumentException(
			"The network has no weight named " + unknown.iterator().next() + ".");
		for (final Map.Entry<String, long[]> p : parameters.entrySet()) {
			final Tensor tensor = weights.get(p.getKey());
			if (tensor == null) throw new IllegalArgumentException("The weight " + p
				.getKey() + " is missing.");
			if (!Arrays.equals(tensor.shape(), p.getValue()))
				throw new IllegalArgumentException("The weight " + p.getKey() +
					" has shape " + Arrays.toString(tensor.shape()) + " instead of " +
					Arrays.toString(p.getValue()) + ".");
			for (final float v : tensor.data()) {
				if (!Float.isFinite(v)) throw new IllegalArgumentException(
					"The weight " + p.getKey() + " holds a value that is not finite.");
			}
		}
	}
}
