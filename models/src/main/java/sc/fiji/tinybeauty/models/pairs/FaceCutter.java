package sc.fiji.tinybeauty.models.pairs;

import java.util.List;

import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/** Finds the faces of a photograph and how they are cut out. */
interface FaceCutter {

	/**
	 * A face.
	 *
	 * @param cropToPhoto from the crop of 256 pixels to the photograph
	 */
	record Cut(Similarity cropToPhoto) {}

	/** @return the faces that are large enough, largest first */
	List<Cut> cut(RgbPlane photo);

	/** @return the mesh of a face in its crop, crop coordinates; null if there is none */
	Landmarks landmarks(RgbPlane crop);
}
