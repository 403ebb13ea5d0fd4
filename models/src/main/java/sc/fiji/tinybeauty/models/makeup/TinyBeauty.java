package sc.fiji.tinybeauty.models.makeup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import sc.fiji.tinybeauty.models.graph.GraphBuilder;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.graph.Value;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * The TinyBeauty network: paints one learned style on an aligned face crop by a
 * residual, after Jin et al., "Toward Tiny and High-quality Facial Makeup with
 * Data Amplify Learning" (ECCV 2024), in a layout of our own.
 * <p>
 * Input: the crop, (batch, R G B, row, column), sRGB-encoded 0..1. Output: the
 * residual r of the same shape in units of that image, so that the result is
 * clamp(x + r, 0, 1). Inside, image and residual are in the paper's -1..1 units:
 * the input is mapped by 2x - 1, what leaves the last layer is halved. Outside the
 * crop the network sees black.
 * </p>
 * <p>
 * Layout, 80,396 parameters, 114 million multiply-adds at 256 x 256:
 * </p>
 *
 * <pre>
 * stem            7x7 / 4    3 -> 24   at 1/4     } skip to up2
 * down1           3x3 / 2   24 -> 32   at 1/8
 * res1a, res1b    3x3       32 -> 32   at 1/8     } residual; skip to up1
 * down2           3x3 / 2   32 -> 36   at 1/16
 * res2a, res2b    3x3       36 -> 36   at 1/16    residual
 * up1             1x1       36 -> 32, nearest x2, + skip
 * up2             1x1       32 -> 24, nearest x2, + skip
 * refine          3x3       24 -> 24   at 1/4
 * out             3x3       24 -> 48, pixel shuffle x4
 * </pre>
 *
 * ReLU follows every convolution but up1 and up2 (there after the addition),
 * res1b and res2b (likewise) and out. No layer works at full or half resolution,
 * where few channels would waste vector units and memory bandwidth.
 */
public final class TinyBeauty {

	/** Name in model cards. */
	public static final String ARCHITECTURE = "TinyBeauty-H2";

	/** Most parameters a style's network may have. */
	public static final int MAX_PARAMETERS = 81_000;

	/** Side length of the crop, pixels. */
	public static final int SIZE = 256;

	private static final NetworkGraph GRAPH = graph(SIZE);

	private TinyBeauty() {}

	/** @return the network for crops of {@link #SIZE} pixels */
	public static NetworkGraph graph() {
		return GRAPH;
	}

	/**
	 * @param size side length of the crop, a multiple of 16
	 * @return the network for that size; the weights are the same for all
	 */
	public static NetworkGraph graph(final int size) {
		if (size < 16 || size % 16 != 0) throw new IllegalArgumentException(
			"The crop's size must be a multiple of 16, not " + size + ".");
		final GraphBuilder g = new GraphBuilder();
		final Value image = g.input("image", 3, size, size);
		final Value x = g.affine(g.pad(image, 3, 3, 3, 3, 0), 2, -1);
		final Value p = g.relu(g.conv2d(x, "stem", 24, 7, 4, 0));
		final Value d1 = g.relu(g.conv2d(p, "down1", 32, 3, 2, 1));
		final Value s = residual(g, d1, "res1");
		final Value d2 = g.relu(g.conv2d(s, "down2", 36, 3, 2, 1));
		final Value r = residual(g, d2, "res2");
		final Value q1 = up(g, r, "up1", s);
		final Value q0 = up(g, q1, "up2", p);
		final Value f = g.relu(g.conv2d(q0, "refine", 24, 3, 1, 1));
		final Value o = g.conv2d(f, "out", 48, 3, 1, 1);
		g.output(g.affine(g.pixelShuffle(o, 4), 0.5f, 0));
		return g.build();
	}

	private static Value residual(final GraphBuilder g, final Value x,
		final String name)
	{
		final int n = x.channels();
		final Value a = g.relu(g.conv2d(x, name + "a", n, 3, 1, 1));
		return g.relu(g.add(g.conv2d(a, name + "b", n, 3, 1, 1), x));
	}

	private static Value up(final GraphBuilder g, final Value x,
		final String name, final Value skip)
	{
		final Value narrow = g.conv2d(x, name, skip.channels(), 1, 1, 0);
		return g.relu(g.add(g.upsampleNearest(narrow, 2), skip));
	}

	/**
	 * Random weights to start training from: normal with variance 2 / fan-in (He
	 * et al. 2015), the second convolution of each residual branch times 0.2 and
	 * the last one times 0.05, so that training starts near "no make-up"; biases
	 * 0. Without normalisation layers these factors decide whether it learns.
	 *
	 * @param seed same seed, same weights
	 * @return weights by name
	 */
	public static Map<String, Tensor> initialWeights(final long seed) {
		final Random random = new Random(seed);
		final Map<String, Tensor> weights = new LinkedHashMap<>();
		GRAPH.parameters().forEach((name, shape) -> {
			final Tensor tensor = Tensor.zeros(shape);
			if (!name.endsWith(".bias")) fill(tensor, gain(name), random);
			weights.put(name, tensor);
		});
		return weights;
	}

	private static double gain(final String name) {
		if (name.startsWith("out.")) return 0.05;
		return name.matches("res.b\\..*") ? 0.2 : 1;
	}

	private static void fill(final Tensor tensor, final double gain,
		final Random random)
	{
		final double fanIn = tensor.size() / (double) tensor.shape()[0];
		final double deviation = gain * Math.sqrt(2 / fanIn);
		for (int i = 0; i < tensor.size(); i++) {
			tensor.data()[i] = (float) (deviation * random.nextGaussian());
		}
	}
}
