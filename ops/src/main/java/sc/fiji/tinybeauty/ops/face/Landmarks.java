package sc.fiji.tinybeauty.ops.face;

import sc.fiji.tinybeauty.ops.geometry.Similarity;

/**
 * The 478 landmarks of the MediaPipe face mesh (468 surface points, then five
 * for each iris) in the plane of an image, in its continuous pixel coordinates.
 * "Left" and "right" in this project mean the viewer's.
 */
public final class Landmarks {

	/** Number of landmarks. */
	public static final int COUNT = 478;

	private final float[] xy;

	/**
	 * @param xy x0, y0, x1, y1, ... of the 478 points; copied
	 * @throws IllegalArgumentException if there are not 956 finite numbers
	 */
	public Landmarks(final float[] xy) {
		if (xy.length != 2 * COUNT) throw new IllegalArgumentException(
			"A face mesh has " + COUNT + " points, not " + xy.length / 2.0 + ".");
		for (final float v : xy)
			if (!Float.isFinite(v)) throw new IllegalArgumentException(
				"A landmark is not a finite number.");
		this.xy = xy.clone();
	}

	/** @return x of landmark {@code i} */
	public float x(final int i) {
		return xy[2 * i];
	}

	/** @return y of landmark {@code i} */
	public float y(final int i) {
		return xy[2 * i + 1];
	}

	/** @return a copy of all coordinates, x0, y0, x1, y1, ... */
	public float[] toArray() {
		return xy.clone();
	}

	/** @return these landmarks moved by {@code t} */
	public Landmarks transform(final Similarity t) {
		final float[] moved = new float[xy.length];
		for (int i = 0; i < xy.length; i += 2) {
			moved[i] = (float) t.x(xy[i], xy[i + 1]);
			moved[i + 1] = (float) t.y(xy[i], xy[i + 1]);
		}
		return new Landmarks(moved);
	}

	/**
	 * @param width of the picture, pixels
	 * @return the landmarks of the picture with left and right swapped
	 */
	public Landmarks mirrored(final double width) {
		final float[] swapped = new float[xy.length];
		for (int i = 0; i < COUNT; i++) {
			final int j = counterpart(i);
			swapped[2 * i] = (float) (width - x(j));
			swapped[2 * i + 1] = y(j);
		}
		return new Landmarks(swapped);
	}

	/** Points of one iris: centre, right, top, left, bottom. */
	private static int counterpart(final int i) {
		if (i < CanonicalFrame.POINTS) return CanonicalFrame.mirror(i);
		final int k = (i - CanonicalFrame.POINTS) % 5;
		return (i < CanonicalFrame.POINTS + 5 ? CanonicalFrame.POINTS + 5
			: CanonicalFrame.POINTS) + (k % 2 == 1 ? 4 - k : k);
	}

	/** @return the mean of some landmarks: x, y */
	public double[] mean(final int... indices) {
		double sx = 0, sy = 0;
		for (final int i : indices) {
			sx += x(i);
			sy += y(i);
		}
		return new double[] { sx / indices.length, sy / indices.length };
	}

	/** @return the bounding box of the 468 surface points: x, y, width, height */
	public double[] bounds() {
		double x0 = Double.MAX_VALUE, y0 = x0, x1 = -x0, y1 = -x0;
		for (int i = 0; i < 468; i++) {
			x0 = Math.min(x0, x(i));
			x1 = Math.max(x1, x(i));
			y0 = Math.min(y0, y(i));
			y1 = Math.max(y1, y(i));
		}
		return new double[] { x0, y0, x1 - x0, y1 - y0 };
	}
}
