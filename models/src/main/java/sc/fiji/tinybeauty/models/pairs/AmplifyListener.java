package sc.fiji.tinybeauty.models.pairs;

/** Hears how far an amplification is, and says whether to stop. */
public interface AmplifyListener {

	/** Nobody listens, nobody stops. */
	AmplifyListener NONE = (done, total, what) -> true;

	/**
	 * @param done steps done of what goes on just now
	 * @param total steps in all
	 * @param what what goes on
	 * @return whether to go on
	 */
	boolean next(int done, int total, String what);

	/** @param sentence something worth telling: how well a seed fits, what tuning gains */
	default void message(final String sentence) {}
}
