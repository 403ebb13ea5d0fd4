package sc.fiji.tinybeauty.models.pairs;

import java.util.List;

import sc.fiji.tinybeauty.models.face.Face;
import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/**
 * Finds faces with {@link FaceFinder}. A picture of 256 x 256 pixels is taken
 * whole, since faces that are aligned already have this size.
 */
final class FoundFaceCutter implements FaceCutter {

	/** Photograph pixels per pixel of the crop below which a face is too small. */
	private static final double LEAST_SCALE = 0.5;
	/** Presence that a mesh must have. */
	private static final double LEAST_CONFIDENCE = 0.5;

	private final FaceFinder finder;

	/** @param finder stays the caller's */
	FoundFaceCutter(final FaceFinder finder) {
		this.finder = finder;
	}

	@Override
	public List<Cut> cut(final RgbPlane photo) {
		if (photo.width() == FaceCrop.SIZE && photo.height() == FaceCrop.SIZE)
			return List.of(new Cut(Similarity.IDENTITY));
		return finder.find(photo, Search.NORMAL, null).stream().map(f -> new Cut(
			FaceCrop.align(f.landmarks(), FaceCrop.SIZE))).filter(c -> c.cropToPhoto()
				.scale() >= LEAST_SCALE).toList();
	}

	@Override
	public Landmarks landmarks(final RgbPlane crop) {
		final Face face = finder.whole(crop);
		return face.confidence() < LEAST_CONFIDENCE ? null : finder.precise(crop, face)
			.landmarks();
	}
}
