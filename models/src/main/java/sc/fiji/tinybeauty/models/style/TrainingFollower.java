package sc.fiji.tinybeauty.models.style;

import java.awt.image.BufferedImage;
import java.util.function.Supplier;

import sc.fiji.tinybeauty.models.train.LossCurve;
import sc.fiji.tinybeauty.models.train.TrainingListener;
import sc.fiji.tinybeauty.models.train.ValidationResult;

/**
 * Between trainer and user: time left, the curve so far, and when to end. If the
 * machine has become slower than it was when the schedule was planned, training
 * ends on time all the same, with the best weights so far.
 */
final class TrainingFollower implements TrainingListener {

	private static final double SECOND = 1e9;
	private static final int SHOW_EVERY = 5;
	private static final double CURVE_EVERY = 2 * SECOND;

	private final StyleProgress progress;
	private final LossCurve curve = new LossCurve();
	private final double seconds;
	private final long begun;
	private long first;
	private int firstStep;
	private double endsAt = Double.POSITIVE_INFINITY;
	private long drawn;
	private boolean left;
	private boolean late;

	/**
	 * @param progress is told
	 * @param seconds time for the whole order, 0 for any
	 * @param begun when it began, nanoseconds
	 */
	TrainingFollower(final StyleProgress progress, final double seconds,
		final long begun)
	{
		this.progress = progress;
		this.seconds = seconds;
		this.begun = begun;
	}

	/** @return whether the user left off and wants nothing to be written */
	boolean left() {
		return left;
	}

	@Override
	public void step(final int step, final int steps, final double loss,
		final double relativeError)
	{
		final long now = System.nanoTime();
		if (first == 0) begin(now, step, steps);
		curve.add(step, loss, relativeError);
		if (now - drawn > CURVE_EVERY) {
			progress.going(curve);
			drawn = now;
		}
		if (step % SHOW_EVERY != 0 && step != steps) return;
		final double each = (now - first) / SECOND / Math.max(1, step - firstStep);
		progress.show(step, steps, "Step " + step + " of " + steps +
			(step - firstStep < SHOW_EVERY ? "" : ", " + duration(Math.min(each *
				(steps - step), endsAt - now / SECOND)) + " left"));
	}

	/** A resumed training has as much of the time as of the steps. */
	private void begin(final long now, final int step, final int steps) {
		first = now;
		firstStep = step;
		if (seconds <= 0) return;
		endsAt = step <= 1 ? begun / SECOND + seconds : now / SECOND + seconds *
			(steps - step) / steps;
	}

	private static String duration(final double seconds) {
		final long s = Math.max(0, Math.round(seconds));
		return s < 90 ? s + " s" : Math.round(s / 60.0) + " min";
	}

	@Override
	public void validated(final int step, final ValidationResult result) {
		curve.add(step, result);
	}

	@Override
	public void preview(final int step, final Supplier<BufferedImage> sheet) {
		progress.checked(curve, sheet);
	}

	@Override
	public void message(final String message) {
		progress.message(message);
	}

	@Override
	public boolean stopRequested() {
		if (progress.canceled()) left = true;
		if (!late && System.nanoTime() / SECOND > endsAt) {
			late = true;
			progress.message("The time is over before the last step, since the " +
				"machine was slower than at the beginning; the best weights so far are kept.");
		}
		return left || late || progress.stopped();
	}
}
