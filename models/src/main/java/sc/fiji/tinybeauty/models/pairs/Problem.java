package sc.fiji.tinybeauty.models.pairs;

import java.util.List;

/**
 * A file that gave no sample.
 *
 * @param file its name
 * @param failed whether it could not be used at all; else it was left out, for
 *          example because it shows no face
 * @param reason why, one sentence
 */
public record Problem(String file, boolean failed, String reason) {

	static final String HEAD = "file,status,reason\n";

	/** @return a line of a CSV file */
	String csv() {
		return quoted(file) + "," + (failed ? "failed" : "left out") + "," + quoted(
			reason) + "\n";
	}

	/** @return a line of a CSV file, understood */
	static Problem parse(final String line) {
		final List<String> cells = CsvLine.cells(line);
		return new Problem(cells.get(0), cells.get(1).equals("failed"), cells.get(
			2));
	}

	private static String quoted(final String cell) {
		return cell.matches("[^,\"\r\n]*") ? cell : "\"" + cell.replace("\"", "\"\"")
			.replaceAll("[\r\n]+", " ") + "\"";
	}
}
