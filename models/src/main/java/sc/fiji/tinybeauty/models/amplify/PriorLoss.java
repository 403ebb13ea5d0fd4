package sc.fiji.tinybeauty.models.amplify;

import java.nio.ByteBuffer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;

/**
 * Loss of the RDM: the mean of w (|d| + 6 d^2), d = predicted - true residual.
 * Where several residuals are likely, the absolute part asks for their median and
 * the squared one for their mean, which has the smaller error in decibels.
 * <p>
 * No operator with a {@link Number} operand occurs: the engine frees such a
 * scalar at once although the backward pass still reads it.
 * </p>
 */
final class PriorLoss {

	private static final float SQUARE = 6;

	private PriorLoss() {}

	/**
	 * @param output predicted residuals (batch, 48, 64, 64)
	 * @param residual true residuals, same shape
	 * @param weight w, same shape
	 * @param manager lives until after the backward pass
	 */
	static NDArray of(final NDArray output, final ByteBuffer residual,
		final ByteBuffer weight, final NDManager manager)
	{
		residual.rewind();
		weight.rewind();
		final NDArray truth = manager.create(residual, output.getShape(),
			DataType.FLOAT32);
		final NDArray w = manager.create(weight, output.getShape(),
			DataType.FLOAT32);
		final NDArray d = output.sub(truth);
		return d.abs().add(d.square().mul(manager.create(SQUARE))).mul(w).mean();
	}

	/** @return the loss of one value of the residual, before weighting */
	static double of(final double d) {
		return Math.abs(d) + SQUARE * d * d;
	}
}
