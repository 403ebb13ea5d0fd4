package sc.fiji.tinybeauty.models.face;

import sc.fiji.tinybeauty.models.graph.GraphBuilder;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.graph.Value;
import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * The face mesh with irises of MediaPipe (the idea: Kartynnik et al., "Real-time
 * Facial Surface Geometry from Monocular Video on Mobile GPUs", 2019; this later
 * form takes 256 pixels): seven stages of residual bottlenecks with PReLU, each
 * but the first one opening with a 2x2 convolution that halves the size.
 * <p>
 * Input: (n, 3, 256, 256), RGB 0..1, the upright face filling two thirds of the
 * square. Outputs: (n, 1434, 1, 1), x, y, z of 478 points in pixels of the
 * square; (n, 1, 1, 1), logit of there being a face at all.
 * </p>
 */
public final class FaceMeshGraph {

	/** Side of the input, pixels. */
	public static final int SIZE = 256;

	/** Channels of the seven stages. */
	private static final int[] STAGES = { 16, 32, 64, 128, 128, 128, 128 };

	/** Bottlenecks in a stage that keep its size. */
	private static final int BLOCKS = 4;

	private FaceMeshGraph() {}

	/** @return the network's description */
	public static NetworkGraph create() {
		final GraphBuilder g = new GraphBuilder();
		final Value image = g.input("image", 3, SIZE, SIZE);
		Value x = g.prelu(g.conv2dSame(image, "stem", STAGES[0], 3, 2, 1), "stem");
		for (int s = 0; s < STAGES.length; s++) {
			if (s > 0) x = bottleneck(g, x, name(s, 0), STAGES[s], 2);
			for (int b = 1; b <= BLOCKS; b++)
				x = bottleneck(g, x, name(s, b), STAGES[s], 1);
		}
		final Value presence = g.conv2d(x, "presence", 1, 2, 1, 0);
		g.output(g.conv2d(x, "landmarks", 3 * Landmarks.COUNT, 2, 1, 0));
		g.output(presence);
		return g.build();
	}

	private static String name(final int stage, final int block) {
		return "stage" + (stage + 1) + ".block" + block;
	}

	/** Half the channels in the middle; stride 2 is a 2x2 convolution and pooling. */
	private static Value bottleneck(final GraphBuilder g, final Value x,
		final String name, final int out, final int stride)
	{
		final int middle = out / 2;
		final Value reduced = g.prelu(g.conv2d(x, name + ".reduce", middle, stride,
			stride, 0), name + ".reduce");
		final Value depthwise = g.conv2d(reduced, name + ".depthwise", middle, 3, 1,
			1, middle);
		final Value expanded = g.conv2d(depthwise, name + ".expand", out, 1, 1, 0);
		Value shortcut = stride == 1 ? x : g.maxPool(x, 2, 2);
		if (out > x.channels()) shortcut = g.pad(shortcut, 0, 0, 0, 0, out - x
			.channels());
		return g.prelu(g.add(shortcut, expanded), name);
	}
}
