package sc.fiji.tinybeauty.models.evaluate;

import sc.fiji.tinybeauty.models.graph.GraphBuilder;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.graph.Value;

/**
 * EfficientNet-Lite0 up to its last block (the idea: Tan and Le, "EfficientNet:
 * Rethinking Model Scaling for Convolutional Neural Networks", 2019; the lite
 * form has no squeeze-and-excitation and ReLU6 instead of Swish).
 * <p>
 * Input: (n, 3, 224, 224), RGB 0..1. Outputs: maps at the end of four stages,
 * (n, 24, 56, 56), (n, 40, 28, 28), (n, 112, 14, 14), (n, 320, 7, 7).
 * </p>
 */
final class EfficientNetGraph {

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
		final Value image = g.input("image", 3, SIZE, SIZE);
		Value x = g.clip(g.conv2dSame(g.affine(image, 255 / 128f, -127 / 128f),
			"stem", 32, 3, 2, 1), 0, 6);
		int block = 0;
		for (final int[] stage : STAGES) {
			for (int i = 0; i < stage[3]; i++)
				x = block(g, x, "block" + block++, stage[0], i == 0 ? stage[1] : 1,
					stage[2]);
			if (stage[2] == 24 || stage[2] == 40 || stage[2] == 112 ||
				stage[2] == 320) g.output(x);
		}
		return g.build();
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
