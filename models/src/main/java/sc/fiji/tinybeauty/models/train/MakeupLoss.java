package sc.fiji.tinybeauty.models.train;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/**
 * What the network's residual costs: error per pixel, weighted about 10 : 1
 * towards made-up pixels because plain L1 ends in "no make-up", and the eyeliner
 * loss (Jin et al. 2024, section 3.3): the difference of Sobel edges of
 * result and truth inside the eye mask, without which thin lines are not learnt.
 * The error of a pixel is a mix of absolute and squared difference. The squared
 * part leads out of the start: as long as the network does not know where the
 * lips are, the median of the residual is zero everywhere, but its mean is not.
 * <p>
 * No operator with a {@link Number} operand occurs: the engine frees such a
 * scalar at once although the backward pass still reads it.
 * </p>
 */
final class MakeupLoss {

	private static final float[] SOBEL = { -1, 0, 1, -2, 0, 2, -1, 0, 1, -1, -2,
		-1, 0, 0, 0, 1, 2, 1 };

	/** Makes a square equal to an absolute difference of 1/8. */
	static final double SQUARE = 8;

	private final double edges;
	private final List<LossTerm> terms;
	/** By term, what brings it to its share; known after the first step. */
	private final double[] factors;

	/**
	 * @param edges weight of the eyeliner loss
	 * @param terms further terms
	 */
	MakeupLoss(final double edges, final LossTerm... terms) {
		this.edges = edges;
		this.terms = List.of(terms);
		factors = new double[terms.length];
	}

	/** The colour part alone and the sum that is minimised, both scalars. */
	record Value(NDArray colour, NDArray total) {}

	/**
	 * @param output residual of the network, N,3,H,W
	 * @param batch truth, weights and eye mask
	 * @param squared share of the squared difference, 0..1
	 * @param manager lives until after the backward pass
	 */
	Value of(final NDArray output, final Batch batch, final double squared,
		final NDManager manager)
	{
		final Value value = colourAndEdges(output, batch, squared, manager);
		NDArray total = value.total();
		for (int i = 0; i < factors.length; i++) {
			final NDArray term = terms.get(i).of(output, batch, manager);
			if (factors[i] == 0) factors[i] = terms.get(i).share() * value.colour()
				.getFloat() / Math.max(1e-12, term.getFloat());
			total = total.add(term.mul(manager.create((float) factors[i])));
		}
		return new Value(value.colour(), total);
	}

	/** Is called after the backward pass. */
	void learn() {
		terms.forEach(LossTerm::learn);
	}

	private Value colourAndEdges(final NDArray output, final Batch batch,
		final double squared, final NDManager manager)
	{
		final NDArray error = output.sub(batch.residual(manager));
		final double scale = batch.weightScale();
		final NDArray absolute = error.abs();
		final NDArray linear = manager.create((float) (scale * (1 - squared)));
		final NDArray slopes = manager.create((float) (scale * squared *
			SQUARE));
		final NDArray colour = absolute.mul(absolute.mul(slopes).add(linear)).mul(
			batch.weight(manager)).mean();
		if (edges == 0 || batch.eyePixels() < 1) return new Value(colour, colour);
		// Sobel is linear: the difference of edges is the edge of the difference.
		final NDArray grey = error.mean(new int[] { 1 }, true);
		final NDArray kernel = manager.create(SOBEL, new Shape(2, 1, 3, 3));
		final NDArray slope = Conv2d.conv2d(grey, kernel, null, new Shape(1, 1),
			new Shape(1, 1)).singletonOrThrow();
		final NDArray liner = slope.abs().mul(batch.eyes(manager)).sum();
		final NDArray share = manager.create((float) (edges / (8 * batch
			.eyePixels())));
		return new Value(colour, colour.add(liner.mul(share)));
	}
}
