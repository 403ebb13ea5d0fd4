package sc.fiji.tinybeauty.models.pairs;

import java.util.ArrayList;
import java.util.List;

/** A line of a table with commas; cells may be quoted. */
final class CsvLine {

	private CsvLine() {}

	/** @return its cells, without quotes and blanks around them */
	static List<String> cells(final String line) {
		final List<String> cells = new ArrayList<>();
		final StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			final char c = line.charAt(i);
			if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i +
				1) == '"')
			{
				cell.append('"');
				i++;
			}
			else if (c == '"') quoted = !quoted;
			else if (c == ',' && !quoted) {
				cells.add(cell.toString().trim());
				cell.setLength(0);
			}
			else cell.append(c);
		}
		cells.add(cell.toString().trim());
		return cells;
	}
}
