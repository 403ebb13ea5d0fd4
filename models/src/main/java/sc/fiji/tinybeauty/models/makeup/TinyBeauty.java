package sc.fiji.tinybeauty.models.makeup;

import java.util.Map;

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
 * Layout, 78,952 parameters, 130 million multiply-adds at 256 x 256:
 * </p>
 *
 * <pre>
 * stem            7x7 / 4    3 -> 24   at 1/4     } skip to up2
 * down1           3x3 / 2   24 -> 28   at 1/8
 * res1a, res1b    3x3       28 -> 28   at 1/8     } residual; skip to up1
 * down2           3x3 / 2   28 -> 28   at 1/16
 * res2a, res2b    3x3       28 -> 28   at 1/16    residual
 * up1             1x1       28 -> 28, nearest x2, + skip
 * res3a, res3b    3x3       28 -> 28   at 1/8     residual
 * up2             1x1       28 -> 24, nearest x2, + skip
 * refine          3x3       24 -> 24   at 1/4
 * out             3x3       24 -> 48, pixel shuffle x4: what is drawn, d
 * gain, gainMean, gate, gainGate: 3x3, 24 -> 3, each constant in a 4x4 block
 * </pre>
 *
 * ReLU follows every convolution down to refine, but up1, up2, res1b, res2b and
 * res3b, where it follows the addition. With the image x and its mean over blocks
 * of 4x4 pixels, the residual is
 *
 * <pre>
 * r = d + gain x + gainMean mean(x) + gainGate relu(d + gate x)
 * </pre>
 *
 * Pigment over skin, m (p - x), is affine in a pixel and in the skin around it,
 * so gains per block and colour say in a few numbers what the last layer would
 * have to draw pixel by pixel (cf. Gharbi et al. 2017, "Deep bilateral learning
 * for real-time image enhancement"); the gate lets pixels that look different,
 * such as hair or teeth, have a function of their own. No convolution works at
 * full or half resolution, where few channels would waste vector units and memory
 * bandwidth.
 */
public final class TinyBeauty {

	/** Name in model cards. */
	public static final String ARCHITECTURE = "TinyBeauty-3";

	/** Most parameters a style's network may have. */
	public static final int MAX_PARAMETERS = 81_000;

	/** Side length of the crop, pixels. */
	public static final int SIZE = 256;

	/** Side of the blocks in which the last layers work, pixels. */
	private static final int BLOCK = 4;

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
		final Value f = features(g, image);
		final Value drawn = g.affine(g.pixelShuffle(g.conv2d(f, "out", 48, 3, 1, 1),
			BLOCK), 0.5f, 0);
		final Value mean = g.mul(g.conv2d(f, "gainMean", 3, 3, 1, 1), g.avgPool(image,
			BLOCK, BLOCK));
		final Value detail = g.mul(enlarged(g, g.conv2d(f, "gain", 3, 3, 1, 1)),
			image);
		final Value gate = g.relu(g.add(drawn, g.mul(enlarged(g, g.conv2d(f, "gate",
			3, 3, 1, 1)), image)));
		final Value gated = g.mul(enlarged(g, g.conv2d(f, "gainGate", 3, 3, 1, 1)),
			gate);
		g.output(g.add(g.add(drawn, detail), g.add(enlarged(g, mean), gated)));
		return g.build();
	}

	/**
	 * All layers but the last, for designs that differ there only.
	 *
	 * @param g gets the layers
	 * @param image the crop
	 * @return what the network knows of every block, 24 channels at 1/4
	 */
	public static Value features(final GraphBuilder g, final Value image) {
		final Value x = g.affine(g.pad(image, 3, 3, 3, 3, 0), 2, -1);
		final Value p = g.relu(g.conv2d(x, "stem", 24, 7, 4, 0));
		final Value d1 = g.relu(g.conv2d(p, "down1", 28, 3, 2, 1));
		final Value s = Layers.residual(g, d1, "res1");
		final Value d2 = g.relu(g.conv2d(s, "down2", 28, 3, 2, 1));
		final Value r = Layers.residual(g, d2, "res2");
		final Value q1 = Layers.residual(g, Layers.up(g, r, "up1", s), "res3");
		final Value q0 = Layers.up(g, q1, "up2", p);
		return g.relu(g.conv2d(q0, "refine", 24, 3, 1, 1));
	}

	/** @return an image of blocks as one of pixels */
	private static Value enlarged(final GraphBuilder g, final Value blocks) {
		return g.upsampleNearest(blocks, BLOCK);
	}

	/**
	 * @param seed same seed, same weights
	 * @return random weights by name to start training from; see
	 *         {@link StartWeights}
	 */
	public static Map<String, Tensor> initialWeights(final long seed) {
		return StartWeights.of(GRAPH, seed);
	}
}
