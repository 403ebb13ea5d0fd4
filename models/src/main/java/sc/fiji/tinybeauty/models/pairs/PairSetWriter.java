package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import sc.fiji.tinybeauty.models.weights.AtomicFile;

/**
 * Writes an amplified set batch by batch, so that a run that was killed at any
 * moment and is begun again leaves the same bytes as one that was not.
 * <p>
 * While a set is written, its folder holds {@code unfinished/} with the plan and
 * the lines of every batch; a batch counts when its lines are there, which are
 * written after its pictures. What belongs to no such batch is removed when the
 * writer opens. At the end everything is counted, {@code metadata.jsonl} and
 * {@code dataset.json} are written, and {@code unfinished/} goes.
 * </p>
 */
public final class PairSetWriter implements AutoCloseable {

	/**
	 * A pair to write.
	 *
	 * @param entry what is known; its files are named as the format has it
	 * @param pictures its pictures
	 */
	public record Sample(PairEntry entry, PairPictures pictures) {}

	private final Path folder;
	private final PairSetCard plan;
	private final int batch;
	private final UnfinishedSet unfinished;
	private final List<PairEntry> entries = new ArrayList<>();
	private final boolean finished;

	private PairSetWriter(final Path folder, final PairSetCard plan,
		final int batch, final UnfinishedSet unfinished)
	{
		this.folder = folder;
		this.plan = plan;
		this.batch = batch;
		this.unfinished = unfinished;
		finished = unfinished == null;
	}

	/**
	 * Begins a set, or goes on with it.
	 *
	 * @param folder an empty or missing folder, or one in which the same run was
	 *          interrupted or finished
	 * @param plan how the finished set shall describe itself
	 * @param batch number of pairs per batch; the last one may be smaller
	 * @return the writer; close it after use
	 * @throws IOException with one sentence if the folder holds anything else, or a
	 *           run with other settings, or another program writes to it
	 */
	public static PairSetWriter open(final Path folder, final PairSetCard plan,
		final int batch) throws IOException
	{
		if (Files.exists(folder) && !Files.isDirectory(folder))
			throw new IOException("\"" + folder +
				"\" is a file; give a folder for the pairs.");
		final Path card = folder.resolve(PairFiles.CARD);
		if (Files.exists(card)) {
			requireSame(folder, PairSetCard.read(card), plan);
			UnfinishedSet.clear(folder);
			return new PairSetWriter(folder, plan, batch, null);
		}
		final UnfinishedSet unfinished = UnfinishedSet.open(folder);
		try {
			if (unfinished.hasPlan()) requireSame(folder, unfinished.plan(), plan);
			else unfinished.begin(plan);
			final PairSetWriter writer = new PairSetWriter(folder, plan, batch,
				unfinished);
			writer.takeUp();
			return writer;
		}
		catch (final IOException | RuntimeException e) {
			unfinished.close();
			throw e;
		}
	}

	private static void requireSame(final Path folder, final PairSetCard there,
		final PairSetCard wanted) throws IOException
	{
		if (there.fingerprint().equals(wanted.fingerprint())) return;
		final Set<String> keys = new HashSet<>(there.settings().keySet());
		keys.addAll(wanted.settings().keySet());
		final String key = keys.stream().sorted().filter(k -> !String.valueOf(there
			.settings().get(k)).equals(String.valueOf(wanted.settings().get(k))))
			.findFirst().orElse("their order");
		throw new IOException("\"" + folder +
			"\" holds pairs made with other settings (" + key + ": " + brief(there
				.settings().get(key)) + " there, " + brief(wanted.settings().get(key)) +
			" now); repeat those or give another folder.");
	}

	private static String brief(final String value) {
		return value == null ? "nothing" : value.length() > 40 ? value.substring(0,
			12) + "..." : value;
	}

	/** Keeps whole batches, removes everything else. */
	private void takeUp() throws IOException {
		while (true) {
			final List<PairEntry> lines = unfinished.batch(entries.size() / batch);
			if (lines == null || lines.size() != next() || !present(lines)) break;
			entries.addAll(lines);
		}
		unfinished.keepOnly((entries.size() + batch - 1) / batch);
		final Set<String> files = new HashSet<>();
		for (final PairEntry e : entries)
			files.addAll(List.of(e.bare(), e.made(), e.masks()));
		unfinished.removeOthers(files);
	}

	private boolean present(final List<PairEntry> lines) {
		return lines.stream().allMatch(e -> present(e.bare()) && present(e
			.made()) && (e.masks().isEmpty() || present(e.masks())));
	}

	private boolean present(final String file) {
		return Files.isRegularFile(folder.resolve(file));
	}

	/** @return whether the set is complete already */
	public boolean finished() {
		return finished;
	}

	/** @return number of pairs of the finished set */
	int count() {
		return plan.count();
	}

	/** @return number of pairs in whole batches */
	public int done() {
		return finished ? plan.count() : entries.size();
	}

	/** @return number of pairs in the next batch; none if all are there */
	public int next() {
		return Math.min(batch, plan.count() - done());
	}

	/**
	 * A file beside the pairs that a resumed run needs, for example tuned weights.
	 *
	 * @param name its name
	 * @param stays whether it remains in the finished set
	 * @return where it is or will be; write it with {@link AtomicFile}
	 */
	public Path companion(final String name, final boolean stays) {
		return (stays || finished ? folder : folder.resolve(PairFiles.UNFINISHED))
			.resolve(name);
	}

	/**
	 * Writes the next batch.
	 *
	 * @param samples {@link #next()} pairs
	 * @throws IOException if that fails
	 * @throws IllegalArgumentException if their number or a name is wrong
	 */
	public void write(final List<Sample> samples) throws IOException {
		if (samples.isEmpty() || samples.size() != next())
			throw new IllegalArgumentException("The next batch has " + next() +
				" pairs, not " + samples.size() + ".");
		for (final Sample s : samples) {
			if (!PairFiles.isName(s.entry().name()) || !s.entry().made().equals(
				PairFiles.made(s.entry().name()))) throw new IllegalArgumentException(
					"The pair \"" + s.entry().name() +
						"\" is not named as the format has it.");
			PairFolder.write(folder, s.entry(), s.pictures());
		}
		final List<PairEntry> lines = samples.stream().map(Sample::entry).toList();
		unfinished.write(entries.size() / batch, lines);
		entries.addAll(lines);
	}

	/**
	 * Counts everything and makes the set whole.
	 *
	 * @param problems files that gave no sample, listed in {@code problems.csv}
	 * @return the set
	 * @throws IOException if it cannot be written or a file is missing
	 * @throws IllegalStateException if there are pairs to come
	 */
	public PairSet finish(final List<Problem> problems) throws IOException {
		if (!finished) {
			if (next() > 0) throw new IllegalStateException("Only " + done() + " of " +
				plan.count() + " pairs are written.");
			if (!present(entries)) throw new IOException("A picture in \"" + folder +
				"\" has vanished while the others were made; run it once more.");
			unfinished.requireCount(entries.size());
			ProblemTable.write(folder, problems);
			AtomicFile.write(folder.resolve(PairFiles.METADATA), PairLines.write(
				entries));
			AtomicFile.write(folder.resolve(PairFiles.CARD), plan.write());
			unfinished.close();
			UnfinishedSet.clear(folder);
		}
		return PairSet.open(folder);
	}

	/** Lets other programs write to the folder; an unfinished set stays as it is. */
	@Override
	public void close() throws IOException {
		if (!finished) unfinished.close();
	}
}
