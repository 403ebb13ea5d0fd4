package sc.fiji.tinybeauty.models.annotate;

import java.io.IOException;
import java.util.List;

import net.imglib2.img.array.ArrayImgs;

import sc.fiji.tinybeauty.models.face.Face;
import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.geometry.Crops;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/**
 * The largest face of a photograph, cut to the framing of {@link FaceCrop}.
 *
 * @param pixels {@code 0xRRGGBB}, row by row
 * @param landmarks in crop coordinates
 */
record AlignedCrop(int[] pixels, Landmarks landmarks) {

	/** Photograph pixels per pixel of a crop of 256 below which a face is too small. */
	private static final double LEAST_SCALE = 0.5;
	private static final double LEAST_CONFIDENCE = 0.5;
	/** Photograph pixels per pixel of a crop larger than 256 that it is worth. */
	private static final double LEAST_DETAIL = 0.75;

	/**
	 * @param photo a photograph; one of 256 x 256 pixels is taken whole, as aligned
	 *          crop
	 * @param most largest side of the crop; faces with less detail get the largest of
	 *          {@link AnnotateOrder#SIZES} that they fill, at least 256
	 * @param finder finds faces
	 * @throws IOException with one sentence if there is no face that is large enough
	 */
	static AlignedCrop of(final RgbPlane photo, final int most,
		final FaceFinder finder) throws IOException
	{
		final Similarity place;
		if (photo.width() == FaceCrop.SIZE && photo.height() == FaceCrop.SIZE)
			place = Similarity.IDENTITY;
		else {
			final List<Face> faces = finder.find(photo, Search.NORMAL, null);
			if (faces.isEmpty()) throw new IOException(
				"shows no face; give a photograph with one");
			place = FaceCrop.align(faces.get(0).landmarks(), FaceCrop.SIZE);
			if (place.scale() < LEAST_SCALE) throw new IOException(
				"shows a face that is too small; give a larger photograph");
		}
		final int size = size(place.scale() * FaceCrop.SIZE, most);
		final double part = FaceCrop.SIZE / (double) size;
		final float[] planar = new float[3 * size * size];
		Crops.crop(photo, place.after(new Similarity(part, 0, 0, 0)), ArrayImgs
			.floats(planar, size, size, 3));
		return of(InterleavedRgb.of(planar), size, finder);
	}

	private static int size(final double detail, final int most) {
		return AnnotateOrder.SIZES.stream().filter(s -> s <= most && s *
			LEAST_DETAIL <= detail)
			.mapToInt(s -> s).max().orElse(FaceCrop.SIZE);
	}

	/**
	 * @param rgb an aligned crop, 8-bit interleaved
	 * @param size its side
	 * @param finder finds the landmarks, always the same ones in the same crop
	 * @throws IOException with one sentence if there is no face
	 */
	static AlignedCrop of(final byte[] rgb, final int size,
		final FaceFinder finder) throws IOException
	{
		final RgbPlane crop = RgbPlanes.tensor(ArrayImgs.floats(InterleavedRgb.planar(
			rgb), size, size, 3));
		final Face face = finder.whole(crop);
		if (face.confidence() < LEAST_CONFIDENCE) throw new IOException(
			"shows no face that can be measured; give a photograph with one");
		return new AlignedCrop(AnnotatedFace.pixels(rgb), finder.precise(crop, face)
			.landmarks());
	}
}
