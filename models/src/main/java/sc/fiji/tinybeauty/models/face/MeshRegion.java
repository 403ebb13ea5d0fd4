package sc.fiji.tinybeauty.models.face;

import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.geometry.Similarity;

/**
 * The rotated square in which the mesh network sees a face, its upper edge
 * parallel to the line between the eyes.
 * <p>
 * MediaPipe takes 1.5 times the longer side of the face's box, around its
 * centre. Around boxes of the detector 1.6 times, moved up by 3 % of the box,
 * is nearer to where the landmarks themselves would put the square, and agrees
 * better with hand-drawn lips and eyes.
 * </p>
 *
 * @param cx centre, x
 * @param cy centre, y
 * @param side side length, pixels
 * @param angle rotation, radians, clockwise on screen
 */
record MeshRegion(double cx, double cy, double side, double angle) {

	/** Side of the square over the longer side of the landmarks' box. */
	private static final double LANDMARKS_MARGIN = 1.5;

	/** Side of the square over the longer side of the detector's box. */
	private static final double BOX_MARGIN = 1.6;

	/** Upwards move of the square's centre over the longer side of the box. */
	private static final double BOX_RISE = 0.03;

	/** Outer corners of the eyes. */
	private static final int LEFT_EYE = 33, RIGHT_EYE = 263;

	/** @return the region around a candidate */
	static MeshRegion of(final Candidate c) {
		final double angle = c.angle(), rise = BOX_RISE * c.size();
		return new MeshRegion(c.cx() + rise * Math.sin(angle), c.cy() - rise * Math
			.cos(angle), BOX_MARGIN * c.size(), angle);
	}

	/** @return the region around a face whose landmarks are known */
	static MeshRegion of(final Landmarks face) {
		final double angle = Math.atan2(face.y(RIGHT_EYE) - face.y(LEFT_EYE), face.x(
			RIGHT_EYE) - face.x(LEFT_EYE));
		final Similarity turn = new Similarity(Math.cos(angle), -Math.sin(angle), 0,
			0);
		final double[] b = face.transform(turn).bounds();
		final double x = b[0] + b[2] / 2, y = b[1] + b[3] / 2;
		final Similarity back = turn.inverse();
		return new MeshRegion(back.x(x, y), back.y(x, y), LANDMARKS_MARGIN * Math
			.max(b[2], b[3]), angle);
	}

	/**
	 * @param dx shift, parts of the side
	 * @param dy shift, parts of the side
	 * @param growth change of the side, part of it
	 * @param turn further rotation, radians
	 * @return a region near this one
	 */
	MeshRegion moved(final double dx, final double dy, final double growth,
		final double turn)
	{
		return new MeshRegion(cx + dx * side, cy + dy * side, side * (1 + growth),
			angle + turn);
	}

	/** @return the similarity from a square of {@code size} pixels to the photo */
	Similarity toPhoto(final int size) {
		return Similarity.squareTo(cx, cy, side, angle, size);
	}

	/** @return the square that a detector's box around this face would fill */
	Candidate box(final double score) {
		final double size = side / BOX_MARGIN;
		return new Candidate(score, cx, cy, size, size, new double[0]);
	}

	/** @return the rotation between the two regions, radians, 0..pi */
	double turn(final MeshRegion other) {
		return Math.abs(Math.IEEEremainder(angle - other.angle, 2 * Math.PI));
	}

	/** @return the distance of the centres in units of this region's side */
	double shift(final MeshRegion other) {
		return Math.hypot(cx - other.cx, cy - other.cy) / side;
	}
}
