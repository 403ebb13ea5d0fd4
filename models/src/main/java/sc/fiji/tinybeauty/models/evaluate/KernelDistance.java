package sc.fiji.tinybeauty.models.evaluate;

/**
 * The kernel distance of two sets of vectors: squared maximum mean discrepancy,
 * unbiased, with the kernel (x y / d + 1)^3 (Binkowski, Sutherland, Arbel,
 * Gretton 2018, "Demystifying MMD GANs").
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
				k[i][j] = Math.pow(dot / a[i].length + 1, 3);
			}
		return k;
	}

	/**
	 * @param draw indices of the vectors that count; one drawn twice is not
	 *          compared with itself
	 */
	double of(final int[] draw) {
		double own = 0, cross = 0;
		int pairs = 0;
		for (final int i : draw)
			for (final int j : draw) {
				cross += ab[i][j];
				if (i == j) continue;
				own += aa[i][j] + bb[i][j];
				pairs++;
			}
		return own / pairs - 2 * cross / ((double) draw.length * draw.length);
	}
}
