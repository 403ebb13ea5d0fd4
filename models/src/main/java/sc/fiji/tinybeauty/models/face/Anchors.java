package sc.fiji.tinybeauty.models.face;

import java.util.List;

/**
 * The places at which the detector looks: a grid of cells of {@code stride}
 * pixels, several anchors in each, all of unit size and centred in their cell
 * (BlazeFace, section 3.2). At 128 x 128 pixels the two grids give 512 + 384
 * anchors; larger pictures have larger grids.
 *
 * @param stride side of a cell, pixels
 * @param perCell anchors in a cell
 */
record Anchors(int stride, int perCell) {

	/** The fine grid. */
	static final Anchors FINE = new Anchors(8, 2);
	/** The coarse grid. */
	static final Anchors COARSE = new Anchors(16, 6);

	/** Logits are clipped here before the logistic function. */
	private static final double CLIP = 100;

	/**
	 * Reads the candidates out of the detector's maps.
	 *
	 * @param logits the score of each anchor, axes anchor, row, column
	 * @param boxes 16 values of each anchor, axes anchor, value, row, column
	 * @param width of the picture the detector saw, pixels
	 * @param height of the picture, pixels
	 * @param minScore candidates of this score or less are left out
	 * @param found receives the candidates, in pixels of the picture
	 */
	void decode(final float[] logits, final float[] boxes, final int width,
		final int height, final double minScore, final List<Candidate> found)
	{
		final int columns = width / stride, cells = columns * (height / stride);
		for (int i = 0; i < logits.length; i++) {
			final double score = logistic(logits[i]);
			if (!(score > minScore)) continue;
			final int anchor = i / cells, cell = i % cells;
			final Candidate c = candidate(score, boxes, anchor * Candidate.VALUES *
				cells + cell, cells, (cell % columns + 0.5) * stride, (cell / columns +
					0.5) * stride);
			if (c.isPlausible()) found.add(c);
		}
	}

	private static Candidate candidate(final double score, final float[] boxes,
		final int first, final int step, final double ax, final double ay)
	{
		final double[] points = new double[Candidate.VALUES - 4];
		for (int k = 0; k < points.length; k++)
			points[k] = boxes[first + (4 + k) * step] + (k % 2 == 0 ? ax : ay);
		return new Candidate(score, boxes[first] + ax, boxes[first + step] + ay,
			boxes[first + 2 * step], boxes[first + 3 * step], points);
	}

	/** @return 1 / (1 + exp(-logit)) */
	static double logistic(final double logit) {
		return 1 / (1 + Math.exp(-Math.max(-CLIP, Math.min(CLIP, logit))));
	}
}
