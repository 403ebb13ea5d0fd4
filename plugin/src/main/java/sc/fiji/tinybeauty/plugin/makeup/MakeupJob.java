package sc.fiji.tinybeauty.plugin.makeup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;

import ij.ImagePlus;

import sc.fiji.tinybeauty.models.makeup.FaceResidual;
import sc.fiji.tinybeauty.plugin.image.Photo;
import sc.fiji.tinybeauty.plugin.image.PhotoStack;
import sc.fiji.tinybeauty.plugin.report.MakeupRow;
import sc.fiji.tinybeauty.plugin.report.MakeupRow.Status;

/**
 * Puts make-up on all photographs of an {@link ImagePlus}, without windows and
 * without touching it. Commands, scripts, batches and tests go through here.
 */
public final class MakeupJob {

	/** Nothing smaller can hold a face that the finder knows. */
	private static final int LEAST_SIDE = 16;

	private final MakerSource source;
	private final Progress progress;

	/** A job with the styles of this program. */
	public MakeupJob(final Progress progress) {
		this(MakeupTools.shared(), progress);
	}

	/**
	 * @param source where tools come from
	 * @param progress hears of every photograph
	 */
	public MakeupJob(final MakerSource source, final Progress progress) {
		this.source = Objects.requireNonNull(source, "source");
		this.progress = Objects.requireNonNull(progress, "progress");
	}

	/**
	 * Runs the job.
	 *
	 * @param image any kind of image, see {@link PhotoStack}; not changed
	 * @param settings what to do
	 * @param output what to make of it
	 * @return the result and a line per face
	 * @throws IllegalArgumentException with one sentence if image and settings do
	 *           not go together or there is no such style
	 * @throws IllegalStateException with one sentence if there is no engine or no
	 *           such device
	 * @throws CancellationException if it was cancelled
	 */
	public MakeupResult run(final ImagePlus image, final MakeupSettings settings,
		final OutputKind output)
	{
		final SearchArea area = SearchArea.of(image, settings.faces());
		return source.with(settings.style(), settings.device(), maker -> run(image,
			settings, output, area, maker));
	}

	private MakeupResult run(final ImagePlus image,
		final MakeupSettings settings, final OutputKind output,
		final SearchArea area, final Maker maker)
	{
		final PhotoStack photos = new PhotoStack(image);
		final ResultImages results = new ResultImages(image, photos, maker, settings
			.strengths(), output);
		final List<MakeupRow> rows = new ArrayList<>();
		boolean found = false;
		for (int i = 0; i < photos.size(); i++) {
			progress.show(i, photos.size(), "Make-up on " + image.getTitle());
			if (progress.isCanceled()) throw new CancellationException(
				"The make-up was cancelled.");
			final Photo photo = photos.get(i);
			final List<FaceResidual> faces = faces(maker, i == 0, photo, settings,
				area);
			results.add(i, photo, faces);
			rows.addAll(rows(image.getTitle(), photos.slice(i), maker.style(), faces,
				area));
			found |= !faces.isEmpty();
		}
		if (progress.isCanceled()) throw new CancellationException(
			"The make-up was cancelled.");
		progress.show(photos.size(), photos.size(), "Make-up on " + image
			.getTitle());
		return new MakeupResult(found ? results.build() : null, rows);
	}

	private static List<FaceResidual> faces(final Maker maker,
		final boolean first, final Photo photo, final MakeupSettings settings,
		final SearchArea area)
	{
		if (Math.min(photo.width(), photo.height()) < LEAST_SIDE) return List.of();
		return area.inside(maker.next(first, photo.plane(), settings.faces(),
			settings.search(), area.interval()));
	}

	private static List<MakeupRow> rows(final String title, final int slice,
		final String style, final List<FaceResidual> faces, final SearchArea area)
	{
		if (faces.isEmpty()) return List.of(MakeupRow.without(title, slice, style,
			Status.NO_FACE, "No face was found" + area.where() +
				"; try search=thorough, or faces=whole for an aligned crop."));
		final List<MakeupRow> rows = new ArrayList<>();
		for (final FaceResidual r : faces)
			rows.add(new MakeupRow(title, slice, rows.size() + 1, r.face().x(), r
				.face().y(), r.face().w(), r.face().h(), r.face().confidence(), style, r
					.device(), r.millis(), Status.OK, ""));
		return rows;
	}
}
