package sc.fiji.tinybeauty.models.makeup;

import sc.fiji.tinybeauty.models.graph.GraphBuilder;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.graph.Value;

/**
 * The network of the first release's styles, which still open. What goes in and
 * comes out is as in {@link TinyBeauty}.
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
public final class TinyBeautyH2 {

	/** Name in model cards. */
	public static final String ARCHITECTURE = "TinyBeauty-H2";

	private TinyBeautyH2() {}

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
		final Value s = Layers.residual(g, d1, "res1");
		final Value d2 = g.relu(g.conv2d(s, "down2", 36, 3, 2, 1));
		final Value r = Layers.residual(g, d2, "res2");
		final Value q1 = Layers.up(g, r, "up1", s);
		final Value q0 = Layers.up(g, q1, "up2", p);
		final Value f = g.relu(g.conv2d(q0, "refine", 24, 3, 1, 1));
		final Value o = g.conv2d(f, "out", 48, 3, 1, 1);
		g.output(g.affine(g.pixelShuffle(o, 4), 0.5f, 0));
		return g.build();
	}
}
