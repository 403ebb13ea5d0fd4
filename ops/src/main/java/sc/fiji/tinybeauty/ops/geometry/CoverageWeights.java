package sc.fiji.tinybeauty.ops.geometry;

/**
 * How much each source pixel of a line lies under each target pixel, as part of
 * the target pixel's length (at least one source pixel).
 */
final class CoverageWeights {

	private final int[] starts;
	private final float[][] weights;
	private final int first;
	private final int extent;

	/**
	 * @param origin source coordinate of target coordinate 0
	 * @param scale source pixels per target pixel, 1 or more
	 * @param targets number of target pixels
	 * @param sources number of source pixels
	 */
	CoverageWeights(final double origin, final double scale, final int targets,
		final int sources, final Border border)
	{
		starts = new int[targets];
		weights = new float[targets][];
		int low = sources, high = 0;
		for (int i = 0; i < targets; i++) {
			cover(i, origin + i * scale, scale, sources, border);
			low = Math.min(low, starts[i]);
			high = Math.max(high, starts[i] + weights[i].length);
		}
		first = Math.min(low, high);
		extent = high - first;
	}

	private void cover(final int i, final double from, final double scale,
		final int sources, final Border border)
	{
		final double to = from + scale;
		final int start = limit(Math.floor(from + 1e-6), sources - 1);
		final int end = limit(Math.ceil(to - 1e-6) - 1, sources - 1) + 1;
		starts[i] = start;
		weights[i] = new float[end - start];
		final float whole = (float) (1 / scale);
		for (int s = start; s < end; s++) {
			final boolean extend = border == Border.REPLICATE;
			final double left = extend && s == 0 ? from : Math.max(from, s);
			final double right = extend && s == sources - 1 ? to : Math.min(to, s + 1);
			final double covered = Math.max(0, right - left);
			weights[i][s - start] = Math.abs(covered - 1) < 1e-6 ? whole
				: (float) (covered / scale);
		}
	}

	private static int limit(final double v, final int last) {
		return (int) Math.min(last, Math.max(0, v));
	}

	/** @return first source pixel that any target needs */
	int first() {
		return first;
	}

	/** @return number of source pixels from the first to the last one needed */
	int extent() {
		return extent;
	}

	int start(final int target) {
		return starts[target];
	}

	int count(final int target) {
		return weights[target].length;
	}

	float weight(final int target, final int source) {
		return weights[target][source - starts[target]];
	}

	/** The weighted sum over a line that begins at {@link #first}. */
	float apply(final int target, final float[] line, final int offset) {
		final float[] w = weights[target];
		final int start = offset + starts[target] - first;
		float sum = 0;
		for (int k = 0; k < w.length; k++)
			sum += w[k] * line[start + k];
		return sum;
	}
}
