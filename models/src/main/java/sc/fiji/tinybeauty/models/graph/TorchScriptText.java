package sc.fiji.tinybeauty.models.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Pieces of TorchScript text. */
final class TorchScriptText {

	private TorchScriptText() {}

	/** Gives each weight tensor the name of an attribute. */
	static Map<String, String> names(final NetworkGraph graph) {
		final Map<String, String> names = new LinkedHashMap<>();
		for (final String parameter : graph.parameters().keySet()) {
			names.put(parameter, "w" + names.size());
		}
		return names;
	}

	/** First line of a method that takes inputs x0... and maybe outputs y0... */
	static String header(final String method, final NetworkGraph graph,
		final String returns, final boolean outputs)
	{
		final StringBuilder s = new StringBuilder("  def " + method +
			"(self: __torch__.Net");
		for (int i = 0; i < graph.inputs().size(); i++) {
			s.append(", x").append(i).append(": Tensor");
		}
		for (int i = 0; outputs && i < graph.outputs().size(); i++) {
			s.append(", y").append(i).append(": Tensor");
		}
		return s.append(") -> ").append(returns).append(":\n").toString();
	}

	/** What a step computes, out of named values and weights. */
	static String expression(final Node node, final Map<Value, String> values,
		final Map<String, String> names)
	{
		final List<String> args = new ArrayList<>();
		for (final Value v : node.inputs()) args.add(values.get(v));
		final Op op = node.op();
		if (op instanceof Op.Conv2d c) return torch("conv2d", args.get(0), "self." +
			names.get(c.weight()), "self." + names.get(c.bias()), pair(c.stride()), pair(c
				.padding()), pair(1), Integer.toString(c.groups()));
		if (op instanceof Op.Linear l) return torch("linear", args.get(0), "self." +
			names.get(l.weight()), "self." + names.get(l.bias()));
		if (op instanceof Op.GroupNorm g) return torch("group_norm", args.get(0),
			Integer.toString(g.groups()), "self." + names.get(g.weight()), "self." +
				names.get(g.bias()), "1.0e-05", "False");
		if (op instanceof Op.PRelu p) return torch("prelu", args.get(0), "self." +
			names.get(p.slope()));
		if (op instanceof Op.Concat) return torch("cat", args.toString(), "1");
		if (op instanceof Op.Affine a) return torch("add", torch("mul", args.get(0),
			number(a.scale())), number(a.offset()));
		args.addAll(constants(op));
		return torch(function(op), args.toArray(String[]::new));
	}

	private static String function(final Op op) {
		if (op instanceof Op.Relu) return "relu";
		if (op instanceof Op.Sigmoid) return "sigmoid";
		if (op instanceof Op.Tanh) return "tanh";
		if (op instanceof Op.Silu) return "silu";
		if (op instanceof Op.HardSwish) return "hardswish";
		if (op instanceof Op.Clip) return "clamp";
		if (op instanceof Op.Add) return "add";
		if (op instanceof Op.Sub) return "sub";
		if (op instanceof Op.Mul) return "mul";
		if (op instanceof Op.MaxPool) return "max_pool2d";
		if (op instanceof Op.AvgPool) return "avg_pool2d";
		if (op instanceof Op.Pad) return "constant_pad_nd";
		if (op instanceof Op.UpsampleNearest) return "upsample_nearest2d";
		if (op instanceof Op.ResizeBilinear || op instanceof Op.UpsampleBilinear)
			return "upsample_bilinear2d";
		if (op instanceof Op.PixelShuffle) return "pixel_shuffle";
		if (op instanceof Op.Reshape) return "reshape";
		if (op instanceof Op.Permute) return "permute";
		throw new IllegalStateException("No TorchScript for " + op);
	}

	/** Arguments behind the tensors. */
	private static List<String> constants(final Op op) {
		if (op instanceof Op.Clip c) return List.of(number(c.lo()), number(c.hi()));
		if (op instanceof Op.MaxPool p) return List.of(pair(p.kernel()), pair(p
			.stride()), pair(0), pair(1), "False");
		if (op instanceof Op.AvgPool p) return List.of(pair(p.kernel()), pair(p
			.stride()), pair(0), "False", "True", "None");
		if (op instanceof Op.Pad p) return List.of(list(p.left(), p.right(), p
			.top(), p.bottom(), 0, p.channels()), "0");
		if (op instanceof Op.UpsampleNearest u) return List.of("None", "[" + u
			.factor() + "., " + u.factor() + ".]");
		if (op instanceof Op.UpsampleBilinear u) return List.of("None", "False", "[" +
			u.factor() + "., " + u.factor() + ".]");
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

	static String torch(final String function, final String... args) {
		return call("torch." + function, args);
	}

	static String call(final String function, final String... args) {
		return function + "(" + String.join(", ", args) + ")";
	}

	static String pair(final int i) {
		return list(i, i);
	}

	static String list(final int... values) {
		return Arrays.toString(values);
	}

	private static String number(final float value) {
		return String.format(Locale.ROOT, "%.9g", value);
	}
}
