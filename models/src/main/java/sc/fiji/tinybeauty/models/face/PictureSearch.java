package sc.fiji.tinybeauty.models.face;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.geometry.Crops;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/**
 * Runs the detector over a rectangle of a photograph at any scale and rotation.
 * The detector is fully convolutional, so a picture larger than the 128 pixels
 * it was trained on finds small faces in one pass; very large pictures are cut
 * into overlapping tiles.
 */
final class PictureSearch {

	/** Longest side of a picture; larger ones are cut into tiles. */
	private static final int TILE = 1024;

	/** Tiles share this many pixels, more than the largest face they look for. */
	private static final int OVERLAP = 160;

	/** Longest side of the reduced photograph that all coarser pictures come from. */
	private static final int REDUCED = 1280;

	private final FaceDetector detector;
	private final RgbPlane photo;
	private final double x, y, w, h;
	private RgbPlane reduced;
	private Similarity reducedToPhoto;

	/**
	 * @param detector the network
	 * @param photo is read
	 * @param x left edge of the rectangle, photograph pixels
	 * @param y upper edge
	 * @param w width
	 * @param h height
	 * @param finest longest side of the largest picture that will be searched
	 */
	PictureSearch(final FaceDetector detector, final RgbPlane photo,
		final double x, final double y, final double w, final double h,
		final double finest)
	{
		this.detector = detector;
		this.photo = photo;
		this.x = x;
		this.y = y;
		this.w = w;
		this.h = h;
		reduce((int) Math.ceil(Math.min(finest, REDUCED)));
	}

	/** Reading a whole photograph is slow, so it happens once. */
	private void reduce(final int side) {
		final double scale = Math.max(w, h) / side;
		if (scale <= 1) return;
		final int cols = (int) Math.ceil(w / scale), rows = (int) Math.ceil(h /
			scale);
		final Img<FloatType> small = FloatImages.create(cols, rows, 3);
		reducedToPhoto = new Similarity(scale, 0, x, y);
		Crops.crop(photo, reducedToPhoto, small);
		reduced = RgbPlanes.tensor(small);
	}

	/**
	 * @param side longer side of the rectangle in the picture, pixels
	 * @param angle the faces' rotation in the photograph, radians, clockwise
	 * @param minScore 0..1
	 * @return blended candidates, best first, in photograph coordinates
	 */
	List<Candidate> search(final double side, final double angle,
		final double minScore)
	{
		final double scale = side / Math.max(w, h);
		final double cos = Math.abs(Math.cos(angle)), sin = Math.abs(Math.sin(
			angle));
		final int cols = pixels(scale * (w * cos + h * sin));
		final int rows = pixels(scale * (w * sin + h * cos));
		final double a = Math.cos(angle) / scale, b = Math.sin(angle) / scale;
		final Similarity toPhoto = new Similarity(a, b, x + w / 2 - (a * cols - b *
			rows) / 2, y + h / 2 - (b * cols + a * rows) / 2);
		final List<Candidate> found = new ArrayList<>();
		for (final int top : starts(rows))
			for (final int left : starts(cols))
				found.addAll(detect(toPhoto.after(new Similarity(1, 0, left, top)), Math
					.min(cols, TILE), Math.min(rows, TILE), minScore));
		return Candidates.blend(found);
	}

	private List<Candidate> detect(final Similarity toPhoto, final int cols,
		final int rows, final double minScore)
	{
		if (reduced == null || toPhoto.scale() < 0.999 * reducedToPhoto.scale())
			return detector.detect(photo, toPhoto, cols, rows, minScore);
		final List<Candidate> found = detector.detect(reduced, reducedToPhoto
			.inverse().after(toPhoto), cols, rows, minScore);
		found.replaceAll(c -> c.transform(reducedToPhoto));
		return found;
	}

	/** Rounded up to what the detector takes, not smaller than it was trained on. */
	private static int pixels(final double length) {
		final int m = BlazeFaceGraph.MULTIPLE;
		return Math.max(BlazeFaceGraph.SIZE, (int) Math.ceil(length / m - 1e-6) *
			m);
	}

	/** Where the tiles begin: the fewest that cover the length, evenly spread. */
	private static int[] starts(final int length) {
		if (length <= TILE) return new int[] { 0 };
		final int n = (int) Math.ceil((length - OVERLAP) / (double) (TILE -
			OVERLAP));
		final int[] starts = new int[n];
		for (int i = 0; i < n; i++)
			starts[i] = (int) Math.round((double) i * (length - TILE) / (n - 1));
		return starts;
	}
}
