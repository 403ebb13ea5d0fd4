package sc.fiji.tinybeauty.models.evaluate;

/**
 * The kernel distance of two sets of vectors that belong together in pairs:
 * squared maximum mean discrepancy (Gretton, Borgwardt, Rasch, Schoelkopf, Smola
 * 2012, "A Kernel Two-Sample Test", the unbiased estimate for sets of one size,
 * in which no pair is compared with itself) with the kernel (cos + 1)^3.
 * <p>
 * Binkowski, Sutherland, Arbel and Gretton (2018, "Demystifying MMD GANs") have x
 * y / d for the cosine; vectors that are not normalised, as here, would let the
 * longest few decide.
 * </p>
 */
final class KernelDistance {

	private final double[][] aa;
	private final double[][] bb;
	private final double[][] ab;

	/** Both sets have the same number of vectors. */
	KernelDistance(final double[][] a, final double[][] b) {
		aa = kernel(a, a);
		bb = kernel(b, b);
		ab = kernel(a, b);
	}

	private static double[][] kernel(final double[][] a, final double[][] b) {
		final double[][] k = new double[a.length][b.length];
		for (int i = 0; i < a.length; i++)
			for (int j = 0; j < b.length; j++) {
				double dot = 0;
				for (int c = 0; c < a[i].length; c++)
					dot += a[i][c] * b[j][c];
				k[i][j] = Math.pow(dot / (length(a[i]) * length(b[j])) + 1, 3);
			}
		return k;
	}

	private static double length(final double... vector) {
		double sum = 0;
		for (final double v : vector)
			sum += v * v;
		return Math.sqrt(sum);
	}

	/**
	 * @param draw indices of the vectors that count; one drawn twice is not
	 *          compared with itself
	 */
	double of(final int[] draw) {
		double sum = 0;
		int pairs = 0;
		for (final int i : draw)
			for (final int j : draw) {
				if (i == j) continue;
				sum += aa[i][j] + bb[i][j] - ab[i][j] - ab[j][i];
				pairs++;
			}
		return sum / pairs;
	}
}
