package sc.fiji.tinybeauty.plugin.folder;

import java.nio.file.Path;
import java.util.List;

import sc.fiji.tinybeauty.plugin.report.MakeupRow;
import sc.fiji.tinybeauty.plugin.report.MakeupRow.Status;

/**
 * What came of a folder.
 *
 * @param rows a line per face, and one per photograph without one
 * @param written number of results
 * @param csv the file that holds the lines
 */
public record FolderReport(List<MakeupRow> rows, int written, Path csv) {

	/** @return number of photographs that could not be read, made up or written */
	public int failed() {
		return count(Status.FAILED);
	}

	/** @return number of photographs without a face */
	public int withoutFace() {
		return (int) rows.stream().filter(r -> r.status() == Status.NO_FACE).map(
			MakeupRow::image).distinct().count();
	}

	/** @return one sentence about all of them */
	public String summary() {
		return written + " results written, " + withoutFace() +
			" photographs without a face, " + failed() + " failed; see " + csv + ".";
	}

	private int count(final Status status) {
		return (int) rows.stream().filter(r -> r.status() == status).count();
	}
}
