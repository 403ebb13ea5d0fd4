package sc.fiji.tinybeauty.ops.geometry;

import java.util.Arrays;

/**
 * The pixels of a photograph whose centres lie inside a rotated crop, by rows.
 */
public final class Footprint {

	private final Similarity photoToCrop;
	private final double cropWidth;
	private final double cropHeight;
	private final int left;
	private final int right;
	private final int top;
	private final int bottom;

	/**
	 * @param cropToPhoto from continuous crop to photograph coordinates
	 * @param cropWidth width of the crop in its own pixels
	 * @param cropHeight height of the crop in its own pixels
	 * @param photoWidth width of the photograph
	 * @param photoHeight height of the photograph
	 */
	public Footprint(final Similarity cropToPhoto, final int cropWidth,
		final int cropHeight, final int photoWidth, final int photoHeight)
	{
		photoToCrop = cropToPhoto.inverse();
		this.cropWidth = cropWidth;
		this.cropHeight = cropHeight;
		final double[] xs = new double[4], ys = new double[4];
		for (int i = 0; i < 4; i++) {
			final double x = (i & 1) * cropWidth, y = (i >> 1) * cropHeight;
			xs[i] = cropToPhoto.x(x, y);
			ys[i] = cropToPhoto.y(x, y);
		}
		Arrays.sort(xs);
		Arrays.sort(ys);
		left = limit(Math.floor(xs[0]), photoWidth);
		right = limit(Math.ceil(xs[3]), photoWidth);
		top = limit(Math.floor(ys[0]), photoHeight);
		bottom = limit(Math.ceil(ys[3]), photoHeight);
	}

	private static int limit(final double v, final int size) {
		return (int) Math.min(size, Math.max(0, v));
	}

	/** @return first column of the bounding box */
	public int left() {
		return left;
	}

	/** @return one past the last column of the bounding box */
	public int right() {
		return right;
	}

	/** @return first row */
	public int top() {
		return top;
	}

	/** @return one past the last row */
	public int bottom() {
		return bottom;
	}

	/** @return width of the bounding box, 0 if the crop misses the photograph */
	public int width() {
		return right - left;
	}

	/** @return height of the bounding box */
	public int height() {
		return bottom - top;
	}

	/** @return first column inside the crop in row {@code y} */
	public int from(final int y) {
		return (int) Math.min(right, Math.max(left, Math.ceil(span(y)[0] - 0.5)));
	}

	/** @return one past the last column inside the crop in row {@code y} */
	public int to(final int y) {
		return Math.max(from(y), (int) Math.min(right, Math.max(left, Math.ceil(
			span(y)[1] - 0.5))));
	}

	/** Where the line through the centres of row y is inside: lower, upper x. */
	private double[] span(final int y) {
		final double u0 = photoToCrop.x(0, y + 0.5), v0 = photoToCrop.y(0, y + 0.5);
		final double[] u = within(u0, photoToCrop.a(), cropWidth);
		final double[] v = within(v0, photoToCrop.b(), cropHeight);
		return new double[] { Math.max(u[0], v[0]), Math.min(u[1], v[1]) };
	}

	/** The x with 0 <= start + slope * x < size. */
	private static double[] within(final double start, final double slope,
		final double size)
	{
		if (Math.abs(slope) < 1e-12) return start >= 0 && start < size
			? new double[] { Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY }
			: new double[] { Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY };
		final double p = -start / slope, q = (size - start) / slope;
		return new double[] { Math.min(p, q), Math.max(p, q) };
	}
}
