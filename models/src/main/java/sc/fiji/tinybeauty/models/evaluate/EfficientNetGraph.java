package sc.fiji.tinybeauty.models.evaluate;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

import sc.fiji.tinybeauty.models.graph.GraphBuilder;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.graph.Value;
import sc.fiji.tinybeauty.models.weights.ShippedWeights;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * EfficientNet-Lite0 up to its last block (the idea: Tan and Le, "EfficientNet:
 * Rethinking Model Scaling for Convolutional Neural Networks", 2019; the lite
 * form has no squeeze-and-excitation and ReLU6 instead of Swish).
 * <p>
 * Input: (n, 3, 224, 224), RGB 0..1. Outputs: maps at the end of four stages,
 * (n, 24, 56, 56), (n, 40, 28, 28), (n, 112, 14, 14), (n, 320, 7, 7).
 * </p>
 */
public final class EfficientNetGraph {

	/** Side of the input, pixels. */
	static final int SIZE = 224;

	/** Kernel, stride, channels and number of blocks of each stage. */
	private static final int[][] STAGES = { { 3, 1, 16, 1 }, { 3, 2, 24, 2 }, { 5,
		2, 40, 2 }, { 3, 2, 80, 3 }, { 5, 1, 112, 3 }, { 5, 2, 192, 4 }, { 3, 1, 320,
			1 } };

	/** Channels in the middle of a block per channel of its input. */
	private static final int EXPANSION = 6;

	private EfficientNetGraph() {}

	/** @return the network's description */
	static NetworkGraph create() {
		final GraphBuilder g = new GraphBuilder();
		Value x = stem(g, SIZE);
		for (int stage = 0; stage < STAGES.length; stage++) {
			x = stage(g, x, stage);
			if (Set.of(24, 40, 112, 320).contains(x.channels())) g.output(x);
		}
		return g.build();
	}

	/**
	 * @param size side of the input, pixels
	 * @return the network up to maps of 40 channels at 1/8 of the input's size, its
	 *         only output
	 */
	public static NetworkGraph eighth(final int size) {
		final GraphBuilder g = new GraphBuilder();
		Value x = stem(g, size);
		for (int stage = 0; x.channels() != 40; stage++)
			x = stage(g, x, stage);
		g.output(x);
		return g.build();
	}

	/** @return the weights of {@link #eighth}, and more */
	public static Map<String, Tensor> weights() {
		return ShippedWeights.load(EfficientNetGraph.class, "efficientnet-lite0");
	}

	private static Value stem(final GraphBuilder g, final int size) {
		final Value image = g.input("image", 3, size, size);
		return g.clip(g.conv2dSame(g.affine(image, 255 / 128f, -127 / 128f), "stem",
			32, 3, 2, 1), 0, 6);
	}

	private static Value stage(final GraphBuilder g, final Value from,
		final int stage)
	{
		final int[] s = STAGES[stage];
		final int before = Arrays.stream(STAGES, 0, stage).mapToInt(t -> t[3]).sum();
		Value x = from;
		for (int i = 0; i < s[3]; i++)
			x = block(g, x, "block" + (before + i), s[0], i == 0 ? s[1] : 1, s[2]);
		return x;
	}

	private static Value block(final GraphBuilder g, final Value x,
		final String name, final int kernel, final int stride, final int out)
	{
		final boolean first = name.equals("block0");
		final int middle = first ? x.channels() : EXPANSION * x.channels();
		Value y = x;
		if (!first) y = g.clip(g.conv2d(x, name + ".expand", middle, 1, 1, 0), 0,
			6);
		y = g.clip(g.conv2dSame(y, name + ".depthwise", middle, kernel, stride,
			middle), 0, 6);
		y = g.conv2d(y, name + ".project", out, 1, 1, 0);
		return stride == 1 && out == x.channels() ? g.add(x, y) : y;
	}
}
