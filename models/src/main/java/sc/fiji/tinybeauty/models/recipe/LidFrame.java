package sc.fiji.tinybeauty.models.recipe;

import sc.fiji.tinybeauty.ops.region.Outline;

/**
 * Coordinates of one eye: s along a lid, from 0 at the outer to 1 at the inner
 * corner, and h, the height above it.
 */
final class LidFrame {

	private static final int[][] UPPER = { { 33, 246, 161, 160, 159, 158, 157, 173,
		133 }, { 263, 466, 388, 387, 386, 385, 384, 398, 362 } };
	private static final int[][] LOWER = { { 33, 7, 163, 144, 145, 153, 154, 155,
		133 }, { 263, 249, 390, 373, 374, 380, 381, 382, 362 } };
	private static final int[][] BROW = { { 46, 53, 52, 65, 55 }, { 276, 283, 282,
		295, 285 } };

	/** Width of the eye, corner to corner, pixels. */
	final double width;
	/** Outer corner, and unit vectors outwards and upwards. */
	final double x, y, outX, outY, upX, upY;
	/** Lids from the outer to the inner corner. */
	final Outline upper, lower;
	final boolean left;
	private final Outline brow;

	LidFrame(final FaceCanvas c, final boolean left) {
		this.left = left;
		final int side = left ? 0 : 1;
		upper = Outline.of(c.face, false, UPPER[side]).smooth(4);
		lower = Outline.of(c.face, false, LOWER[side]).smooth(4);
		brow = Outline.of(c.face, false, BROW[side]).smooth(4);
		x = upper.x()[0];
		y = upper.y()[0];
		final double ix = upper.x()[upper.size() - 1], iy = upper.y()[upper.size() -
			1];
		width = Math.max(1e-3, Math.hypot(x - ix, y - iy));
		outX = (x - ix) / width;
		outY = (y - iy) / width;
		upX = left ? -outY : outY;
		upY = left ? outX : -outX;
	}

	/** @return how far outwards of the outer corner, eye widths */
	double out(final double px, final double py) {
		return ((px - x) * outX + (py - y) * outY) / width;
	}

	/** @return height above the outer corner, eye widths */
	double up(final double px, final double py) {
		return ((px - x) * upX + (py - y) * upY) / width;
	}

	/** @return height of the open eye in its widths */
	double openness() {
		final double[] top = point(upper, 0.5), bottom = point(lower, 0.5);
		return Math.hypot(top[0] - bottom[0], top[1] - bottom[1]) / width;
	}

	/** @return the point at (outwards, upwards) of the outer corner, eye widths */
	double[] at(final double out, final double up) {
		return new double[] { x + width * (out * outX + up * upX), y + width * (out *
			outY + up * upY) };
	}

	/** @return the upper lid, prolonged past the outer corner */
	Outline upperWithWing(final double length, final double degrees) {
		final double r = Math.toRadians(degrees);
		final double[] tip = at(length * Math.cos(r), length * Math.sin(r));
		final int n = upper.size(), extra = 6;
		final double[] px = new double[n + extra], py = new double[n + extra];
		for (int i = 0; i < extra; i++) {
			final double t = 1 - (double) i / extra;
			px[i] = x + t * (tip[0] - x);
			py[i] = y + t * (tip[1] - y);
		}
		System.arraycopy(upper.x(), 0, px, extra, n);
		System.arraycopy(upper.y(), 0, py, extra, n);
		return new Outline(px, py, false);
	}

	/** @return height of the brow's lower edge above the upper lid at s, pixels */
	double browHeight(final double s) {
		final double[] lid = point(upper, Math.max(0, Math.min(1, s)));
		final double[] edge = point(brow, Math.max(0, Math.min(1, 0.15 + 0.7 * s)));
		return Math.max(0.25 * width, (edge[0] - lid[0]) * upX + (edge[1] - lid[1]) *
			upY);
	}

	/** @return the point at part s of a line's points */
	static double[] point(final Outline line, final double s) {
		final double f = s * (line.size() - 1);
		final int i = (int) Math.min(line.size() - 2.0, f);
		return new double[] { line.x()[i] + (f - i) * (line.x()[i + 1] -
			line.x()[i]), line.y()[i] + (f - i) * (line.y()[i + 1] - line.y()[i]) };
	}

	/** Nearest place on a lid: s along it and signed distance above it. */
	static final class Place {

		/** -1 .. 0 beyond the outer corner on a prolonged lid. */
		double s;
		/** Pixels, positive on the side of the brow. */
		double h;

		void find(final LidFrame f, final Outline line, final int extra,
			final double px, final double py)
		{
			double best = Double.MAX_VALUE;
			final double[] lx = line.x(), ly = line.y();
			final int last = lx.length - 1;
			for (int i = 0; i < last; i++) {
				final double vx = lx[i + 1] - lx[i], vy = ly[i + 1] - ly[i];
				final double qx = px - lx[i], qy = py - ly[i];
				final double vv = Math.max(1e-12, vx * vx + vy * vy);
				final double t = Math.min(1, Math.max(0, (qx * vx + qy * vy) / vv));
				final double ex = qx - t * vx, ey = qy - t * vy, d = ex * ex + ey * ey;
				if (d >= best) continue;
				best = d;
				final double cross = vx * qy - vy * qx;
				h = Math.sqrt(d) * ((f.left ? cross < 0 : cross > 0) ? 1 : -1);
				s = i < extra ? -1 + (i + t) / extra : (i - extra + t) / (last - extra);
			}
		}
	}
}
