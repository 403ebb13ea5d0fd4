package sc.fiji.tinybeauty.ops.face;

/**
 * Which landmark of the MediaPipe mesh is what: closed outlines in drawing
 * order. Left and right are the viewer's.
 */
public final class FaceMesh478 {

	private static final int[] LIPS_OUTER = { 61, 146, 91, 181, 84, 17, 314, 405,
		321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185 };
	private static final int[] LIPS_INNER = { 78, 95, 88, 178, 87, 14, 317, 402,
		318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191 };
	private static final int[] LEFT_EYE = { 33, 7, 163, 144, 145, 153, 154, 155,
		133, 173, 157, 158, 159, 160, 161, 246 };
	private static final int[] RIGHT_EYE = { 263, 249, 390, 373, 374, 380, 381,
		382, 362, 398, 384, 385, 386, 387, 388, 466 };
	private static final int[] LEFT_BROW = { 70, 63, 105, 66, 107, 55, 65, 52, 53,
		46 };
	private static final int[] RIGHT_BROW = { 300, 293, 334, 296, 336, 285, 295,
		282, 283, 276 };
	private static final int[] FACE_OVAL = { 10, 338, 297, 332, 284, 251, 389, 356,
		454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150,
		136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109 };

	private FaceMesh478() {}

	/** @return outer outline of the lips, from the left corner along the lower lip */
	public static int[] lipsOuter() {
		return LIPS_OUTER.clone();
	}

	/** @return inner outline of the lips, same order */
	public static int[] lipsInner() {
		return LIPS_INNER.clone();
	}

	/** @return the eye at the image's left, outer corner first, lower lid first */
	public static int[] leftEye() {
		return LEFT_EYE.clone();
	}

	/** @return the eye at the image's right, outer corner first, lower lid first */
	public static int[] rightEye() {
		return RIGHT_EYE.clone();
	}

	/** @return the brow at the image's left */
	public static int[] leftBrow() {
		return LEFT_BROW.clone();
	}

	/** @return the brow at the image's right */
	public static int[] rightBrow() {
		return RIGHT_BROW.clone();
	}

	/** @return the face oval, which ends in the middle of the forehead */
	public static int[] faceOval() {
		return FACE_OVAL.clone();
	}
}
