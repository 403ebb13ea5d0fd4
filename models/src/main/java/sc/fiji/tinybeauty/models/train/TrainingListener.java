package sc.fiji.tinybeauty.models.train;

import java.awt.image.BufferedImage;
import java.util.function.Supplier;

/** Follows a training and may end it. Called on the trainer's thread. */
public interface TrainingListener {

	/** Does nothing and never stops. */
	TrainingListener NONE = new TrainingListener() {};

	/**
	 * A step is done.
	 *
	 * @param step number of finished steps
	 * @param steps number of all
	 * @param loss the loss of this step
	 * @param relativeError recent error on made-up pixels, 1 = as bad as no
	 *          make-up, 0 = perfect
	 */
	default void step(final int step, final int steps, final double loss,
		final double relativeError)
	{}

	/**
	 * Unseen faces were measured.
	 *
	 * @param step number of finished steps
	 * @param result figures of the averaged weights
	 */
	default void validated(final int step, final ValidationResult result) {}

	/**
	 * Unseen faces can be looked at.
	 *
	 * @param step number of finished steps
	 * @param sheet draws them in rows of bare, truth and result of the averaged
	 *          weights; takes time only if called, and only now
	 */
	default void preview(final int step, final Supplier<BufferedImage> sheet) {}

	/**
	 * Something worth telling happened: a restart, a skipped step.
	 *
	 * @param message one sentence
	 */
	default void message(final String message) {}

	/** @return whether to stop now and keep the best weights so far */
	default boolean stopRequested() {
		return false;
	}
}
