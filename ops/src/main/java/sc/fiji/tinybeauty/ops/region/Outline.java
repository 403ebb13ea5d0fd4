package sc.fiji.tinybeauty.ops.region;

import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * A line through points of the image plane, in continuous pixel coordinates:
 * closed (a region's border) or open (a lid).
 *
 * @param x x of the points, pixels
 * @param y y of the points, pixels
 * @param closed whether the last point is joined to the first
 */
public record Outline(double[] x, double[] y, boolean closed) {

	/**
	 * @throws IllegalArgumentException if there are fewer than two points or the
	 *           arrays differ in length
	 */
	public Outline {
		if (x.length != y.length || x.length < 2) throw new IllegalArgumentException(
			"An outline needs as many x as y, at least two, not " + x.length +
				" and " + y.length + ".");
	}

	/** @return the line through some landmarks, straight from point to point */
	public static Outline of(final Landmarks face, final boolean closed,
		final int... indices)
	{
		final double[] x = new double[indices.length], y =
			new double[indices.length];
		for (int i = 0; i < indices.length; i++) {
			x[i] = face.x(indices[i]);
			y[i] = face.y(indices[i]);
		}
		return new Outline(x, y, closed);
	}

	/** @return number of points */
	public int size() {
		return x.length;
	}

	/** @return number of straight segments */
	public int segments() {
		return closed ? x.length : x.length - 1;
	}

	/**
	 * Rounds the line by a uniform Catmull-Rom spline (Catmull and Rom, 1974),
	 * which passes through all points.
	 *
	 * @param samples points per segment, at least 1
	 * @return the finer line
	 */
	public Outline smooth(final int samples) {
		final int n = segments();
		final int count = n * samples + (closed ? 0 : 1);
		final double[] sx = new double[count], sy = new double[count];
		for (int i = 0; i < n; i++) {
			for (int k = 0; k < samples; k++) {
				final double t = (double) k / samples;
				sx[i * samples + k] = spline(x, i, t);
				sy[i * samples + k] = spline(y, i, t);
			}
		}
		if (!closed) {
			sx[count - 1] = x[x.length - 1];
			sy[count - 1] = y[y.length - 1];
		}
		return new Outline(sx, sy, closed);
	}

	/** @return this line enlarged by {@code factor} about a point */
	public Outline scale(final double cx, final double cy, final double factor) {
		final double[] sx = new double[x.length], sy = new double[x.length];
		for (int i = 0; i < x.length; i++) {
			sx[i] = cx + factor * (x[i] - cx);
			sy[i] = cy + factor * (y[i] - cy);
		}
		return new Outline(sx, sy, closed);
	}

	/** @return length of the line, pixels */
	public double length() {
		double sum = 0;
		for (int i = 0; i < segments(); i++) {
			final int j = (i + 1) % x.length;
			sum += Math.hypot(x[j] - x[i], y[j] - y[i]);
		}
		return sum;
	}

	/** @return enclosed area of a closed line, square pixels, never negative */
	public double area() {
		double sum = 0;
		for (int i = 0; i < x.length; i++) {
			final int j = (i + 1) % x.length;
			sum += x[i] * y[j] - x[j] * y[i];
		}
		return Math.abs(sum) / 2;
	}

	private double spline(final double[] p, final int i, final double t) {
		final double p0 = point(p, i - 1), p1 = point(p, i), p2 = point(p, i + 1),
				p3 = point(p, i + 2);
		return p1 + 0.5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t *
			(3 * (p1 - p2) + p3 - p0)));
	}

	private double point(final double[] p, final int i) {
		if (closed) return p[Math.floorMod(i, p.length)];
		if (i < 0) return 2 * p[0] - p[1];
		if (i >= p.length) return 2 * p[p.length - 1] - p[p.length - 2];
		return p[i];
	}
}
