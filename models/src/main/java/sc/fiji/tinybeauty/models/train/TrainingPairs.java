package sc.fiji.tinybeauty.models.train;

/**
 * Faces without and with one make-up style, from which that style is learnt.
 * Must be safe to read from two threads.
 */
public interface TrainingPairs {

	/** @return number of pairs, training and validation together */
	int size();

	/**
	 * @param i index, {@code 0 <= i < size()}
	 * @return the pair; all pairs have the same size in pixels
	 */
	Pair get(int i);
}
