package sc.fiji.tinybeauty.models.evaluate;

/** Hears how far an evaluation is, and says whether to stop. */
public interface EvaluationListener {

	/**
	 * @param done pictures done
	 * @param total pictures in all
	 * @param name the picture that begins
	 * @return whether to go on
	 */
	boolean next(int done, int total, String name);
}
