package sc.fiji.tinybeauty.models.style;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What an unfinished training keeps on disk, for one program at a time. */
final class WorkFolder implements AutoCloseable {

	private static final String LOCK = "lock";

	private final Path folder;
	private final FileChannel lock;

	private WorkFolder(final Path folder, final FileChannel lock) {
		this.folder = folder;
		this.lock = lock;
	}

	/**
	 * @param folder the folder; made if need be
	 * @throws IOException with one sentence if another program works in it
	 */
	static WorkFolder open(final Path folder) throws IOException {
		Files.createDirectories(folder);
		final FileChannel channel = FileChannel.open(folder.resolve(LOCK),
			StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			final FileLock held = channel.tryLock();
			if (held != null) return new WorkFolder(folder, channel);
		}
		catch (final OverlappingFileLockException e) {
			// By this very program; the sentence below says so too.
		}
		channel.close();
		throw new IOException("Another run trains this style at this moment (\"" +
			folder + "\"); wait for it or give another output file.");
	}

	Path plan() {
		return folder.resolve("plan.json");
	}

	Path checkpoint() {
		return folder.resolve("checkpoint.safetensors");
	}

	/** @return folder for faces cut out of photographs */
	Path crops() {
		return folder.resolve("crops");
	}

	/** @return folder for faces cut out of the seeds' photographs */
	Path seedCrops() {
		return folder.resolve("seed-crops");
	}

	/** @return folder for the set of warped pairs */
	Path warped() {
		return folder.resolve("warped");
	}

	/** Removes everything that a finished training does not need. */
	void clear() throws IOException {
		for (final Path part : List.of(plan(), checkpoint(), crops(),
			seedCrops(), warped()))
			delete(part);
	}

	private static void delete(final Path path) throws IOException {
		if (!Files.exists(path)) return;
		final List<Path> all;
		try (Stream<Path> walk = Files.walk(path)) {
			all = walk.sorted(Comparator.reverseOrder()).toList();
		}
		for (final Path one : all)
			Files.delete(one);
	}

	/** Lets other programs in; a folder with nothing to go on with goes. */
	@Override
	public void close() throws IOException {
		lock.close();
		Files.deleteIfExists(folder.resolve(LOCK));
		try (Stream<Path> left = Files.list(folder)) {
			if (left.findAny().isPresent()) return;
		}
		Files.delete(folder);
	}
}
