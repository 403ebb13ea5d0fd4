package sc.fiji.tinybeauty.models.graph;

import static sc.fiji.tinybeauty.models.graph.OnnxMessages.attribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * Writes a network as an ONNX file (operator set 13) for phones, browsers and
 * other programs. The batch may have any size.
 */
public final class OnnxWriter {

	/** Version of the ONNX operators used. */
	public static final int OPSET = 13;

	private static final int IR_VERSION = 7;

	private final Protobuf graph = new Protobuf();
	private final List<Protobuf> constants = new ArrayList<>();
	private final Map<Value, String> names = new HashMap<>();

	private OnnxWriter() {}

	/**
	 * @param network the network
	 * @param weights its weights; see {@link NetworkGraph#check}
	 * @param outputs a name for each output
	 * @return an ONNX file
	 */
	public static byte[] write(final NetworkGraph network,
		final Map<String, Tensor> weights, final String... outputs)
	{
		network.check(weights);
		if (outputs.length != network.outputs().size())
			throw new IllegalArgumentException("The network has " + network.outputs()
				.size() + " outputs to be named.");
		final OnnxWriter writer = new OnnxWriter();
		for (final Node node : network.nodes()) {
			if (node.op() instanceof Op.Input in) writer.names.put(node.output(), in
				.name());
			else writer.add(node, weights, writer.name(node.output()));
		}
		for (int i = 0; i < outputs.length; i++) writer.node("Identity", List.of(
			writer.name(network.outputs().get(i))), outputs[i]);
		return writer.finish(network, outputs);
	}

	private byte[] finish(final NetworkGraph network, final String[] outputs) {
		graph.text(2, "network");
		constants.forEach(c -> graph.message(5, c));
		for (final Node n : network.nodes()) {
			if (n.op() instanceof Op.Input in) {
				graph.message(11, OnnxMessages.value(in.name(), n.output()));
			}
		}
		for (int i = 0; i < outputs.length; i++) graph.message(12, OnnxMessages.value(
			outputs[i], network.outputs().get(i)));
		return new Protobuf().integer(1, IR_VERSION).text(2, "TinyBeauty for Fiji")
			.message(7, graph).message(8, new Protobuf().text(1, "").integer(2, OPSET))
			.toByteArray();
	}

	private String name(final Value value) {
		return names.getOrDefault(value, "v" + value.id());
	}

	private void node(final String type, final List<String> inputs,
		final String output, final Protobuf... attributes)
	{
		graph.message(1, OnnxMessages.node(type, inputs, output, List.of(
			attributes)));
	}

	private String constant(final String name, final float... values) {
		constants.add(OnnxMessages.tensor(name, values.length == 1 ? new long[0]
			: new long[] { values.length }, values));
		return name;
	}

	private String integers(final String name, final int... values) {
		constants.add(OnnxMessages.integers(name, values));
		return name;
	}

	private String weight(final String name, final Tensor tensor) {
		constants.add(OnnxMessages.tensor(name, tensor));
		return name;
	}

	private void add(final Node node, final Map<String, Tensor> weights,
		final String y)
	{
		final List<String> in = new ArrayList<>();
		for (final Value v : node.inputs()) in.add(name(v));
		final Op op = node.op();
		if (op instanceof Op.Conv2d || op instanceof Op.Linear ||
			op instanceof Op.PRelu) addWeighted(op, in.get(0), weights, y);
		else if (op instanceof Op.Affine a) affine(a, in.get(0), y);
		else if (op instanceof Op.HardSwish) hardSwish(in.get(0), y);
		else if (op instanceof Op.MaxPool p) node("MaxPool", in, y, window(p
			.kernel(), p.stride()));
		else if (op instanceof Op.AvgPool p) node("AveragePool", in, y, window(p
			.kernel(), p.stride()));
		else if (op instanceof Op.Concat) node("Concat", in, y, attribute("axis", 1));
		else if (op instanceof Op.PixelShuffle p) node("DepthToSpace", in, y,
			attribute("blocksize", p.factor()), attribute("mode", "CRD"));
		else if (op instanceof Op.Permute p) node("Transpose", in, y, attribute(
			"perm", batch(p.order(), 0, 1)));
		else if (op instanceof Op.UpsampleNearest ||
			op instanceof Op.UpsampleBilinear || op instanceof Op.ResizeBilinear)
			resize(node, in.get(0), y);
		else {
			in.addAll(operands(op, y));
			node(type(op), in, y);
		}
	}

	private static String type(final Op op) {
		if (op instanceof Op.Relu) return "Relu";
		if (op instanceof Op.Sigmoid) return "Sigmoid";
		if (op instanceof Op.Tanh) return "Tanh";
		if (op instanceof Op.Add) return "Add";
		if (op instanceof Op.Sub) return "Sub";
		if (op instanceof Op.Mul) return "Mul";
		if (op instanceof Op.Clip) return "Clip";
		if (op instanceof Op.Pad) return "Pad";
		if (op instanceof Op.Reshape) return "Reshape";
		throw new IllegalStateException("No ONNX for " + op);
	}

	/** Constant inputs behind the values. */
	private List<String> operands(final Op op, final String y) {
		if (op instanceof Op.Clip c) return List.of(constant(y + "_lo", c.lo()),
			constant(y + "_hi", c.hi()));
		if (op instanceof Op.Pad p) return List.of(integers(y + "_pads", 0, 0, p
			.top(), p.left(), 0, p.channels(), p.bottom(), p.right()));
		if (op instanceof Op.Reshape r) return List.of(integers(y + "_shape", batch(r
			.shape(), -1, 0)));
		return List.of();
	}

	private void addWeighted(final Op op, final String x,
		final Map<String, Tensor> weights, final String y)
	{
		if (op instanceof Op.Conv2d c) node("Conv", List.of(x, weight(c.weight(),
			weights.get(c.weight())), weight(c.bias(), weights.get(c.bias()))), y,
			attribute("kernel_shape", new int[] { c.kernel(), c.kernel() }), attribute(
				"strides", new int[] { c.stride(), c.stride() }), attribute("pads",
					new int[] { c.padding(), c.padding(), c.padding(), c.padding() }),
			attribute("group", c.groups()));
		else if (op instanceof Op.Linear l) node("Gemm", List.of(x, weight(l.weight(),
			weights.get(l.weight())), weight(l.bias(), weights.get(l.bias()))), y,
			attribute("transB", 1));
		else if (op instanceof Op.PRelu p) {
			final Tensor slope = weights.get(p.slope());
			node("PRelu", List.of(x, weight(p.slope(), new Tensor(new long[] { slope
				.size(), 1, 1 }, slope.data()))), y);
		}
	}

	private void affine(final Op.Affine a, final String x, final String y) {
		node("Mul", List.of(x, constant(y + "_scale", a.scale())), y + "_scaled");
		node("Add", List.of(y + "_scaled", constant(y + "_offset", a.offset())), y);
	}

	/** ONNX has no such operator before version 14. */
	private void hardSwish(final String x, final String y) {
		node("HardSigmoid", List.of(x), y + "_gate", attribute("alpha", 1 / 6f),
			attribute("beta", 0.5f));
		node("Mul", List.of(x, y + "_gate"), y);
	}

	private void resize(final Node node, final String x, final String y) {
		final boolean nearest = node.op() instanceof Op.UpsampleNearest;
		final Value from = node.input(), to = node.output();
		final String scales = constant(y + "_scales", 1, 1, to.height() / (float) from
			.height(), to.width() / (float) from.width());
		node("Resize", List.of(x, "", scales), y, attribute("mode", nearest
			? "nearest" : "linear"), attribute("coordinate_transformation_mode", nearest
				? "asymmetric" : "half_pixel"), attribute("nearest_mode", "floor"));
	}

	private static Protobuf[] window(final int kernel, final int stride) {
		return new Protobuf[] { attribute("kernel_shape", new int[] { kernel,
			kernel }), attribute("strides", new int[] { stride, stride }) };
	}

	/** Puts a batch axis before, and shifts the other numbers. */
	static int[] batch(final int[] sample, final int first, final int shift) {
		return IntStream.concat(IntStream.of(first), Arrays.stream(sample).map(
			i -> i + shift)).toArray();
	}
}
