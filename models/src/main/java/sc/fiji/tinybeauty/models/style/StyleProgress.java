package sc.fiji.tinybeauty.models.style;

import java.awt.image.BufferedImage;
import java.util.function.Supplier;

import sc.fiji.tinybeauty.models.train.LossCurve;

/** Follows the making of a style and may end it. Called on one thread. */
public interface StyleProgress {

	/** Does nothing and never stops. */
	StyleProgress NONE = new StyleProgress() {};

	/**
	 * How far it is.
	 *
	 * @param done parts done, pictures or steps
	 * @param total parts in all
	 * @param what what is going on, with the time left if that is known
	 */
	default void show(final int done, final int total, final String what) {}

	/**
	 * The training goes on; called every few seconds.
	 *
	 * @param curve the course of this run so far
	 */
	default void going(final LossCurve curve) {}

	/**
	 * Held-out pairs were measured.
	 *
	 * @param curve the course of this run so far
	 * @param sheet draws held-out pairs: bare, truth, result; takes time only if
	 *          called, and only now
	 */
	default void checked(final LossCurve curve,
		final Supplier<BufferedImage> sheet)
	{}

	/**
	 * Something worth telling.
	 *
	 * @param message one sentence
	 */
	default void message(final String message) {}

	/** @return whether to stop now and keep the best weights so far */
	default boolean stopped() {
		return false;
	}

	/** @return whether to leave off now, so that the same order goes on later */
	default boolean canceled() {
		return false;
	}
}
