package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Licence and consent of photographs, from the table {@value #TABLE} in their
 * folder or in the one above: columns {@code file} and, if known,
 * {@code licence} and {@code consent}.
 */
public final class FaceRights {

	static final String TABLE = "manifest.csv";

	private final Map<String, String> licences = new HashMap<>();
	private final Map<String, String> consents = new HashMap<>();

	private FaceRights() {}

	/**
	 * @param folder the folder of the photographs
	 * @return what its table tells; nothing if there is none
	 * @throws IOException if there is a table that cannot be read
	 */
	public static FaceRights of(final Path folder) throws IOException {
		final FaceRights rights = new FaceRights();
		final Path above = folder.toAbsolutePath().normalize().getParent();
		final Path table = Files.exists(folder.resolve(TABLE)) || above == null
			? folder.resolve(TABLE) : above.resolve(TABLE);
		if (Files.exists(table)) rights.read(table);
		return rights;
	}

	private void read(final Path table) throws IOException {
		final List<String> lines = Files.readAllLines(table);
		if (lines.isEmpty()) return;
		final List<String> head = CsvLine.cells(lines.get(0));
		final int file = head.indexOf("file"), licence = head.indexOf("licence"),
				consent = head.indexOf("consent");
		if (file < 0) return;
		for (final String line : lines.subList(1, lines.size())) {
			final List<String> cells = CsvLine.cells(line);
			if (cells.size() <= file) continue;
			if (licence >= 0 && cells.size() > licence) licences.put(cells.get(file),
				cells.get(licence));
			if (consent >= 0 && cells.size() > consent) consents.put(cells.get(file),
				cells.get(consent));
		}
	}

	/** @return terms of a photograph, empty if unknown */
	public String licence(final String file) {
		return licences.getOrDefault(file, "");
	}

	/** @return consent noted for a photograph, empty if unknown */
	public String consent(final String file) {
		return consents.getOrDefault(file, "");
	}

	/** @return all terms of some photographs, one text */
	String licences(final List<Path> files) {
		final TreeSet<String> all = new TreeSet<>();
		for (final Path f : files) {
			final String licence = licence(f.getFileName().toString());
			all.add(licence.isEmpty() ? "unknown" : licence);
		}
		return String.join("; ", all);
	}
}
