package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import sc.fiji.tinybeauty.models.weights.AtomicFile;

/** The folder {@code unfinished/} of a set that is being written, and its lock. */
final class UnfinishedSet implements AutoCloseable {

	private static final String PLAN = "plan.json", LOCK = "lock",
			BATCH = "batch-";

	private final Path folder;
	private final Path unfinished;
	private final FileChannel lock;

	private UnfinishedSet(final Path folder, final FileChannel lock) {
		this.folder = folder;
		unfinished = folder.resolve(PairFiles.UNFINISHED);
		this.lock = lock;
	}

	/**
	 * @throws IOException with one sentence if the folder holds something else or
	 *           is being written to
	 */
	static UnfinishedSet open(final Path folder) throws IOException {
		final Path unfinished = folder.resolve(PairFiles.UNFINISHED);
		if (!Files.exists(unfinished)) requireEmpty(folder);
		Files.createDirectories(unfinished);
		final FileChannel channel = FileChannel.open(unfinished.resolve(LOCK),
			StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			final FileLock held = channel.tryLock();
			if (held != null) return new UnfinishedSet(folder, channel);
		}
		catch (final OverlappingFileLockException e) {
			// By this very program; the sentence below says so too.
		}
		channel.close();
		throw new IOException("Another run writes to \"" + folder +
			"\" at this moment; wait for it or give another folder.");
	}

	private static void requireEmpty(final Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		try (Stream<Path> files = Files.list(folder)) {
			if (files.anyMatch(f -> !f.getFileName().toString().startsWith(".")))
				throw new IOException("\"" + folder +
					"\" holds other files; give an empty or a new folder.");
		}
	}

	boolean hasPlan() {
		return Files.exists(unfinished.resolve(PLAN));
	}

	PairSetCard plan() throws IOException {
		return PairSetCard.read(unfinished.resolve(PLAN));
	}

	void begin(final PairSetCard plan) throws IOException {
		AtomicFile.write(unfinished.resolve(PLAN), plan.write());
	}

	/** @return lines of a batch, null if it was not finished */
	List<PairEntry> batch(final int i) throws IOException {
		final Path file = unfinished.resolve(name(i));
		return Files.exists(file) ? PairLines.read(file) : null;
	}

	void write(final int i, final List<PairEntry> lines) throws IOException {
		AtomicFile.write(unfinished.resolve(name(i)), PairLines.write(lines));
	}

	private static String name(final int i) {
		return String.format(Locale.ROOT, "%s%06d.jsonl", BATCH, i);
	}

	/** Removes the lines of batches from some number on. */
	void keepOnly(final int batches) throws IOException {
		for (final Path file : list(unfinished)) {
			final String name = file.getFileName().toString();
			if (name.startsWith(BATCH) && name.compareTo(name(batches)) >= 0) Files
				.delete(file);
		}
	}

	/** Removes pictures other than these, and whatever was half written. */
	void removeOthers(final Set<String> files) throws IOException {
		for (final Path dir : new Path[] { folder, unfinished })
			for (final Path file : list(dir))
				if (isPart(file)) Files.delete(file);
		for (final String sub : PairFiles.FOLDERS)
			for (final Path file : list(folder.resolve(sub)))
				if (!files.contains(sub + "/" + file.getFileName())) Files.delete(file);
	}

	/** Counts the pictures in every folder. */
	void requireCount(final int count) throws IOException {
		for (final String sub : PairFiles.FOLDERS) {
			final int there = list(folder.resolve(sub)).size();
			final boolean none = there == 0 && sub.equals("masks");
			if (there != count && !none) throw new IOException("\"" + folder.resolve(
				sub) + "\" holds " + there + " pictures instead of " + count +
				"; remove what is not of this set and run it once more.");
		}
	}

	private static boolean isPart(final Path file) {
		final String name = file.getFileName().toString();
		return name.startsWith(".") && name.endsWith(".part");
	}

	private static List<Path> list(final Path dir) throws IOException {
		if (!Files.isDirectory(dir)) return List.of();
		try (Stream<Path> files = Files.list(dir)) {
			return files.sorted().toList();
		}
	}

	/** Removes what a finished set does not need. */
	static void clear(final Path folder) throws IOException {
		final Path unfinished = folder.resolve(PairFiles.UNFINISHED);
		for (final Path file : list(unfinished))
			Files.delete(file);
		Files.deleteIfExists(unfinished);
		for (final Path file : list(folder))
			if (isPart(file)) Files.delete(file);
	}

	@Override
	public void close() throws IOException {
		lock.close();
	}
}
