package sc.fiji.tinybeauty.models.pairs;

/**
 * A file that gave no sample.
 *
 * @param file the file
 * @param reason why, one sentence
 */
public record Problem(String file, String reason) {

	/** @return a line of a CSV file */
	String csv() {
		return quoted(file) + "," + quoted(reason) + "\n";
	}

	private static String quoted(final String cell) {
		return cell.matches("[^,\"\n]*") ? cell : "\"" + cell.replace("\"", "\"\"")
			.replace('\n', ' ') + "\"";
	}
}
