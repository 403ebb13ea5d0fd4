package sc.fiji.tinybeauty.models.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

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
	private static final float TINY = 1e-12f;

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
		try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
			NDArray m = manager.create(x, new Shape(rows, x.length / rows));
			m = m.div(m.norm().add(TINY));
			for (int k = 0; k < ITERATIONS; k++) {
				final NDArray gram = m.matMul(m.transpose());
				final NDArray mix = gram.matMul(gram).muli(C).addi(gram.mul(B));
				m = mix.matMul(m).addi(m.mul(A));
			}
			System.arraycopy(m.toFloatArray(), 0, x, 0, x.length);
		}
	}
}
