package sc.fiji.tinybeauty.models.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * A further term of the loss beside colour and edges. No operator with a
 * {@link Number} operand may occur in it; see {@link MakeupLoss}.
 */
interface LossTerm extends AutoCloseable {

	/** @return what the term is at the first step relative to the colour loss */
	double share();

	/**
	 * @param residual what the network says, N,3,H,W
	 * @param batch pictures and truth
	 * @param manager lives until after the backward pass
	 * @return a scalar to be minimised
	 */
	NDArray of(NDArray residual, Batch batch, NDManager manager);

	/** Is called after the network's backward pass, for what a term has to learn. */
	default void learn() {}

	@Override
	void close();
}
