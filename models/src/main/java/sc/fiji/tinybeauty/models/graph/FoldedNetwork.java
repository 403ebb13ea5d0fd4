package sc.fiji.tinybeauty.models.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * A network with its scalings worked into its convolutions, so that running it
 * takes fewer steps: the same function up to rounding.
 * <p>
 * conv(s x + o) is a convolution with weights s W and bias b + o sum(W); with
 * padding this holds if the image is padded before the scaling. s conv(x) + o,
 * also behind a pixel shuffle, is one with s W and s b + o.
 * </p>
 *
 * @param graph the shorter network
 * @param weights its weights
 */
public record FoldedNetwork(NetworkGraph graph, Map<String, Tensor> weights) {

	/**
	 * @param graph a network
	 * @param weights its weights; see {@link NetworkGraph#check}
	 * @return the folded network
	 */
	public static FoldedNetwork of(final NetworkGraph graph,
		final Map<String, Tensor> weights)
	{
		graph.check(weights);
		return new Folding(graph, weights).fold();
	}

	/** The work in progress. */
	private static final class Folding {

		private final NetworkGraph graph;
		private final Map<Value, Node> producers = new HashMap<>();
		private final Map<String, Tensor> weights;
		/** Steps that disappear, because a convolution does their work. */
		private final Map<Node, Op.Conv2d> folded = new HashMap<>();
		private final Map<Node, Integer> paddings = new HashMap<>();

		Folding(final NetworkGraph graph, final Map<String, Tensor> weights) {
			this.graph = graph;
			this.weights = new LinkedHashMap<>(weights);
			graph.nodes().forEach(n -> producers.put(n.output(), n));
		}

		FoldedNetwork fold() {
			for (final Node node : graph.nodes()) {
				if (node.op() instanceof Op.Conv2d c && c.padding() == 0) foldBefore(node,
					c);
				if (node.op() instanceof Op.Affine a) foldBehind(node, a);
			}
			return rebuild();
		}

		private boolean onlyReader(final Node node) {
			return graph.readers(node.output()) == 1;
		}

		private void foldBefore(final Node node, final Op.Conv2d c) {
			final Node affine = producers.get(node.input());
			if (!(affine.op() instanceof Op.Affine a) || !onlyReader(affine) || folded
				.containsKey(affine)) return;
			folded.put(affine, c);
			final Tensor weight = weights.get(c.weight());
			final float[] bias = weights.get(c.bias()).data().clone();
			final int taps = weight.size() / bias.length;
			for (int i = 0; i < weight.size(); i++) {
				bias[i / taps] += a.offset() * weight.data()[i];
			}
			put(c.bias(), bias);
			scale(c.weight(), a.scale());
			final Node pad = producers.get(affine.input());
			if (pad.op() instanceof Op.Pad p && onlyReader(pad) && p.channels() == 0 &&
				p.left() == p.right() && p.top() == p.bottom() && p.left() == p.top())
			{
				folded.put(pad, c);
				paddings.put(node, p.left());
			}
		}

		private void foldBehind(final Node node, final Op.Affine a) {
			if (folded.containsKey(node)) return;
			Node source = producers.get(node.input());
			if (source.op() instanceof Op.PixelShuffle && onlyReader(source)) source =
				producers.get(source.input());
			if (!(source.op() instanceof Op.Conv2d c) || !onlyReader(source)) return;
			folded.put(node, c);
			scale(c.weight(), a.scale());
			scale(c.bias(), a.scale());
			final float[] bias = weights.get(c.bias()).data().clone();
			for (int i = 0; i < bias.length; i++) bias[i] += a.offset();
			put(c.bias(), bias);
		}

		private void scale(final String name, final float factor) {
			final float[] data = weights.get(name).data().clone();
			for (int i = 0; i < data.length; i++) data[i] *= factor;
			put(name, data);
		}

		private void put(final String name, final float[] data) {
			weights.put(name, new Tensor(weights.get(name).shape(), data));
		}

		private FoldedNetwork rebuild() {
			final List<Node> nodes = new ArrayList<>();
			final Map<Value, Value> renamed = new HashMap<>();
			for (final Node node : graph.nodes()) {
				final List<Value> inputs = node.inputs().stream().map(renamed::get)
					.toList();
				if (folded.containsKey(node)) {
					renamed.put(node.output(), inputs.get(0));
					continue;
				}
				final Value output = new Value(nodes.size(), node.output().shape());
				renamed.put(node.output(), output);
				nodes.add(new Node(op(node), inputs, output));
			}
			return new FoldedNetwork(new NetworkGraph(nodes, graph.outputs().stream()
				.map(renamed::get).toList(), graph.parameters()), weights);
		}

		private Op op(final Node node) {
			if (!paddings.containsKey(node)) return node.op();
			final Op.Conv2d c = (Op.Conv2d) node.op();
			return new Op.Conv2d(c.name(), c.out(), c.kernel(), c.stride(), paddings
				.get(node), c.groups());
		}
	}
}
