package sc.fiji.tinybeauty.models.evaluate;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads which picture belongs to which group. */
final class PictureGroups {

	private PictureGroups() {}

	/**
	 * @param table comma-separated, with the columns {@code file} and
	 *          {@code group} among others, or null
	 * @return group by name of the picture without its ending
	 * @throws IOException with one sentence if it is no such table
	 */
	static Map<String, String> read(final Path table) throws IOException {
		final Map<String, String> groups = new HashMap<>();
		if (table == null) return groups;
		final List<String> lines = lines(table);
		final List<String> header = lines.isEmpty() ? List.of() : cells(lines.get(0)
			.replace("\ufeff", ""));
		final int file = header.indexOf("file"), group = header.indexOf("group");
		if (file < 0 || group < 0) throw new IOException("The table of groups \"" +
			table + "\" has no columns file and group; name them in its first line.");
		for (int i = 1; i < lines.size(); i++) {
			if (lines.get(i).isBlank()) continue;
			final List<String> cells = cells(lines.get(i));
			if (cells.size() <= Math.max(file, group)) throw new IOException("Line " +
				(i + 1) + " of \"" + table + "\" has too few columns; complete it.");
			groups.put(PictureFiles.base(cells.get(file)), cells.get(group));
		}
		return groups;
	}

	private static List<String> lines(final Path table) throws IOException {
		try {
			return Files.readAllLines(table);
		}
		catch (final NoSuchFileException e) {
			throw new IOException("There is no table of groups \"" + table +
				"\"; correct its path.", e);
		}
		catch (final CharacterCodingException e) {
			throw new IOException("The table of groups \"" + table +
				"\" is not text in UTF-8; save it as such.", e);
		}
	}

	/** Cells of a line; quoted ones may hold commas. */
	private static List<String> cells(final String line) {
		final List<String> cells = new ArrayList<>();
		final StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (final char c : line.toCharArray()) {
			if (c == '"') quoted = !quoted;
			else if (c == ',' && !quoted) {
				cells.add(cell.toString().strip());
				cell.setLength(0);
			}
			else cell.append(c);
		}
		cells.add(cell.toString().strip());
		return cells;
	}
}
