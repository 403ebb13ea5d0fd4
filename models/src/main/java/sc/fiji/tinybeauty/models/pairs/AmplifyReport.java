package sc.fiji.tinybeauty.models.pairs;

import java.util.List;
import java.util.Locale;

/**
 * What came of an amplification.
 *
 * @param set the pairs
 * @param problems seeds and photographs that gave none
 * @param messages how well every seed fits, what fine-tuning gained
 * @param fresh number of pairs made now; fewer than all if it went on where an
 *          interrupted run had ended
 * @param seconds how long it took
 */
public record AmplifyReport(PairSet set, List<Problem> problems,
	List<String> messages, int fresh, double seconds)
{

	/** @return number of files that could not be used at all */
	public int failed() {
		return (int) problems.stream().filter(Problem::failed).count();
	}

	/** @return one sentence about all of it */
	public String summary() {
		final int left = problems.size() - failed();
		final String bad = problems.isEmpty() ? "" : String.format(Locale.ROOT,
			", %d files left out, %d failed; see %s", left, failed(), set.folder()
				.resolve(PairFiles.PROBLEMS));
		return String.format(Locale.ROOT, "%d pairs are in %s (%d made now, %.1f s)%s.",
			set.all().size(), set.folder(), fresh, seconds, bad);
	}
}
