package sc.fiji.tinybeauty.models.graph;

import static sc.fiji.tinybeauty.models.graph.TorchScriptText.call;
import static sc.fiji.tinybeauty.models.graph.TorchScriptText.list;
import static sc.fiji.tinybeauty.models.graph.TorchScriptText.pair;
import static sc.fiji.tinybeauty.models.graph.TorchScriptText.torch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * Writes a network as TorchScript for the processor, as fast as PyTorch can run
 * it there: weights are laid out once in the blocks that oneDNN's kernels want,
 * images keep their channels together ("channels last"), and additions and ReLUs
 * are done by the convolution before them. Works where PyTorch was built with
 * oneDNN; elsewhere loading fails and {@link TorchScriptWriter} has to do.
 * <p>
 * The module's methods are {@code prepare()}, to be called once, and {@code
 * into(x0, ..., y0, ...)}, which fills given output tensors.
 * </p>
 */
public final class PackedScriptWriter {

	/** From more channels on the input is better re-ordered first. */
	private static final int MAX_PLANAR_CHANNELS = 4;

	private final NetworkGraph graph;
	private final GraphUses uses;
	private final Map<String, String> names;
	private final Map<String, Tensor> attributes = new LinkedHashMap<>();
	private final Map<Value, String> variables = new HashMap<>();
	/** Steps that were written, maybe as part of an earlier one. */
	private final Set<Node> done = new HashSet<>();
	private final StringBuilder prepare = new StringBuilder();
	private final StringBuilder body = new StringBuilder();

	private PackedScriptWriter(final NetworkGraph graph,
		final Map<String, Tensor> weights)
	{
		this.graph = graph;
		uses = new GraphUses(graph);
		names = TorchScriptText.names(graph);
		names.forEach((parameter, name) -> attributes.put(name, weights.get(
			parameter)));
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
		final PackedScriptWriter writer = new PackedScriptWriter(graph, weights);
		final List<String> methods = writer.methods();
		return TorchScriptArchive.write(writer.attributes, methods);
	}

	private List<String> methods() {
		int input = 0;
		for (final Node node : graph.nodes()) {
			if (node.op() instanceof Op.Input) variables.put(node.output(), "x" +
				input++);
			else if (!done.contains(node)) emit(node);
			done.add(node);
		}
		for (int i = 0; i < graph.outputs().size(); i++) {
			final String result = variables.get(graph.outputs().get(i));
			if (!result.equals("y" + i)) assign("c" + i, torch("copy_", "y" + i,
				result));
		}
		return List.of("  def prepare(self: __torch__.Net) -> int:\n" + prepare +
			"    return 0\n", TorchScriptText.header("into", graph, "Tensor", true) +
				body + "    return y0\n");
	}

	private void assign(final String variable, final String expression) {
		body.append("    ").append(variable).append(" = ").append(expression).append(
			'\n');
	}

	private void emit(final Node node) {
		final Op op = node.op();
		if (op instanceof Op.Conv2d c) convolution(node, c);
		else if (op instanceof Op.PixelShuffle p && p.factor() % 2 == 0 &&
			output(node) >= 0 && producedByConvolution(node.input())) shuffle(node, p
				.factor());
		else if (isAddend(node)) return;
		else if (op instanceof Op.Add && variable(node.input()).startsWith("y"))
			addToOutput(node);
		else if (op instanceof Op.UpsampleNearest && node.input()
			.channels() <= MAX_PLANAR_CHANNELS) result(node, planarUpsample(node));
		else if (op instanceof Op.Add && uses.only(node, Op.Relu.class) != null)
			addRelu(node);
		else result(node, op instanceof Op.Relu && fresh(node.input()) && uses
			.isLast(node.input(), node) ? torch("relu_", variable(node.input()))
				: TorchScriptText.expression(node, variables, names));
	}

	/**
	 * The output that a step's result is, or that it becomes once something is
	 * added to it; -1 if it is none.
	 */
	private int output(final Node node) {
		final Node add = uses.only(node, Op.Add.class);
		final Node last = add != null && add.input().equals(node.output()) ? add
			: node;
		return last == node && !uses.readers(node).isEmpty() ? -1 : graph.outputs()
			.indexOf(last.output());
	}

	/** Whether a product is added to an output, which then is one step. */
	private boolean isAddend(final Node node) {
		final Node add = node.op() instanceof Op.Mul ? uses.only(node,
			Op.Add.class) : null;
		if (add == null || add.input().equals(node.output())) return false;
		final Node shuffle = uses.producer(add.input());
		return shuffle.op() instanceof Op.PixelShuffle p && p.factor() % 2 == 0 &&
			output(shuffle) >= 0 && producedByConvolution(shuffle.input());
	}

	/** Adds to an output that was written already. */
	private void addToOutput(final Node add) {
		final String y = variable(add.input());
		final Node other = uses.producer(add.inputs().get(1));
		assign("a" + add.output().id(), isAddend(other) ? torch("addcmul_", y,
			variable(other.input()), variable(other.inputs().get(1))) : torch("add_", y,
				variable(other.output())));
		variables.put(add.output(), y);
	}

	/** Few channels are upsampled plane by plane, as the output needs them. */
	private String planarUpsample(final Node node) {
		final Op.UpsampleNearest u = (Op.UpsampleNearest) node.op();
		return torch("upsample_nearest2d", torch("contiguous", variable(node
			.input()), "memory_format=0"), "None", "[" + u.factor() + "., " + u
				.factor() + ".]");
	}

	/** Names the result of a step. */
	private void result(final Node node, final String expression) {
		final String variable = "v" + node.output().id();
		variables.put(node.output(), variable);
		assign(variable, expression);
	}

	private String variable(final Value value) {
		return variables.get(value);
	}

	/** Whether a result owns its memory and no other name refers to it. */
	private boolean fresh(final Value value) {
		final Op op = uses.producer(value).op();
		return !(op instanceof Op.Input || op instanceof Op.Reshape ||
			op instanceof Op.Permute) && !graph.outputs().contains(value) && variable(
				value).equals("v" + value.id());
	}

	/** Whether nothing but one step will read a value from now on. */
	private boolean onlyLeft(final Value value, final Node reader) {
		return uses.isLast(value, reader) && uses.readers(uses.producer(value))
			.stream().allMatch(r -> r == reader || done.contains(r));
	}

	private boolean producedByConvolution(final Value value) {
		return uses.producer(value).op() instanceof Op.Conv2d;
	}

	private void addRelu(final Node add) {
		final Node relu = uses.only(add, Op.Relu.class);
		final Value a = add.inputs().get(0), b = add.inputs().get(1);
		final boolean reuse = fresh(a) && uses.isLast(a, add) && !a.equals(b);
		done.add(relu);
		result(relu, torch(reuse ? "_add_relu_" : "_add_relu", variable(a), variable(
			b)));
	}

	/** A convolution, with the addition and the ReLU behind it if it can. */
	private void convolution(final Node node, final Op.Conv2d c) {
		Node last = node;
		Value other = null;
		final Node add = uses.only(node, Op.Add.class);
		if (add != null) {
			final Value candidate = add.inputs().get(add.input().equals(node
				.output()) ? 1 : 0);
			if (!candidate.equals(node.output()) && variables.containsKey(candidate)) {
				other = candidate;
				last = add;
			}
		}
		final Node relu = uses.only(last, Op.Relu.class);
		if (relu != null) last = relu;
		if (other != null) done.add(add);
		done.add(last);
		if (last == node && isMatrix(c)) linear(node, c);
		else if (other != null) result(last, binary(node, c, other, add, relu != null));
		else if (node.input().channels() <= MAX_PLANAR_CHANNELS && c.groups() == 1)
			result(last, planar(node, c, relu != null));
		else result(last, pointwise(node, c, "_convolution_pointwise", "", unary(
			relu != null)));
	}

	private static boolean isMatrix(final Op.Conv2d c) {
		return c.kernel() == 1 && c.stride() == 1 && c.padding() == 0 && c
			.groups() == 1;
	}

	/** A 1x1 convolution is a matrix product over pixels. */
	private void linear(final Node node, final Op.Conv2d c) {
		final String w = weight(c.weight());
		prepare.append("    ").append(w).append(" = ").append(torch("reshape", w,
			list(c.out(), node.input().channels()))).append('\n');
		final String pixels = torch("permute", variable(node.input()), list(0, 2, 3,
			1));
		result(node, torch("permute", torch("linear", pixels, w, weight(c.bias())),
			list(0, 3, 1, 2)));
	}

	private static String unary(final boolean relu) {
		return "\"" + (relu ? "relu" : "none") + "\", [], \"\"";
	}

	private String pointwise(final Node node, final Op.Conv2d c,
		final String function, final String other, final String attributesText)
	{
		final Value x = node.input();
		pack(c, pair(c.padding()), pair(c.stride()), pair(1), weight(c.weight()),
			list(1, x.channels(), x.height(), x.width()));
		return call("ops.mkldnn." + function, variable(x) + other, weight(c.weight()),
			weight(c.bias()), pair(c.padding()), pair(c.stride()), pair(1), Integer
				.toString(c.groups()), attributesText);
	}

	private void pack(final Op.Conv2d c, final String padding,
		final String stride, final String dilation, final String w,
		final String inputShape)
	{
		prepare.append("    ").append(weight(c.weight())).append(" = ").append(call(
			"ops.mkldnn._reorder_convolution_weight", w, padding, stride, dilation,
			Integer.toString(c.groups()), inputShape)).append('\n');
	}

	private String weight(final String parameter) {
		return "self." + names.get(parameter);
	}

	/** Adds into the memory of the other summand if nobody needs that later. */
	private String binary(final Node node, final Op.Conv2d c, final Value other,
		final Node add, final boolean relu)
	{
		final String tail = "\"add\", 1., " + (relu ? "\"relu\", [], \"\""
			: "None, [], None");
		final Op source = uses.producer(other).op();
		final boolean dense = source instanceof Op.Conv2d || source instanceof Op.Relu;
		if (dense && fresh(other) && onlyLeft(other, add) && !other.equals(node
			.input())) return call("ops.mkldnn._convolution_pointwise_", variable(other),
				pointwise(node, c, "", "", tail).substring("ops.mkldnn.(".length())
					.replaceFirst("\\)$", ""));
		return pointwise(node, c, "_convolution_pointwise", ", " + variable(other),
			tail);
	}

	/**
	 * A convolution of few colour planes, read as they are: as a volume of one
	 * channel the planes are "channels last" already, so the depth of a 3-D filter
	 * runs over them, and no copy of the image is made.
	 */
	private String planar(final Node node, final Op.Conv2d c,
		final boolean relu)
	{
		final Value x = node.input();
		final String stride = list(1, c.stride(), c.stride());
		final String padding = list(0, c.padding(), c.padding());
		final String ones = list(1, 1, 1);
		pack(c, padding, stride, ones, torch("unsqueeze", weight(c.weight()), "1"),
			list(1, 1, x.channels(), x.height(), x.width()));
		final String volume = torch("unsqueeze", torch("contiguous", variable(x),
			"memory_format=0"), "1");
		return torch("squeeze", call("ops.mkldnn._convolution_pointwise", volume,
			weight(c.weight()), weight(c.bias()), padding, stride, ones, "1", unary(
				relu)), "2");
	}

	/**
	 * A pixel shuffle straight into the output. Two neighbours are moved at once
	 * as one complex number, which halves the work.
	 */
	private void shuffle(final Node node, final int r) {
		final String x = variable(node.input()), y = "y" + output(node), n = "n" +
			node.output().id();
		final Value in = node.input();
		final int channels = in.channels() / r / r;
		final String size = ", [" + n + ", ";
		assign(n, torch("size", x, "0"));
		assign("h" + n, torch("size", x, "2"));
		assign("w" + n, torch("size", x, "3"));
		assign("s" + n, torch("view_as_complex", "torch.view(" + torch("permute", x,
			list(0, 2, 3, 1)) + size + "h" + n + ", w" + n + ", " + channels + ", " + r +
			", " + r / 2 + ", 2])"));
		assign("d" + n, torch("view_as_complex", "torch.view(" + y + size + channels +
			", h" + n + ", " + r + ", w" + n + ", " + r / 2 + ", 2])"));
		for (int k = 0; k < r / 2; k++) {
			final String from = torch("permute", torch("select", "s" + n, "5", Integer
				.toString(k)), list(0, 3, 1, 4, 2));
			assign("k" + n, torch("copy_", torch("select", "d" + n, "5", Integer
				.toString(k)), from));
		}
		variables.put(node.output(), y);
	}
}
