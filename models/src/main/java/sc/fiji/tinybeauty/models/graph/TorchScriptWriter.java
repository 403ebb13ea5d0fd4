package sc.fiji.tinybeauty.models.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * Writes a network as TorchScript.
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
	private final Map<String, String> names = new LinkedHashMap<>();

	private TorchScriptWriter(final NetworkGraph graph) {
		this.graph = graph;
		for (final String parameter : graph.parameters().keySet()) {
			names.put(parameter, "w" + names.size());
		}
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
		final StringBuilder s = new StringBuilder("  def forward(self: __torch__.Net");
		final List<Value> inputs = graph.inputs();
		for (int i = 0; i < inputs.size(); i++) s.append(", x").append(i).append(
			": Tensor");
		s.append(") -> ").append(returnType()).append(":\n");
		int input = 0;
		for (final Node node : graph.nodes()) {
			final String expression = node.op() instanceof Op.Input ? input("x" +
				input++) : expression(node);
			s.append("    ").append(name(node.output())).append(" = ").append(
				expression).append('\n');
		}
		final String results = graph.outputs().stream().map(
			TorchScriptWriter::name).collect(Collectors.joining(", "));
		return s.append("    return ").append(single() ? results : "(" + results +
			")").append('\n').toString();
	}

	private String input(final String x) {
		return names.isEmpty() ? x : "torch.to(" + x + ", self.w0, False, False)";
	}

	private String into() {
		final int outputs = graph.outputs().size();
		final StringJoiner parameters = new StringJoiner(", ",
			"  def into(self: __torch__.Net, ", ") -> Tensor:\n");
		final StringJoiner call = new StringJoiner(", ", "(self).forward(", ")\n");
		for (int i = 0; i < graph.inputs().size(); i++) {
			parameters.add("x" + i + ": Tensor");
			call.add("x" + i);
		}
		for (int i = 0; i < outputs; i++) parameters.add("y" + i + ": Tensor");
		final StringBuilder s = new StringBuilder(parameters.toString());
		s.append("    ").append(IntStream.range(0, outputs).mapToObj(i -> "r" + i)
			.collect(Collectors.joining(", "))).append(single() ? " = " : ", = ")
			.append(call);
		for (int i = 0; i < outputs; i++) s.append("    c" + i + " = torch.copy_(y" +
			i + ", r" + i + ")\n");
		return s.append("    return c0\n").toString();
	}

	private boolean single() {
		return graph.outputs().size() == 1;
	}

	private String returnType() {
		return single() ? "Tensor" : graph.outputs().stream().map(v -> "Tensor")
			.collect(Collectors.joining(", ", "Tuple[", "]"));
	}

	private static String name(final Value value) {
		return "v" + value.id();
	}

	private String expression(final Node node) {
		final List<String> args = new ArrayList<>();
		for (final Value v : node.inputs()) args.add(name(v));
		final Op op = node.op();
		if (op instanceof Op.Conv2d c) return conv(c, args.get(0));
		if (op instanceof Op.Linear l) return call("linear", args.get(0), weight(l
			.weight()), weight(l.bias()));
		if (op instanceof Op.PRelu p) return call("prelu", args.get(0), weight(p
			.slope()));
		if (op instanceof Op.Concat) return call("cat", args.toString(), "1");
		if (op instanceof Op.Affine a) return call("add", call("mul", args.get(0),
			number(a.scale())), number(a.offset()));
		args.addAll(constants(node));
		return call(function(op), args.toArray(String[]::new));
	}

	private String conv(final Op.Conv2d c, final String x) {
		return call("conv2d", x, weight(c.weight()), weight(c.bias()), pair(c
			.stride()), pair(c.padding()), pair(1), Integer.toString(c.groups()));
	}

	private static String function(final Op op) {
		if (op instanceof Op.Relu) return "relu";
		if (op instanceof Op.Sigmoid) return "sigmoid";
		if (op instanceof Op.Tanh) return "tanh";
		if (op instanceof Op.HardSwish) return "hardswish";
		if (op instanceof Op.Clip) return "clamp";
		if (op instanceof Op.Add) return "add";
		if (op instanceof Op.Mul) return "mul";
		if (op instanceof Op.MaxPool) return "max_pool2d";
		if (op instanceof Op.AvgPool) return "avg_pool2d";
		if (op instanceof Op.Pad) return "constant_pad_nd";
		if (op instanceof Op.UpsampleNearest) return "upsample_nearest2d";
		if (op instanceof Op.ResizeBilinear) return "upsample_bilinear2d";
		if (op instanceof Op.PixelShuffle) return "pixel_shuffle";
		if (op instanceof Op.Reshape) return "reshape";
		if (op instanceof Op.Permute) return "permute";
		throw new IllegalStateException("No TorchScript for " + op);
	}

	/** Arguments behind the tensors. */
	private static List<String> constants(final Node node) {
		final Op op = node.op();
		if (op instanceof Op.Clip c) return List.of(number(c.lo()), number(c.hi()));
		if (op instanceof Op.MaxPool p) return List.of(pair(p.kernel()), pair(p
			.stride()), pair(0), pair(1), "False");
		if (op instanceof Op.AvgPool p) return List.of(pair(p.kernel()), pair(p
			.stride()), pair(0), "False", "True", "None");
		if (op instanceof Op.Pad p) return List.of(list(p.left(), p.right(), p
			.top(), p.bottom(), 0, p.channels()), "0");
		if (op instanceof Op.UpsampleNearest u) return List.of("None", "[" + u
			.factor() + "., " + u.factor() + ".]");
		if (op instanceof Op.ResizeBilinear r) return List.of(list(r.height(), r
			.width()), "False", "None");
		if (op instanceof Op.PixelShuffle p) return List.of(Integer.toString(p
			.factor()));
		if (op instanceof Op.Reshape r) return List.of(list(batch(r.shape(), -1,
			0)));
		if (op instanceof Op.Permute p) return List.of(list(batch(p.order(), 0,
			1)));
		return List.of();
	}

	/** Puts a batch axis before, and shifts the other numbers. */
	private static int[] batch(final int[] sample, final int first,
		final int shift)
	{
		return IntStream.concat(IntStream.of(first), Arrays.stream(sample).map(
			i -> i + shift)).toArray();
	}

	private String weight(final String parameter) {
		return "self." + names.get(parameter);
	}

	private static String call(final String function, final String... args) {
		return "torch." + function + "(" + String.join(", ", args) + ")";
	}

	private static String pair(final int i) {
		return list(i, i);
	}

	private static String list(final int... values) {
		return Arrays.toString(values);
	}

	private static String number(final float value) {
		return String.format(Locale.ROOT, "%.9g", value);
	}
}
