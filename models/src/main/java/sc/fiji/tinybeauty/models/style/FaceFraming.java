package sc.fiji.tinybeauty.models.style;

import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.face.Face;
import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.geometry.Crops;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/**
 * Where the face of a photograph lies.
 *
 * @param cropToPhoto from the aligned crop to the photograph; null if the
 *          photograph is such a crop already
 * @param landmarks in crop coordinates
 */
record FaceFraming(Similarity cropToPhoto, Landmarks landmarks) {

	/** A crop may lie so far from the exact framing, pixels. */
	private static final double TOLERANCE = 16;
	private static final double SURE = 0.5;

	/** @return the largest face of a photograph, or nothing if there is none */
	static Optional<FaceFraming> of(final FaceFinder finder,
		final RgbPlane photo)
	{
		final int n = FaceCrop.SIZE;
		if (photo.width() == n && photo.height() == n) {
			final Face whole = finder.whole(photo);
			if (whole.confidence() >= SURE && isAligned(whole.landmarks()))
				return Optional.of(new FaceFraming(null, whole.landmarks()));
		}
		return finder.find(photo, Search.NORMAL, null).stream().findFirst().map(
			f -> {
				final Similarity t = FaceCrop.align(f.landmarks(), n);
				return new FaceFraming(t, f.landmarks().transform(t.inverse()));
			});
	}

	private static boolean isAligned(final Landmarks landmarks) {
		final int n = FaceCrop.SIZE;
		final Similarity t = FaceCrop.align(landmarks, n);
		double largest = 0;
		for (final int x : new int[] { 0, n })
			for (final int y : new int[] { 0, n })
				largest = Math.max(largest, Math.hypot(t.x(x, y) - x, t.y(x, y) - y));
		return largest <= TOLERANCE;
	}

	/**
	 * @param rgb interleaved pixels of the photograph, or of another of the same
	 *          framing
	 * @return interleaved pixels of the crop
	 */
	byte[] crop(final byte[] rgb, final int width, final int height) {
		if (cropToPhoto == null) return rgb;
		final int n = FaceCrop.SIZE;
		final RandomAccessibleInterval<FloatType> crop = FloatImages.create(n, n,
			3);
		Crops.crop(plane(rgb, width, height), cropToPhoto, crop);
		return InterleavedRgb.of(FloatImages.toArray(crop));
	}

	/** @return interleaved pixels as a photograph */
	static RgbPlane plane(final byte[] rgb, final int width, final int height) {
		final int[] argb = new int[width * height];
		for (int i = 0; i < argb.length; i++)
			argb[i] = 0xff000000 | (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] &
				255) << 8 | rgb[3 * i + 2] & 255;
		return RgbPlanes.argb(argb, width, height);
	}
}
