package sc.fiji.tinybeauty.models.amplify;

import java.nio.ByteBuffer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;

/** Loss of the RDM: the mean of w (|d| + d^2), d = predicted - true residual. */
final class PriorLoss {

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
		return d.abs().add(d.square()).mul(w).mean();
	}
}
