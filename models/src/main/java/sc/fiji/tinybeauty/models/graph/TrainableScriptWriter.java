package sc.fiji.tinybeauty.models.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a network as a TorchScript function of its inputs and its weights, for
 * training: the file holds no weights, so gradients reach those that the caller
 * passes, and no scalar of the caller's is left behind for autograd to read.
 * <p>
 * {@code forward(x0, ..., w0, ...)} takes the inputs in their order and the
 * weights in the order of {@link NetworkGraph#parameters()}; the network has one
 * output.
 * </p>
 */
public final class TrainableScriptWriter {

	/** Up to so many channels are kept as planes. */
	private static final int PLANES = 4;

	private TrainableScriptWriter() {}

	/**
	 * @param graph a network with one output
	 * @return a TorchScript file
	 * @throws IllegalArgumentException if it has several outputs
	 */
	public static byte[] write(final NetworkGraph graph) {
		return write(graph, false);
	}

	/**
	 * @param graph a network with one output
	 * @param channelsLast whether to keep the channels of a pixel together inside
	 *          the network, which spares convolutions of few channels re-ordering
	 * @return a TorchScript file
	 * @throws IllegalArgumentException if it has several outputs
	 */
	public static byte[] write(final NetworkGraph graph,
		final boolean channelsLast)
	{
		if (graph.outputs().size() != 1) throw new IllegalArgumentException(
			"Only a network with one output can be trained as a function.");
		final Map<String, String> names = TorchScriptText.names(graph);
		final StringBuilder body = new StringBuilder();
		final Map<Value, String> values = new HashMap<>();
		int input = 0;
		for (final Node node : graph.nodes()) {
			if (node.op() instanceof Op.Input) {
				values.put(node.output(), "x" + input++);
				continue;
			}
			final String variable = "v" + node.output().id();
			if (channelsLast && changesOrder(node)) {
				final String from = values.get(node.input()), to = variable + "i";
				body.append("    ").append(to).append(" = torch.contiguous(").append(from)
					.append(", memory_format=").append(node.op() instanceof Op.Conv2d ? 2
						: 0).append(")\n");
				values.put(node.input(), to);
			}
			body.append("    ").append(variable).append(" = ").append(TorchScriptText
				.expression(node, values, names).replace("self.w", "w")).append('\n');
			values.put(node.output(), variable);
		}
		final String weights = names.values().stream().map(w -> ", " + w +
			": Tensor").collect(Collectors.joining());
		final String header = TorchScriptText.header("forward", graph, "Tensor",
			false).replace(") -> ", weights + ") -> ");
		return TorchScriptArchive.write(Map.of(), List.of(header + body +
			"    return " + values.get(graph.outputs().get(0)) + '\n'));
	}

	/**
	 * Whether a step leads from an image's planes to channels side by side, or
	 * back: single colours are worked on plane by plane.
	 */
	private static boolean changesOrder(final Node node) {
		final boolean few = node.input().shape().length == 3 && node.input()
			.channels() <= PLANES;
		return node.op() instanceof Op.PixelShuffle || few && (node
			.op() instanceof Op.Conv2d || node.op() instanceof Op.UpsampleNearest);
	}
}
