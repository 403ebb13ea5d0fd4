package sc.fiji.tinybeauty.plugin.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import ij.ImagePlus;

import sc.fiji.tinybeauty.models.weights.AtomicFile;
import sc.fiji.tinybeauty.plugin.makeup.MakerSource;
import sc.fiji.tinybeauty.plugin.makeup.MakeupJob;
import sc.fiji.tinybeauty.plugin.makeup.MakeupResult;
import sc.fiji.tinybeauty.plugin.makeup.MakeupTools;
import sc.fiji.tinybeauty.plugin.makeup.OutputKind;
import sc.fiji.tinybeauty.plugin.makeup.Progress;
import sc.fiji.tinybeauty.plugin.photo.PhotoReader;
import sc.fiji.tinybeauty.plugin.photo.PhotoWriter;
import sc.fiji.tinybeauty.plugin.report.MakeupRow;
import sc.fiji.tinybeauty.plugin.report.MakeupRow.Status;
import sc.fiji.tinybeauty.plugin.report.MakeupTable;

/**
 * Puts make-up on all photographs of a folder, without windows. A bad file does
 * not stop the others: it gets a line with the reason in {@value #CSV}, which
 * also has a line for every face. Results already there are replaced.
 */
public final class FolderMakeup {

	/** Name of the table of results. */
	public static final String CSV = "results.csv";

	private final MakerSource source;
	private final Progress progress;

	/** A batch with the tools of this program. */
	public FolderMakeup(final Progress progress) {
		this(MakeupTools.shared(), progress);
	}

	/**
	 * @param source where tools come from
	 * @param progress hears of every file
	 */
	public FolderMakeup(final MakerSource source, final Progress progress) {
		this.source = source;
		this.progress = progress;
	}

	/**
	 * Works through a folder.
	 *
	 * @param order what to do
	 * @return what came of it; failures of single files are in there
	 * @throws IOException with one sentence if a folder cannot be used
	 * @throws IllegalArgumentException if the two folders are the same, there is
	 *           no photograph or no such style
	 * @throws IllegalStateException if there is no engine or no such device
	 * @throws CancellationException if it was cancelled; results and lines up to
	 *           then are kept
	 */
	public FolderReport run(final FolderOrder order) throws IOException {
		prepare(order);
		final List<Path> photos = photos(order.in());
		if (photos.isEmpty()) throw new IllegalArgumentException("\"" + order.in() +
			"\" holds no JPEG, PNG, TIFF, GIF or BMP file.");
		// A wrong style or device is no fault of the first file.
		source.with(order.settings().style(), order.settings().device(),
			maker -> null);
		final Map<String, String> names = OutputNames.of(photos.stream().map(
			p -> p.getFileName().toString()).toList(), order.format().extension());
		final List<MakeupRow> rows = new ArrayList<>();
		int written = 0;
		try {
			for (int i = 0; i < photos.size(); i++) {
				final Path photo = photos.get(i);
				final String name = photo.getFileName().toString();
				progress.show(i, photos.size(), name);
				requireGoingOn();
				if (make(order, photo, order.out().resolve(names.get(name)), rows))
					written++;
			}
			progress.show(photos.size(), photos.size(), "Writing " + CSV);
		}
		finally {
			AtomicFile.write(order.out().resolve(CSV), MakeupTable.csv(rows).getBytes(
				StandardCharsets.UTF_8));
		}
		return new FolderReport(rows, written, order.out().resolve(CSV));
	}

	private static void prepare(final FolderOrder order) throws IOException {
		if (!Files.isDirectory(order.in())) throw new IOException("\"" + order
			.in() + "\" is no folder; give one with photographs.");
		try {
			Files.createDirectories(order.out());
		}
		catch (final FileAlreadyExistsException e) {
			throw new IOException("\"" + order.out() +
				"\" is a file; give a folder for the results.", e);
		}
		if (order.in().toRealPath().equals(order.out().toRealPath()))
			throw new IllegalArgumentException(
				"in and out are the same folder; results would replace their photographs, so give another one.");
	}

	private static List<Path> photos(final Path in) throws IOException {
		try (Stream<Path> files = Files.list(in)) {
			return files.filter(PhotoReader::isPhotoName).filter(
				Files::isRegularFile).filter(f -> !f.getFileName().toString()
					.startsWith(".")).sorted().toList();
		}
	}

	private boolean make(final FolderOrder order, final Path photo,
		final Path target, final List<MakeupRow> rows)
	{
		final String name = photo.getFileName().toString();
		try {
			// An older result must not pass for one of this run.
			Files.deleteIfExists(target);
			final ImagePlus image = PhotoReader.read(photo);
			final MakeupResult made = new MakeupJob(source, whileGoingOn()).run(image,
				order.settings(), OutputKind.IMAGE);
			if (made.image() != null) PhotoWriter.write(made.image(), order.format(),
				target);
			rows.addAll(made.rows());
			return made.image() != null;
		}
		catch (final CancellationException e) {
			throw e;
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			rows.add(MakeupRow.without(name, 1, order.settings().style(),
				Status.FAILED, reason(name, e)));
			return false;
		}
	}

	private static String reason(final String name, final Throwable e) {
		if (e instanceof OutOfMemoryError) return "\"" + name +
			"\" does not fit into memory; raise Edit > Options > Memory & Threads.";
		return e.getMessage() == null ? e.getClass().getSimpleName() : e
			.getMessage();
	}

	private void requireGoingOn() {
		if (progress.isCanceled()) throw new CancellationException(
			"Apply Makeup to Folder was cancelled; what was finished before is kept.");
	}

	/** Slices of a stack are no steps of the batch, but they may stop it. */
	private Progress whileGoingOn() {
		return new Progress() {

			@Override
			public void show(final int done, final int total, final String what) {}

			@Override
			public boolean isCanceled() {
				return progress.isCanceled();
			}
		};
	}
}
