package sc.fiji.tinybeauty.models.train;

/**
 * Faces without and with one make-up style, from which that style is learnt.
 * Must be safe to read from two threads. Sets too large for the memory read
 * their pictures in {@link #get} and answer the other questions without it.
 */
public interface TrainingPairs {

	/** @return number of pairs, training and validation together */
	int size();

	/**
	 * @param i index, {@code 0 <= i < size()}
	 * @return the pair; all pairs have the same size in pixels
	 */
	Pair get(int i);

	/**
	 * @param i index
	 * @return skin tone group of the pair
	 */
	default String tone(final int i) {
		return get(i).tone();
	}

	/**
	 * @param i index
	 * @return how often to draw the pair relative to others of its tone group
	 */
	default double weight(final int i) {
		return get(i).weight();
	}

	/**
	 * @param tone a skin tone group
	 * @return how often to draw from the group relative to others
	 */
	default double share(final String tone) {
		return 1;
	}

	/**
	 * @param i index
	 * @return whether the pair is kept from training
	 */
	default boolean validation(final int i) {
		return get(i).validation();
	}
}
