package sc.fiji.tinybeauty.ops.registration;

/** Weighted least squares with a handful of unknowns. */
final class NormalEquations {

	private final int n;
	/** The matrix, and the right side as its last column. */
	private final double[][] m;

	NormalEquations(final int unknowns) {
		n = unknowns;
		m = new double[n][n + 1];
	}

	/** Adds the equation row . x = value. */
	void add(final double[] row, final double value, final double weight) {
		for (int i = 0; i < n; i++) {
			final double w = weight * row[i];
			for (int k = i; k < n; k++)
				m[i][k] += w * row[k];
			m[i][n] += w * value;
		}
	}

	/** @return the solution by Cholesky's method; null if there is none */
	double[] solve() {
		final double[][] l = new double[n][n];
		final double[] x = new double[n];
		for (int i = 0; i < n; i++)
			for (int k = 0; k <= i; k++) {
				double sum = m[k][i];
				for (int j = 0; j < k; j++)
					sum -= l[i][j] * l[k][j];
				if (i > k) l[i][k] = sum / l[k][k];
				else if (sum > 1e-9 * Math.max(1, m[i][i])) l[i][i] = Math.sqrt(sum);
				else return null;
			}
		for (int i = 0; i < n; i++) {
			double sum = m[i][n];
			for (int j = 0; j < i; j++)
				sum -= l[i][j] * x[j];
			x[i] = sum / l[i][i];
		}
		for (int i = n - 1; i >= 0; i--) {
			for (int j = i + 1; j < n; j++)
				x[i] -= l[j][i] * x[j];
			x[i] /= l[i][i];
		}
		return x;
	}
}
