package sc.fiji.tinybeauty.models.evaluate;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What to evaluate. Pictures belong together by their names without the ending.
 *
 * @param bare folder of pictures without make-up
 * @param truth folder of the same with the wanted make-up, or null
 * @param result folder of pictures to judge; each needs its bare one and, if
 *          there is such a folder, its true one
 * @param groups table with the columns {@code file} and {@code group}, or null
 */
public record EvaluationOrder(Path bare, Path truth, Path result, Path groups) {

	/** Folders bare and result must be there. */
	public EvaluationOrder {
		Objects.requireNonNull(bare, "bare");
		Objects.requireNonNull(result, "result");
	}
}
