package sc.fiji.tinybeauty.models.evaluate;

import sc.fiji.tinybeauty.models.graph.GraphBuilder;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.graph.Value;

/**
 * The face descriptor of dlib as face-api has it: a residual network (He, Zhang,
 * Ren, Sun, "Deep Residual Learning for Image Recognition", 2016) whose
 * down-sampling blocks average the shortcut and pad it with channels of zeros.
 * <p>
 * Input: (n, 3, 150, 150), RGB 0..1, an upright face. Output: (n, 128).
 * </p>
 */
final class IdentityGraph {

	/** Side of the input, pixels. */
	static final int SIZE = 150;

	private static final String[] BLOCKS = { "32_1", "32_2", "32_3", "64_down",
		"64_1", "64_2", "64_3", "128_down", "128_1", "128_2", "256_down", "256_1",
		"256_2", "256_down_out" };

	private IdentityGraph() {}

	/** @return the network's description */
	static NetworkGraph create() {
		final GraphBuilder g = new GraphBuilder();
		final Value image = g.input("face", 3, SIZE, SIZE);
		Value x = g.maxPool(g.relu(g.conv2d(image, "conv32_down", 32, 7, 2, 0)), 3,
			2);
		for (final String block : BLOCKS)
			x = block(g, x, "conv" + block, Integer.parseInt(block.substring(0, block
				.indexOf('_'))), block.contains("down"));
		final Value mean = g.globalAvgPool(x);
		g.output(g.linear(g.reshape(mean, mean.channels()), "fc", 128));
		return g.build();
	}

	private static Value block(final GraphBuilder g, final Value x,
		final String name, final int out, final boolean down)
	{
		final Value first = g.relu(g.conv2d(x, name + ".conv1", out, 3, down ? 2 : 1,
			down ? 0 : 1));
		final Value second = g.conv2d(first, name + ".conv2", out, 3, 1, 1);
		if (!down) return g.relu(g.add(x, second));
		Value shortcut = g.avgPool(x, 2, 2);
		if (out > x.channels()) shortcut = g.pad(shortcut, 0, 0, 0, 0, out - x
			.channels());
		final int missing = shortcut.width() - second.width();
		return g.relu(g.add(shortcut, missing == 0 ? second : g.pad(second, 0,
			missing, 0, missing, 0)));
	}
}
