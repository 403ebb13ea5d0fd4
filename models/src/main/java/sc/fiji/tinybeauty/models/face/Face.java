package sc.fiji.tinybeauty.models.face;

import java.util.Objects;

import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * A face found in a photograph.
 *
 * @param landmarks the 478 landmarks, photograph coordinates
 * @param x left edge of the box around the landmarks, pixels
 * @param y upper edge of the box, pixels
 * @param w width of the box, pixels; may reach beyond the photograph
 * @param h height of the box, pixels
 * @param confidence how sure the finder is, 0..1
 */
public record Face(Landmarks landmarks, double x, double y, double w, double h,
	double confidence)
{

	/**
	 * @throws IllegalArgumentException if the box is empty or the confidence is
	 *           outside 0..1
	 */
	public Face {
		Objects.requireNonNull(landmarks, "landmarks");
		if (!(w > 0 && h > 0)) throw new IllegalArgumentException(
			"A face needs a box of positive size, not " + w + " x " + h + ".");
		if (!(confidence >= 0 && confidence <= 1))
			throw new IllegalArgumentException("A confidence lies in 0..1, not at " +
				confidence + ".");
	}

	/**
	 * @param landmarks photograph coordinates
	 * @param confidence 0..1
	 * @return the face whose box is the bounding box of its landmarks
	 */
	public static Face of(final Landmarks landmarks, final double confidence) {
		final double[] b = landmarks.bounds();
		return new Face(landmarks, b[0], b[1], b[2], b[3], confidence);
	}

	/** @return the longer side of the box, pixels */
	public double size() {
		return Math.max(w, h);
	}
}
