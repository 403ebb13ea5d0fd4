package sc.fiji.tinybeauty.models.evaluate;

import java.util.Map;

/**
 * One line of an evaluation: a picture.
 *
 * @param file name of the result's file
 * @param group its group, empty if it has none
 * @param frames number of frames
 * @param figures what was measured
 * @param features what a network sees in it; null if it could not be measured
 * @param reason why it could not be measured, one sentence; empty if it was
 */
public record EvaluationRow(String file, String group, int frames,
	Figures figures, PooledFeatures features, String reason)
{

	/** @return a row without figures */
	static EvaluationRow failed(final String file, final String group,
		final String reason)
	{
		return new EvaluationRow(file, group, 0, new Figures(Map.of()), null,
			reason);
	}

	/** @return whether it could not be measured */
	public boolean failed() {
		return !reason.isEmpty();
	}
}
