package sc.fiji.tinybeauty.models.annotate;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of an import.
 *
 * @param out the set's folder
 * @param rows a line per retouched picture
 * @param bare number of photographs without a retouched picture
 */
public record ImportReport(Path out, List<ImportRow> rows, int bare) {

	/** Copies the list. */
	public ImportReport {
		rows = List.copyOf(rows);
	}

	/** @return number of pictures with this end */
	public int count(final ImportRow.Status status) {
		return (int) rows.stream().filter(r -> r.status() == status).count();
	}

	/** @return one sentence about all of them */
	public String summary() {
		final int failed = count(ImportRow.Status.FAILED), kept = count(
			ImportRow.Status.KEPT);
		return count(ImportRow.Status.ACCEPTED) + " pairs taken as they were, " +
			count(ImportRow.Status.ALIGNED) + " moved back" + (kept == 0 ? "" : ", " +
				kept + " were there already") + (bare == 0 ? "" : ", " + bare +
					" photographs have no retouched picture") + ", " + failed + " failed" +
			(failed == 0 ? "." : "; see " + out.resolve("problems.csv") + ".");
	}
}
