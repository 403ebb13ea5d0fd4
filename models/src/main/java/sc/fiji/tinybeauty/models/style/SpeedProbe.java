package sc.fiji.tinybeauty.models.style;

import java.io.IOException;

import sc.fiji.tinybeauty.models.train.StyleTrainer;
import sc.fiji.tinybeauty.models.train.TrainingListener;
import sc.fiji.tinybeauty.models.train.TrainingOptions;

/**
 * How long training steps take on this machine, now.
 *
 * @param early seconds of a step that sees part of the crop, as the first ones do
 * @param late seconds of a step that sees all of it
 */
record SpeedProbe(double early, double late) {

	/** The first steps load and optimise. */
	private static final int WARM = 3, MEASURED = 6;

	/**
	 * Measures by training a few steps, whose result is thrown away.
	 *
	 * @param pairs the pairs to train on
	 * @param order the training
	 * @throws IOException never by itself
	 * @throws InterruptedException if this thread is interrupted
	 */
	static SpeedProbe measure(final PairShelf pairs, final StyleOrder order)
		throws IOException, InterruptedException
	{
		return new SpeedProbe(seconds(pairs, order, 1), seconds(pairs, order, 0));
	}

	private static double seconds(final PairShelf pairs, final StyleOrder order,
		final double partUntil) throws IOException, InterruptedException
	{
		final long[] times = new long[WARM + MEASURED + 1];
		new StyleTrainer(order.device()).train(pairs.trainingOnly(), TrainingOptions
			.standard(WARM + MEASURED).withBatch(order.batch()).withPartUntil(
				partUntil), new TrainingListener()
		{

				@Override
				public void step(final int step, final int steps, final double loss,
					final double relativeError)
				{
					times[step] = System.nanoTime();
				}
			});
		return (times[WARM + MEASURED] - times[WARM]) / 1e9 / MEASURED;
	}

	/**
	 * @param seconds time
	 * @param part share of the steps that see part of the crop
	 * @param heldOut number of pairs measured at each of {@code checks}
	 *          validations
	 * @return number of steps that fit, at least 1
	 */
	int steps(final double seconds, final double part, final int heldOut,
		final int checks, final int batch)
	{
		// A picture without its backward pass takes a third of the time.
		final double judging = late / batch / 3 * heldOut * (checks + 2);
		final double step = part * early + (1 - part) * late;
		return (int) Math.max(1, (seconds - judging) / step);
	}
}
