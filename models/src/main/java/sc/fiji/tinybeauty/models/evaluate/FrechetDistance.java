package sc.fiji.tinybeauty.models.evaluate;

import Jama.Matrix;

/**
 * The Frechet distance of two normal distributions fitted to two sets of
 * vectors (Dowson and Landau 1982; as a measure of pictures: Heusel, Ramsauer,
 * Unterthiner, Nessler, Hochreiter 2017).
 * <p>
 * With A and B the centred vectors as rows, over sqrt(n - 1), the trace of the
 * root of the product of the covariances is the sum of the singular values of A
 * B^T; so no root of a singular matrix is needed where there are fewer vectors
 * than numbers in one.
 * </p>
 */
final class FrechetDistance {

	private FrechetDistance() {}

	/**
	 * @param a at least two vectors
	 * @param b at least two vectors of the same length
	 * @return squared distance of the means + tr(Sa + Sb - 2 (Sa Sb)^1/2)
	 */
	static double of(final double[][] a, final double[][] b) {
		final double[] meanA = mean(a), meanB = mean(b);
		double sum = 0;
		for (int i = 0; i < meanA.length; i++)
			sum += (meanA[i] - meanB[i]) * (meanA[i] - meanB[i]);
		final Matrix ca = centred(a, meanA), cb = centred(b, meanB);
		final Matrix product = reduced(ca).times(reduced(cb).transpose());
		final double[] squares = product.times(product.transpose()).eig()
			.getRealEigenvalues();
		double root = 0;
		for (final double square : squares)
			root += Math.sqrt(Math.max(0, square));
		return Math.max(0, sum + squared(ca) + squared(cb) - 2 * root);
	}

	private static double[] mean(final double[][] vectors) {
		final double[] mean = new double[vectors[0].length];
		for (final double[] v : vectors)
			for (int i = 0; i < mean.length; i++)
				mean[i] += v[i] / vectors.length;
		return mean;
	}

	private static Matrix centred(final double[][] vectors, final double[] mean) {
		final Matrix m = new Matrix(vectors.length, mean.length);
		final double scale = 1 / Math.sqrt(vectors.length - 1.0);
		for (int r = 0; r < vectors.length; r++)
			for (int i = 0; i < mean.length; i++)
				m.set(r, i, (vectors[r][i] - mean[i]) * scale);
		return m;
	}

	/** Fewer rows with the same covariance, if there are more than columns. */
	private static Matrix reduced(final Matrix m) {
		return m.getRowDimension() > m.getColumnDimension() ? m.qr().getR() : m;
	}

	private static double squared(final Matrix m) {
		final double norm = m.normF();
		return norm * norm;
	}
}
