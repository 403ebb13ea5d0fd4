package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import sc.fiji.tinybeauty.models.weights.AtomicFile;

/**
 * A set to which pairs are added by hand, one after another. It has no
 * {@code dataset.json}; {@code metadata.jsonl} alone says which pairs it holds.
 */
public final class PairFolder {

	private PairFolder() {}

	/**
	 * Adds a pair, or replaces the one of the same name. The pictures are there
	 * before the list names them, so that a set is whole at every moment.
	 *
	 * @param folder the set's folder; made if need be
	 * @param entry what is known; its files are named after it
	 * @param pictures its pictures
	 * @throws IOException with one sentence if it cannot be written, or the set is
	 *           one that was amplified
	 * @throws IllegalArgumentException if the name cannot be a file's
	 */
	public static void add(final Path folder, final PairEntry entry,
		final PairPictures pictures) throws IOException
	{
		if (!PairFiles.isName(entry.name())) throw new IllegalArgumentException(
			"\"" + entry.name() + "\" cannot name a pair; use letters, digits, - and _.");
		if (Files.exists(folder.resolve(PairFiles.CARD)) || Files.exists(folder
			.resolve(PairFiles.UNFINISHED))) throw new IOException("\"" + folder +
				"\" holds an amplified set; give another folder for pairs made by hand.");
		final Path lines = folder.resolve(PairFiles.METADATA);
		final List<PairEntry> all = new ArrayList<>(Files.exists(lines) ? PairLines
			.read(lines) : List.of());
		final PairEntry named = new PairEntry(entry.name(), PairFiles.bare(entry
			.name()), PairFiles.made(entry.name()), "", entry.seed(), entry.face(),
			entry.exemplars(), entry.shade(), entry.confidence(), entry.licence(), entry
				.consent(), entry.provenance(), entry.rejected()).withMasks(pictures
					.masks().length > 0);
		write(folder, named, pictures);
		int at = 0;
		while (at < all.size() && !all.get(at).name().equals(entry.name()))
			at++;
		if (at < all.size()) all.set(at, named);
		else all.add(named);
		AtomicFile.write(lines, PairLines.write(all));
	}

	/**
	 * Lists the files that gave no pair in {@code problems.csv}, in place of those
	 * listed there before.
	 *
	 * @param folder the set's folder
	 * @param problems what to list; none removes the file
	 * @throws IOException if it cannot be written
	 */
	public static void list(final Path folder, final List<Problem> problems)
		throws IOException
	{
		if (problems.isEmpty()) Files.deleteIfExists(folder.resolve(
			PairFiles.PROBLEMS));
		ProblemTable.write(folder, problems);
	}

	/** @return whether a text can be a pair's name */
	public static boolean isName(final String name) {
		return PairFiles.isName(name);
	}

	/** Writes the pictures of a pair, each file whole or not at all. */
	static void write(final Path folder, final PairEntry entry,
		final PairPictures p) throws IOException
	{
		write(folder.resolve(entry.bare()), p, p.bare());
		write(folder.resolve(entry.made()), p, p.made());
		if (!entry.masks().isEmpty()) write(folder.resolve(entry.masks()), p, p
			.masks());
	}

	private static void write(final Path file, final PairPictures p,
		final byte[] rgb) throws IOException
	{
		AtomicFile.write(file, new RgbPicture(p.width(), p.height(), rgb).png());
	}
}
