package sc.fiji.tinybeauty.ops.region;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.face.FaceMesh478;
import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * Soft masks of the regions that make-up touches, rasterised from landmarks;
 * outlines are rounded by Catmull-Rom splines. All lengths are relative to the
 * distance of the eyes, so that masks of any size agree.
 */
public final class RegionMasks {

	/** Points per spline segment. */
	static final int SAMPLES = 4;

	/** Zone around the eye at the image's left: above the brow, wing, under eye. */
	private static final int[] LEFT_ZONE = { 156, 70, 63, 105, 66, 107, 55, 193,
		244, 233, 232, 231, 230, 229, 228, 31, 111, 143 };
	private static final int[] RIGHT_ZONE = { 383, 300, 293, 334, 296, 336, 285,
		417, 464, 453, 452, 451, 450, 449, 448, 261, 340, 372 };

	/** Upper lid: along the edge of the eye, back along the lower edge of the brow. */
	private static final int[] LEFT_LID = { 33, 246, 161, 160, 159, 158, 157, 173,
		133, 55, 65, 52, 53, 46 };
	private static final int[] RIGHT_LID = { 263, 466, 388, 387, 386, 385, 384, 398,
		362, 285, 295, 282, 283, 276 };

	private RegionMasks() {}

	/**
	 * Splits a face crop into the regions whose strengths can be set apart.
	 * Everything inside the lips' outline and a rim around it is lips, the zone
	 * from the brows to the lower lids with room for a wing is eyes, all else is
	 * skin.
	 *
	 * @param landmarks landmarks in the coordinates of the crop
	 * @param size side length of the crop, pixels
	 * @return axes X,Y,C; C = lips, eyes, skin; each 0..1, their sum is 1
	 */
	public static ArrayImg<FloatType, FloatArray> partition(
		final Landmarks landmarks, final int size)
	{
		final double unit = eyeDistance(landmarks);
		final float[] lips = rim(lips(landmarks), size, 0.07 * unit, 0.07 * unit);
		final float[] left = rim(zone(landmarks, LEFT_ZONE), size, 0.08 * unit,
			0.16 * unit);
		final float[] right = rim(zone(landmarks, RIGHT_ZONE), size, 0.08 * unit,
			0.16 * unit);
		final int n = size * size;
		final float[] out = new float[3 * n];
		for (int i = 0; i < n; i++) {
			out[i] = lips[i];
			out[n + i] = Math.max(left[i], right[i]) * (1 - lips[i]);
			out[2 * n + i] = 1 - out[i] - out[n + i];
		}
		return ArrayImgs.floats(out, size, size, 3);
	}

	/** @return distance between the centres of the eyes, pixels */
	public static double eyeDistance(final Landmarks face) {
		final double[] l = face.mean(FaceMesh478.leftEye());
		final double[] r = face.mean(FaceMesh478.rightEye());
		return Math.hypot(r[0] - l[0], r[1] - l[1]);
	}

	/** @return outer outline of the lips */
	public static Outline lips(final Landmarks face) {
		return Outline.of(face, true, FaceMesh478.lipsOuter()).smooth(SAMPLES);
	}

	/** @return outline of the mouth's opening, of no area when it is closed */
	public static Outline mouth(final Landmarks face) {
		return Outline.of(face, true, FaceMesh478.lipsInner()).smooth(SAMPLES);
	}

	/** @return outline of the eyeball's visible part, image's left or right */
	public static Outline eye(final Landmarks face, final boolean left) {
		return Outline.of(face, true, left ? FaceMesh478.leftEye() : FaceMesh478
			.rightEye()).smooth(SAMPLES);
	}

	/** @return outline of a brow */
	public static Outline brow(final Landmarks face, final boolean left) {
		return Outline.of(face, true, left ? FaceMesh478.leftBrow() : FaceMesh478
			.rightBrow()).smooth(SAMPLES);
	}

	/** @return outline of the upper lid, from the eye's edge up to the brow */
	public static Outline lid(final Landmarks face, final boolean left) {
		return zone(face, left ? LEFT_LID : RIGHT_LID);
	}

	/** @return outline of the zone that eye make-up may touch, brow included */
	public static Outline eyeZone(final Landmarks face, final boolean left) {
		return zone(face, left ? LEFT_ZONE : RIGHT_ZONE);
	}

	/**
	 * The face oval, whose upper half ends in the middle of the forehead,
	 * stretched upwards.
	 *
	 * @param stretch factor for what lies above the brows' height, 1 = the oval
	 */
	public static Outline face(final Landmarks face, final double stretch) {
		final double[] brows = face.mean(105, 334), chin = { face.x(152), face.y(
			152) };
		final double ux = brows[0] - chin[0], uy = brows[1] - chin[1];
		final double norm = ux * ux + uy * uy;
		final Outline oval = Outline.of(face, true, FaceMesh478.faceOval());
		for (int i = 0; i < oval.size(); i++) {
			final double up = ((oval.x()[i] - brows[0]) * ux + (oval.y()[i] -
				brows[1]) * uy) / norm;
			if (up <= 0) continue;
			oval.x()[i] += (stretch - 1) * up * ux;
			oval.y()[i] += (stretch - 1) * up * uy;
		}
		return oval.smooth(SAMPLES);
	}

	private static Outline zone(final Landmarks face, final int[] indices) {
		return Outline.of(face, true, indices).smooth(SAMPLES);
	}

	/** 1 up to {@code grow} outside the outline, then falling over {@code soft}. */
	private static float[] rim(final Outline outline, final int size,
		final double grow, final double soft)
	{
		final float[] d = DistanceField.signed(outline, size, size, grow + soft)
			.update(null).getCurrentStorageArray();
		for (int i = 0; i < d.length; i++)
			d[i] = smoothStep((float) ((d[i] + grow + soft) / soft));
		return d;
	}

	/** @return 0 up to t = 0, 1 from t = 1 on, smooth between */
	static float smoothStep(final float t) {
		final float c = Math.max(0, Math.min(1, t));
		return c * c * (3 - 2 * c);
	}
}
