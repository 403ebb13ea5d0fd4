package sc.fiji.tinybeauty.models.evaluate;

/**
 * One line of an evaluation: a picture.
 *
 * @param file name of the result's file
 * @param group its group, empty if it has none
 * @param frames number of frames
 * @param figures what was measured
 * @param reason why it could not be measured, one sentence; empty if it was
 */
public record EvaluationRow(String file, String group, int frames,
	Figures figures, String reason)
{

	/** @return whether it could not be measured */
	public boolean failed() {
		return !reason.isEmpty();
	}
}
