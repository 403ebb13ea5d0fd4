package sc.fiji.tinybeauty.plugin.makeup;

import java.util.List;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.models.makeup.FaceResidual;
import sc.fiji.tinybeauty.models.makeup.FaceSelection;
import sc.fiji.tinybeauty.models.makeup.Strengths;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/**
 * What a command needs of a make-up tool with its style loaded: the slow part
 * (finding faces, the network) apart from the fast one (strengths).
 */
public interface Maker {

	/** @return name of the style */
	String style();

	/**
	 * Finds faces and runs the network.
	 *
	 * @param photo the photograph
	 * @param faces which faces
	 * @param search how hard to search
	 * @param roi where to search, photograph pixels; null for everywhere
	 * @return a residual per face, largest face first; empty if there is none
	 */
	List<FaceResidual> residuals(RgbPlane photo, FaceSelection faces,
		Search search, Interval roi);

	/**
	 * As {@link #residuals}, for the next of a row of photographs (a movie, a
	 * stack), so that a face keeps its place from one to the next.
	 *
	 * @param first whether a new row begins
	 */
	List<FaceResidual> next(boolean first, RgbPlane photo, FaceSelection faces,
		Search search, Interval roi);

	/**
	 * Puts make-up on at the photograph's own resolution.
	 *
	 * @param photo the bare photograph
	 * @param faces what to change
	 * @param strengths how strong
	 * @param result receives the photograph made up; holds the bare one on entry
	 */
	void composite(RgbPlane photo, List<FaceResidual> faces, Strengths strengths,
		RgbPlane result);

	/**
	 * @param photo the bare photograph
	 * @param faces what to change
	 * @param strengths how strong
	 * @return what would be added: axes X, Y, C, in units of an image scaled to
	 *         0..1
	 */
	RandomAccessibleInterval<FloatType> residualImage(RgbPlane photo,
		List<FaceResidual> faces, Strengths strengths);
}
