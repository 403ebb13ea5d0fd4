package sc.fiji.tinybeauty.models.amplify;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;

import sc.fiji.tinybeauty.models.engine.TrainableFunction;

/** The samples of one training step, in memory that the engine reads. */
final class PriorBatch {

	private static final int CELLS = ResidualDiffusion.GRID *
		ResidualDiffusion.GRID;
	private static final int R = ResidualDiffusion.PICTURE * CELLS;
	private static final int IMAGE = ResidualDiffusion.INPUT * CELLS;
	/**
	 * All noise levels are trained, the high ones more: one or two steps of sampling
	 * begin with noise alone, and what little noise hides is easily told.
	 */
	private static final double NOISIER = 0.4;

	final int count;
	final ByteBuffer residual;
	final ByteBuffer weight;
	private final ByteBuffer image;
	private final ByteBuffer time;
	private final float[] noisy = new float[R];
	private final float[] times = new float[ResidualDiffusion.TIME];
	private double idle;

	PriorBatch(final int count) {
		this.count = count;
		image = TrainableFunction.direct((long) count * IMAGE);
		time = TrainableFunction.direct((long) count * ResidualDiffusion.TIME);
		residual = TrainableFunction.direct((long) count * R);
		weight = TrainableFunction.direct((long) count * R);
	}

	/** @return the inputs of the network */
	List<ByteBuffer> inputs() {
		return List.of(image, time);
	}

	/** @return the loss of a zero residual */
	double idleLoss() {
		return idle / count;
	}

	/** Writes sample {@code n}, beginning with 0; draws time and noise. */
	void put(final int n, final PriorSample sample,
		final SplittableRandom random)
	{
		final float[] truth = sample.truth();
		final double t = Math.pow(random.nextDouble(), NOISIER);
		final float alpha = (float) ResidualDiffusion.alpha(t), sigma =
			(float) ResidualDiffusion.sigma(t);
		for (int i = 0; i < R; i++)
			noisy[i] = alpha * truth[i] + sigma * (float) random.nextGaussian();
		if (n == 0) idle = 0;
		idle += normalise(truth, sample.weight());
		floats(image, n * IMAGE).put(noisy).put(sample.condition());
		floats(residual, n * R).put(truth);
		floats(weight, n * R).put(sample.weight());
		ResidualDiffusion.time(t, times, 0);
		floats(time, n * times.length).put(times);
	}

	/** Brings the mean weight to 1, so that looks of all sizes count alike. */
	private static double normalise(final float[] truth,
		final float[] weights)
	{
		double sum = 0, loss = 0;
		for (final float w : weights)
			sum += w;
		final float factor = (float) (R / sum);
		for (int i = 0; i < R; i++) {
			weights[i] *= factor;
			loss += weights[i] * PriorLoss.of(truth[i]) / R;
		}
		return loss;
	}

	private static FloatBuffer floats(final ByteBuffer buffer, final int at) {
		buffer.rewind();
		return buffer.asFloatBuffer().position(at);
	}
}
