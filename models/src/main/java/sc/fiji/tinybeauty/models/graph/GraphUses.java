package sc.fiji.tinybeauty.models.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who makes and who reads the results of a network. */
final class GraphUses {

	private final NetworkGraph graph;
	private final Map<Value, Node> producers = new HashMap<>();
	private final Map<Value, List<Node>> readers = new HashMap<>();

	GraphUses(final NetworkGraph graph) {
		this.graph = graph;
		for (final Node node : graph.nodes()) {
			producers.put(node.output(), node);
			readers.put(node.output(), new ArrayList<>());
			node.inputs().forEach(v -> readers.get(v).add(node));
		}
	}

	Node producer(final Value value) {
		return producers.get(value);
	}

	List<Node> readers(final Node node) {
		return readers.get(node.output());
	}

	/** The reader of a result, if there is just one, of a kind; else null. */
	Node only(final Node node, final Class<? extends Op> kind) {
		final List<Node> nodes = readers(node);
		return nodes.size() == 1 && kind.isInstance(nodes.get(0).op()) && !graph
			.outputs().contains(node.output()) ? nodes.get(0) : null;
	}

	/** Whether no step behind this one reads a value, nor the caller. */
	boolean isLast(final Value value, final Node node) {
		final List<Node> nodes = readers.get(value);
		return nodes.get(nodes.size() - 1) == node && !graph.outputs().contains(
			value);
	}
}
