package sc.fiji.tinybeauty.models.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Examples of one training step in direct memory, N,C,H,W, which Torch reads
 * without a copy. Belongs to the trainer until {@code backward} is over.
 */
final class Batch {

	final int count;
	final int window;
	private final ByteBuffer input;
	private final ByteBuffer residual;
	private final ByteBuffer weight;
	private final ByteBuffer eyes;
	private final double[] sums = new double[4];

	Batch(final int count, final int window) {
		this.count = count;
		this.window = window;
		final int pixels = window * window;
		input = direct(3 * count * pixels);
		residual = direct(3 * count * pixels);
		weight = direct(count * pixels);
		eyes = direct(count * pixels);
	}

	private static ByteBuffer direct(final int floats) {
		return ByteBuffer.allocateDirect(4 * floats).order(ByteOrder.nativeOrder());
	}

	/** Copies one example to place {@code n}; place 0 first. */
	void put(final int n, final Sample s) {
		final double[] more = s.sums();
		for (int i = 0; i < sums.length; i++)
			sums[i] = (n == 0 ? 0 : sums[i]) + more[i];
		floats(input, n, s.input);
		floats(residual, n, s.residual);
		floats(weight, n, s.weight);
		floats(eyes, n, s.eyes);
	}

	private static void floats(final ByteBuffer buffer, final int n,
		final float[] values)
	{
		buffer.asFloatBuffer().position(n * values.length).put(values);
	}

	/** @return factor that brings the mean weight to 1 */
	double weightScale() {
		return count * window * window / sums[0];
	}

	/**
	 * @param squared share of the squared difference
	 * @return the colour loss of a zero residual
	 */
	double idleLoss(final double squared) {
		final double perChannel = weightScale() / (3.0 * count * window * window);
		return perChannel * ((1 - squared) * sums[2] + squared *
			MakeupLoss.SQUARE * sums[3]);
	}

	/** @return sum of the eye mask over the batch, pixels */
	double eyePixels() {
		return sums[1];
	}

	NDArray input(final NDManager manager) {
		return array(manager, input, 3);
	}

	NDArray residual(final NDManager manager) {
		return array(manager, residual, 3);
	}

	NDArray weight(final NDManager manager) {
		return array(manager, weight, 1);
	}

	NDArray eyes(final NDManager manager) {
		return array(manager, eyes, 1);
	}

	private NDArray array(final NDManager manager, final ByteBuffer buffer,
		final int channels)
	{
		buffer.rewind();
		return manager.create(buffer, new Shape(count, channels, window, window),
			DataType.FLOAT32);
	}
}
