package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import sc.fiji.tinybeauty.models.weights.AtomicFile;

/**
 * A set of aligned pairs on disk. Three kinds of folders are one:
 * <ul>
 * <li>a set of this project's format: {@code metadata.jsonl} lists the pairs;
 * if {@code dataset.json} is there too, the set is finished and its count is
 * checked;</li>
 * <li>{@code bare/} and {@code made/} with equal base names;</li>
 * <li>a table {@code pairs.csv} with the columns {@code bare} and
 * {@code made}.</li>
 * </ul>
 * Pictures are read on demand, so a set of any size takes little memory. Safe to
 * read from several threads.
 */
public final class PairSet {

	private final Path folder;
	private final PairSetCard card;
	private final boolean listed;
	private final List<PairEntry> all;

	private PairSet(final Path folder, final PairSetCard card,
		final boolean listed, final List<PairEntry> all)
	{
		this.folder = folder;
		this.card = card;
		this.listed = listed;
		this.all = List.copyOf(all);
	}

	/**
	 * Opens a set.
	 *
	 * @param folder its folder
	 * @return the set
	 * @throws IOException with one sentence if it is none, is not finished or is
	 *           damaged
	 */
	public static PairSet open(final Path folder) throws IOException {
		if (!Files.isDirectory(folder)) throw new IOException("\"" + folder +
			"\" is no folder; give one that holds pairs.");
		final Path file = folder.resolve(PairFiles.CARD), lines = folder.resolve(
			PairFiles.METADATA);
		if (!Files.exists(file) && Files.exists(folder.resolve(
			PairFiles.UNFINISHED))) throw new IOException("The pairs in \"" + folder +
				"\" are not finished; run the amplification once more with the same settings.");
		final PairSetCard card = Files.exists(file) ? PairSetCard.read(file) : null;
		if (card != null && !Files.exists(lines)) throw new IOException("\"" +
			folder + "\" has lost its " + PairFiles.METADATA +
			"; restore it from a copy.");
		final boolean listed = Files.exists(lines);
		final List<PairEntry> all = listed ? PairLines.read(lines) : PlainPairs.read(
			folder);
		if (card != null && card.count() != all.size()) throw new IOException("\"" +
			folder + "\" lists " + all.size() + " pairs, but should have " + card
				.count() + "; restore it from a copy.");
		return new PairSet(folder, card, listed, all);
	}

	/** @return the set's folder */
	public Path folder() {
		return folder;
	}

	/** @return what is known of the whole set, if it is one that was finished */
	public Optional<PairSetCard> card() {
		return Optional.ofNullable(card);
	}

	/** @return all pairs, rejected ones too, in the set's order */
	public List<PairEntry> all() {
		return all;
	}

	/** @return the pairs that are not rejected, in the set's order */
	public List<PairEntry> entries() {
		return all.stream().filter(e -> !e.rejected()).toList();
	}

	/** @return the file of the picture without make-up */
	public Path bare(final PairEntry entry) {
		return folder.resolve(entry.bare());
	}

	/** @return the file of the picture with make-up */
	public Path made(final PairEntry entry) {
		return folder.resolve(entry.made());
	}

	/**
	 * Reads the pictures of a pair.
	 *
	 * @param entry a pair of this set
	 * @return its pictures
	 * @throws IOException with one sentence if one is missing, damaged or, in a set
	 *           of this project's format, no 8-bit RGB PNG, or if their sizes differ
	 */
	public PairPictures read(final PairEntry entry) throws IOException {
		final RgbPicture bare = picture(entry.bare()), made = picture(entry
			.made());
		final RgbPicture masks = entry.masks().isEmpty() ? null : picture(entry
			.masks());
		requireSameSize(entry, bare, made);
		if (masks != null) requireSameSize(entry, bare, masks);
		return new PairPictures(bare.width(), bare.height(), bare.rgb(), made.rgb(),
			masks == null ? new byte[0] : masks.rgb());
	}

	private RgbPicture picture(final String file) throws IOException {
		final Path path = folder.resolve(file);
		return listed ? RgbPicture.readPng(path) : RgbPicture.read(path);
	}

	private void requireSameSize(final PairEntry entry, final RgbPicture a,
		final RgbPicture b) throws IOException
	{
		if (a.width() != b.width() || a.height() != b.height())
			throw new IOException("The pictures of the pair \"" + entry.name() +
				"\" in " + folder + " have " + a.width() + " x " + a.height() + " and " +
				b.width() + " x " + b.height() + " pixels; make their sizes equal.");
	}

	/**
	 * Marks pairs as rejected, or takes the mark back. Pictures are never deleted.
	 *
	 * @param name a pair's name
	 * @param rejected whether nothing shall be learnt from it
	 * @return the set as it is then
	 * @throws IOException if the mark cannot be written
	 * @throws IllegalArgumentException if there is no such pair
	 */
	public PairSet reject(final String name, final boolean rejected)
		throws IOException
	{
		final List<PairEntry> now = new ArrayList<>(all);
		if (all.stream().noneMatch(e -> e.name().equals(name)))
			throw new IllegalArgumentException("There is no pair \"" + name + "\" in \"" +
				folder + "\".");
		now.replaceAll(e -> e.name().equals(name) ? e.withRejected(rejected) : e);
		if (listed) AtomicFile.write(folder.resolve(PairFiles.METADATA), PairLines
			.write(now));
		else AtomicFile.write(folder.resolve(PairFiles.REJECTED), now.stream()
			.filter(PairEntry::rejected).map(e -> e.name() + "\n").collect(Collectors
				.joining()).getBytes(StandardCharsets.UTF_8));
		return new PairSet(folder, card, listed, now);
	}
}
