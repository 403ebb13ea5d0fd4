package sc.fiji.tinybeauty.models.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

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
	private double idleAbsolute, idleSquared;
	private double eyePixels;

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

	/** Copies one example to place {@code n}. */
	void put(final int n, final Sample s) {
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

	/** Brings the mean weight to 1 and sums up what doing nothing would cost. */
	void finish() {
		final FloatBuffer w = weight.asFloatBuffer(), r = residual.asFloatBuffer();
		final FloatBuffer e = eyes.asFloatBuffer();
		final int pixels = window * window;
		double sum = 0;
		eyePixels = 0;
		for (int i = 0; i < w.capacity(); i++) {
			sum += w.get(i);
			eyePixels += e.get(i);
		}
		final float scale = (float) (w.capacity() / sum);
		idleAbsolute = idleSquared = 0;
		for (int n = 0; n < count; n++)
			for (int i = 0; i < pixels; i++) {
				final float v = w.get(n * pixels + i) * scale;
				w.put(n * pixels + i, v);
				for (int c = 0; c < 3; c++) {
					final float d = r.get((3 * n + c) * pixels + i);
					idleAbsolute += v * MakeupLoss.cost(d, 0);
					idleSquared += v * MakeupLoss.cost(d, 1);
				}
			}
		idleAbsolute /= r.capacity();
		idleSquared /= r.capacity();
	}

	/**
	 * @param squared share of the squared difference
	 * @return the colour loss of a zero residual
	 */
	double idleLoss(final double squared) {
		return (1 - squared) * idleAbsolute + squared * idleSquared;
	}

	/** @return sum of the eye mask over the batch, pixels */
	double eyePixels() {
		return eyePixels;
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
