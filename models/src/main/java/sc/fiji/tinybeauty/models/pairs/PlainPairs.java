package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import sc.fiji.tinybeauty.models.evaluate.PictureFiles;

/**
 * Pairs as other programs leave them: folders {@code bare/} and {@code made/}
 * with equal base names, or a table {@code pairs.csv} with the columns
 * {@code bare} and {@code made}. Rejected ones are listed in
 * {@code rejected.txt}, a name per line.
 */
final class PlainPairs {

	static final String PICTURE = ".*\\.(png|jpe?g|tiff?|bmp)";

	private PlainPairs() {}

	/**
	 * @return the pairs of a folder, by name
	 * @throws IOException with one sentence if they do not fit together
	 */
	static List<PairEntry> read(final Path folder) throws IOException {
		final Set<String> rejected = rejected(folder);
		final List<PairEntry> entries = hasTable(folder) ? table(folder) : folders(
			folder);
		entries.replaceAll(e -> e.withRejected(rejected.contains(e.name())));
		return entries;
	}

	/** A table of the pairs, not one about them beside their two folders. */
	private static boolean hasTable(final Path folder) throws IOException {
		final Path file = folder.resolve(PairFiles.TABLE);
		if (!Files.exists(file)) return false;
		if (!Files.isDirectory(folder.resolve("bare")) || !Files.isDirectory(folder
			.resolve("made"))) return true;
		try (Stream<String> lines = Files.lines(file)) {
			return lines.findFirst().filter(l -> l.matches(
				"(?=.*\\bbare\\b)(?=.*\\bmade\\b).*")).isPresent();
		}
	}

	static Set<String> rejected(final Path folder) throws IOException {
		final Path file = folder.resolve(PairFiles.REJECTED);
		return Files.exists(file) ? new HashSet<>(Files.readAllLines(file)) : Set
			.of();
	}

	private static PairEntry entry(final String name, final String bare,
		final String made)
	{
		return new PairEntry(name, bare, made, "", 0, name, List.of(), 1, Double.NaN,
			"", "", Provenance.ANNOTATED, false);
	}

	private static List<PairEntry> folders(final Path folder)
		throws IOException
	{
		final Map<String, String> bare = pictures(folder, "bare"), made = pictures(
			folder, "made");
		for (final String name : bare.keySet())
			if (!made.containsKey(name)) throw new IOException("\"" + bare.get(name) +
				"\" in " + folder + " has no made-up partner; add made/" + name + ".png.");
		final List<PairEntry> entries = new ArrayList<>();
		for (final Map.Entry<String, String> m : made.entrySet()) {
			if (!bare.containsKey(m.getKey())) throw new IOException("\"" + m
				.getValue() + "\" in " + folder + " has no bare partner; add bare/" + m
					.getKey() + ".png.");
			entries.add(entry(m.getKey(), bare.get(m.getKey()), m.getValue()));
		}
		return entries;
	}

	private static Map<String, String> pictures(final Path folder,
		final String sub) throws IOException
	{
		final Path in = folder.resolve(sub);
		if (!Files.isDirectory(in)) throw new IOException("\"" + folder +
			"\" holds no pairs; give a folder with bare/ and made/, or with the table pairs.csv.");
		final Map<String, String> byName = new TreeMap<>();
		try (Stream<Path> files = Files.list(in)) {
			for (final Path file : files.sorted().toList()) {
				final String name = file.getFileName().toString();
				if (name.startsWith(".") || !name.toLowerCase(Locale.ROOT).matches(PICTURE))
					continue;
				final String other = byName.put(PictureFiles.base(name), sub + "/" + name);
				if (other != null) throw new IOException("\"" + other + "\" and \"" + sub +
					"/" + name + "\" in " + folder +
					" have the same base name; remove one of them.");
			}
		}
		return byName;
	}

	private static List<PairEntry> table(final Path folder) throws IOException {
		final Path file = folder.resolve(PairFiles.TABLE);
		final List<String> lines = Files.readAllLines(file);
		final List<String> head = lines.isEmpty() ? List.of() : CsvLine.cells(lines.get(0));
		final int b = head.indexOf("bare"), m = head.indexOf("made");
		if (b < 0 || m < 0) throw new IOException("The table " + file +
			" has no columns bare and made; name them in its first line.");
		final List<PairEntry> entries = new ArrayList<>();
		final Set<String> names = new HashSet<>();
		for (int i = 1; i < lines.size(); i++) {
			final List<String> cells = CsvLine.cells(lines.get(i));
			if (cells.size() <= Math.max(b, m)) throw new IOException("Line " + (i +
				1) + " of " + file + " has too few columns.");
			final String bare = cells.get(b), name = PictureFiles.base(Path.of(bare)
				.getFileName().toString());
			if (!names.add(name)) throw new IOException("Line " + (i + 1) + " of " +
				file + " names a second picture \"" + name + "\"; rename one of them.");
			entries.add(entry(name, bare, cells.get(m)));
		}
		return entries;
	}
}
