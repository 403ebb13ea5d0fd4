package sc.fiji.tinybeauty.models.face;

import sc.fiji.tinybeauty.ops.geometry.Similarity;

/**
 * What the detector says about one place: perhaps a face.
 *
 * @param score 0..1
 * @param cx centre of the box, x
 * @param cy centre of the box, y
 * @param w width of the box, in the frame in which the face was searched
 * @param h height of the box
 * @param points x, y of six points: eye at the image's left, eye at the image's
 *          right, tip of the nose, mouth, ear at the left, ear at the right
 */
record Candidate(double score, double cx, double cy, double w, double h,
	double[] points)
{

	/** Number of values that describe a box: centre, size and six points. */
	static final int VALUES = 16;

	/** @return the longer side of the box */
	double size() {
		return Math.max(w, h);
	}

	/** @return the angle of the line between the eyes, radians, clockwise */
	double angle() {
		return Math.atan2(points[3] - points[1], points[2] - points[0]);
	}

	/** @return this candidate in the coordinates that {@code t} leads to */
	Candidate transform(final Similarity t) {
		final double[] moved = new double[points.length];
		for (int i = 0; i < points.length; i += 2) {
			moved[i] = t.x(points[i], points[i + 1]);
			moved[i + 1] = t.y(points[i], points[i + 1]);
		}
		final double s = t.scale();
		return new Candidate(score, t.x(cx, cy), t.y(cx, cy), s * w, s * h, moved);
	}

	/** @return area of the intersection over area of the union, 0..1 */
	double overlap(final Candidate o) {
		final double iw = Math.min(cx + w / 2, o.cx + o.w / 2) - Math.max(cx - w / 2,
			o.cx - o.w / 2);
		final double ih = Math.min(cy + h / 2, o.cy + o.h / 2) - Math.max(cy - h / 2,
			o.cy - o.h / 2);
		if (iw <= 0 || ih <= 0) return 0;
		return iw * ih / (w * h + o.w * o.h - iw * ih);
	}

	/** @return false for boxes that no face can have */
	boolean isPlausible() {
		boolean finite = Double.isFinite(cx + cy) && w > 1 && h > 1 && w < 1e6 &&
			h < 1e6;
		for (final double p : points)
			finite &= Double.isFinite(p);
		return finite;
	}
}
