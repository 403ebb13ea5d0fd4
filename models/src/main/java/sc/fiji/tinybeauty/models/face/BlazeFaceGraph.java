package sc.fiji.tinybeauty.models.face;

import sc.fiji.tinybeauty.models.graph.GraphBuilder;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.graph.Value;

/**
 * The face detector BlazeFace, short range (Bazarevsky et al., "BlazeFace:
 * Sub-millisecond Neural Face Detection on Mobile GPUs", 2019), in the form
 * shipped with MediaPipe: a 5x5 stem, sixteen single blocks (3x3 depthwise, 1x1,
 * shortcut) and two grids of anchors.
 * <p>
 * Input: (1, 3, h, w), RGB 0..1, h and w multiples of 16; nothing in the network
 * depends on the size. Outputs: score logits of the fine grid (2, h/8, w/8) and
 * of the coarse grid (6, h/16, w/16), then their boxes (32, h/8, w/8) and (96,
 * h/16, w/16), 16 values per anchor in pixels relative to the cell's centre.
 * </p>
 */
public final class BlazeFaceGraph {

	/** Side of the picture that the network was trained on, pixels. */
	public static final int SIZE = 128;

	/** Height and width have to be multiples of this. */
	public static final int MULTIPLE = 16;

	/** Channels behind each block; a negative number: the block halves the size. */
	private static final int[] BLOCKS = { 24, 28, -32, 36, 42, -48, 56, 64, 72, 80,
		88, -96, 96, 96, 96, 96 };

	/** Number of blocks before the fine grid of anchors. */
	private static final int FINE_BLOCKS = 11;

	private BlazeFaceGraph() {}

	/** @return the network for pictures of {@link #SIZE} pixels */
	public static NetworkGraph create() {
		return create(SIZE, SIZE);
	}

	/**
	 * @param width of the pictures, a multiple of {@link #MULTIPLE}
	 * @param height of the pictures, a multiple of {@link #MULTIPLE}
	 * @return the same network for pictures of that size
	 * @throws IllegalArgumentException if a side is no such multiple
	 */
	public static NetworkGraph create(final int width, final int height) {
		if (width % MULTIPLE != 0 || height % MULTIPLE != 0)
			throw new IllegalArgumentException("The face detector needs sides that " +
				"are multiples of " + MULTIPLE + ", not " + width + " x " + height +
				".");
		final GraphBuilder g = new GraphBuilder();
		final Value image = g.affine(g.input("image", 3, height, width), 2, -1);
		Value x = g.relu(g.conv2dSame(image, "stem", 24, 5, 2, 1));
		Value fine = x;
		for (int i = 0; i < BLOCKS.length; i++) {
			x = block(g, x, "block" + (i + 1), Math.abs(BLOCKS[i]), BLOCKS[i] < 0 ? 2
				: 1);
			if (i + 1 == FINE_BLOCKS) fine = x;
		}
		final int n = Anchors.FINE.perCell(), m = Anchors.COARSE.perCell();
		g.output(g.conv2d(fine, "scores.fine", n, 1, 1, 0));
		g.output(g.conv2d(x, "scores.coarse", m, 1, 1, 0));
		g.output(g.conv2d(fine, "boxes.fine", n * Candidate.VALUES, 1, 1, 0));
		g.output(g.conv2d(x, "boxes.coarse", m * Candidate.VALUES, 1, 1, 0));
		return g.build();
	}

	/** The single BlazeBlock; the shortcut gets zero channels where it lacks some. */
	private static Value block(final GraphBuilder g, final Value x,
		final String name, final int out, final int stride)
	{
		final Value depthwise = g.conv2dSame(x, name + ".depthwise", x.channels(), 3,
			stride, x.channels());
		final Value pointwise = g.conv2d(depthwise, name + ".pointwise", out, 1, 1,
			0);
		Value shortcut = stride == 1 ? x : g.maxPool(x, 2, 2);
		if (out > x.channels()) shortcut = g.pad(shortcut, 0, 0, 0, 0, out - x
			.channels());
		return g.relu(g.add(shortcut, pointwise));
	}
}
