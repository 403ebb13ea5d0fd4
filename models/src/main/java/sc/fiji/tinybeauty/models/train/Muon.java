package sc.fiji.tinybeauty.models.train;

import java.util.Arrays;

/**
 * The optimiser Muon (Jordan et al. 2024, "Muon: an optimizer for hidden layers
 * in neural networks"): a weight tensor is taken as a matrix, one row per output
 * channel, and the momentum of its gradient is brought to singular values near 1
 * before it is added. All directions of the matrix learn equally fast, where Adam
 * follows a few strong ones. Biases, the first and the last layers are left to
 * {@link Adam}.
 */
final class Muon {

	private static final float MOMENTUM = 0.95f;
	/**
	 * Size of an entry of the update relative to the learning rate. Adam's is about
	 * 0.2, so rates mean the same for both; twice that learnt faster.
	 */
	private static final double SIZE = 0.4;
	private static final int ITERATIONS = 5;
	/** Coefficients that bring singular values to 0.7 ... 1.2 in five steps. */
	private static final float A = 3.4445f, B = -4.7750f, C = 2.0315f;

	private Muon() {}

	/**
	 * Makes one update.
	 *
	 * @param weights matrix, row by row; changed
	 * @param momentum state of the same size, zeros at first; changed
	 * @param gradient gradient
	 * @param clip factor of the gradient
	 * @param rows number of rows
	 * @param rate learning rate
	 */
	static void update(final float[] weights, final float[] momentum,
		final float[] gradient, final double clip, final int rows,
		final double rate)
	{
		final float share = (float) ((1 - MOMENTUM) * clip);
		final float[] u = new float[weights.length];
		for (int i = 0; i < u.length; i++) {
			final float g = share * gradient[i];
			momentum[i] = MOMENTUM * momentum[i] + g;
			u[i] = MOMENTUM * momentum[i] + g;
		}
		orthogonal(u, rows);
		final float step = (float) (SIZE * rate * Math.sqrt(Math.max(rows, u.length /
			rows)));
		for (int i = 0; i < u.length; i++)
			weights[i] -= step * u[i];
	}

	/**
	 * Brings all singular values near 1 by the Newton-Schulz iteration X = aX + (bG
	 * + cG^2)X with G = X X^T.
	 *
	 * @param x matrix, row by row; changed
	 * @param rows number of rows, at most that of columns for speed
	 */
	static void orthogonal(final float[] x, final int rows) {
		final int columns = x.length / rows;
		final float scale = (float) (1 / (Math.sqrt(dot(x, 0, x, 0, x.length)) +
			1e-12));
		for (int i = 0; i < x.length; i++)
			x[i] *= scale;
		final float[] gram = new float[rows * rows], mix = new float[rows * rows];
		final float[] next = new float[x.length];
		for (int k = 0; k < ITERATIONS; k++) {
			gram(x, rows, columns, gram);
			// The Gram matrix is symmetric, so that its square is its own Gram matrix.
			gram(gram, rows, rows, mix);
			for (int i = 0; i < mix.length; i++)
				mix[i] = B * gram[i] + C * mix[i] + (i % (rows + 1) == 0 ? A : 0);
			multiply(mix, x, rows, columns, next);
			System.arraycopy(next, 0, x, 0, x.length);
		}
	}

	private static void gram(final float[] x, final int rows, final int columns,
		final float[] gram)
	{
		for (int i = 0; i < rows; i++)
			for (int j = 0; j <= i; j++)
				gram[i * rows + j] = gram[j * rows + i] = dot(x, i * columns, x, j *
					columns, columns);
	}

	/** Four sums side by side, since one alone waits for each addition. */
	private static float dot(final float[] x, final int from, final float[] y,
		final int fromY, final int n)
	{
		float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		int k = 0;
		for (; k + 3 < n; k += 4) {
			s0 += x[from + k] * y[fromY + k];
			s1 += x[from + k + 1] * y[fromY + k + 1];
			s2 += x[from + k + 2] * y[fromY + k + 2];
			s3 += x[from + k + 3] * y[fromY + k + 3];
		}
		for (; k < n; k++)
			s0 += x[from + k] * y[fromY + k];
		return s0 + s1 + s2 + s3;
	}

	private static void multiply(final float[] m, final float[] x,
		final int rows, final int columns, final float[] result)
	{
		Arrays.fill(result, 0);
		for (int i = 0; i < rows; i++)
			for (int k = 0; k < rows; k++) {
				final float f = m[i * rows + k];
				for (int j = 0; j < columns; j++)
					result[i * columns + j] += f * x[k * columns + j];
			}
	}
}
