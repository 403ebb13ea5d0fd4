package sc.fiji.tinybeauty.models.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * Writes a network as TorchScript that runs on any device and with any PyTorch
 * from 1.13 on, also in Python.
 * <p>
 * The module has two methods: {@code forward(x0, ...)} returns a tuple of the
 * outputs (the tensor itself if there is one only), {@code into(x0, ..., y0,
 * ...)} writes the outputs into given tensors, so that a caller can keep its
 * buffers. Inputs are moved to the device of the weights, outputs to that of the
 * given tensors.
 * </p>
 */
public final class TorchScriptWriter {

	private final NetworkGraph graph;
	private final Map<String, String> names;

	private TorchScriptWriter(final NetworkGraph graph) {
		this.graph = graph;
		names = TorchScriptText.names(graph);
	}

	/**
	 * @param graph the network
	 * @param weights its weights; see {@link NetworkGraph#check}
	 * @return a TorchScript file
	 */
	public static byte[] write(final NetworkGraph graph,
		final Map<String, Tensor> weights)
	{
		graph.check(weights);
		final TorchScriptWriter writer = new TorchScriptWriter(graph);
		final Map<String, Tensor> attributes = new LinkedHashMap<>();
		writer.names.forEach((parameter, name) -> attributes.put(name, weights.get(
			parameter)));
		return TorchScriptArchive.write(attributes, List.of(writer.forward(), writer
			.into()));
	}

	private String forward() {
		final StringBuilder s = new StringBuilder(TorchScriptText.header("forward",
			graph, returnType(), false));
		final Map<Value, String> values = new HashMap<>();
		int input = 0;
		for (final Node node : graph.nodes()) {
			final String expression = node.op() instanceof Op.Input ? input("x" +
				input++) : TorchScriptText.expression(node, values, names);
			final String variable = "v" + node.output().id();
			values.put(node.output(), variable);
			s.append("    ").append(variable).append(" = ").append(expression).append(
				'\n');
		}
		final String results = graph.outputs().stream().map(values::get).collect(
			Collectors.joining(", "));
		return s.append("    return ").append(single() ? results : "(" + results +
			")").append('\n').toString();
	}

	private String input(final String x) {
		return names.isEmpty() ? x : "torch.to(" + x + ", self.w0, False, False)";
	}

	private String into() {
		final int outputs = graph.outputs().size();
		final StringBuilder s = new StringBuilder(TorchScriptText.header("into",
			graph, "Tensor", true));
		s.append("    ").append(numbered("r", outputs)).append(single() ? " = "
			: ", = ").append("(self).forward(").append(numbered("x", graph.inputs()
				.size())).append(")\n");
		for (int i = 0; i < outputs; i++) s.append("    c" + i + " = torch.copy_(y" +
			i + ", r" + i + ")\n");
		return s.append("    return c0\n").toString();
	}

	private static String numbered(final String prefix, final int n) {
		return IntStream.range(0, n).mapToObj(i -> prefix + i).collect(Collectors
			.joining(", "));
	}

	private boolean single() {
		return graph.outputs().size() == 1;
	}

	private String returnType() {
		return single() ? "Tensor" : graph.outputs().stream().map(v -> "Tensor")
			.collect(Collectors.joining(", ", "Tuple[", "]"));
	}
}
