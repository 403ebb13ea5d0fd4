package sc.fiji.tinybeauty.models.annotate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

import sc.fiji.tinybeauty.models.annotate.ImportRow.Status;
import sc.fiji.tinybeauty.models.evaluate.PictureFiles;
import sc.fiji.tinybeauty.models.pairs.AmplifyListener;
import sc.fiji.tinybeauty.models.pairs.PairFolder;
import sc.fiji.tinybeauty.models.pairs.Problem;

/** Takes a folder of retouched pictures into a set, picture by picture. */
final class PairImport {

	private final PairAnnotator annotator;
	private final BarePhotos photos;
	private final BarePhotos pictures;
	private final boolean replace;

	PairImport(final PairAnnotator annotator, final BarePhotos photos,
		final BarePhotos pictures, final boolean replace)
	{
		this.annotator = annotator;
		this.photos = photos;
		this.pictures = pictures;
		this.replace = replace;
	}

	ImportReport run(final AmplifyListener listener) throws IOException {
		final List<ImportRow> rows = new ArrayList<>();
		final Set<String> taken = new HashSet<>();
		final int n = pictures.files().size();
		for (final Path picture : pictures.files()) {
			final String name = picture.getFileName().toString();
			if (!listener.next(rows.size(), n, "Importing " + name))
				throw new CancellationException(
					"The import was cancelled; run it again to go on, pairs that are there are kept.");
			final ImportRow row = row(picture, name, taken);
			rows.add(row);
			listener.message("\"" + name + "\": " + row.message());
		}
		PairFolder.list(annotator.out(), rows.stream().filter(r -> r
			.status() == Status.FAILED).map(r -> new Problem(r.file(), true, r
				.message())).toList());
		return new ImportReport(annotator.out(), rows, photos.files().size() - taken
			.size());
	}

	private ImportRow row(final Path picture, final String name,
		final Set<String> taken) throws IOException
	{
		final PairAnnotator.Retouched retouched;
		try {
			final String face = partner(name);
			if (!taken.add(face)) throw new IOException("Another picture of \"" + face +
				"\" was imported before this one; remove one of them.");
			if (!replace && annotator.isDone(face)) return new ImportRow(name,
				Status.KEPT, Double.NaN, "The set has a pair of \"" + face +
					"\" already; import with replace=true to replace it.");
			retouched = annotator.retouched(face, picture);
		}
		catch (final IOException | IllegalArgumentException e) {
			return new ImportRow(name, Status.FAILED, Double.NaN, e.getMessage());
		}
		// A set that cannot be written is no matter of this picture.
		annotator.save(retouched.face());
		return new ImportRow(name, retouched.aligned() ? Status.ALIGNED
			: Status.ACCEPTED, retouched.pixels(), retouched.message());
	}

	/** @return the photograph of a retouched picture */
	private String partner(final String name) throws IOException {
		final List<String> faces = photos.names();
		if (faces.size() == 1 && pictures.files().size() == 1) return faces.get(0);
		if (faces.contains(name)) return name;
		final List<String> same = faces.stream().filter(f -> PictureFiles.base(f)
			.equals(PictureFiles.base(name))).toList();
		if (same.isEmpty()) throw new IOException("No photograph in \"" + photos
			.folder() + "\" is called \"" + PictureFiles.base(name) +
			"\"; give both the same name.");
		if (same.size() > 1) throw new IOException("There are several photographs " +
			same + " for \"" + name + "\"; give all of them different names.");
		return same.get(0);
	}
}
