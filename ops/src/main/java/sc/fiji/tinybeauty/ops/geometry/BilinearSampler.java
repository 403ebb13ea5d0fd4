package sc.fiji.tinybeauty.ops.geometry;

import sc.fiji.tinybeauty.ops.image.RgbPlane;

/** Bilinear samples of a planar RGB image whose edge goes on outside. */
final class BilinearSampler {

	/** More than what the positions along a line lose as 32-bit numbers. */
	private static final double ROUNDING = 0.01;

	private final float[] red;
	private final float[] green;
	private final float[] blue;
	private final int width;
	private final int height;

	/** An image of zeros, to be filled by {@link #setRow}. */
	BilinearSampler(final int width, final int height) {
		red = new float[width * height];
		green = new float[width * height];
		blue = new float[width * height];
		this.width = width;
		this.height = height;
	}

	/** A copy of a photograph. */
	static BilinearSampler of(final RgbPlane photo) {
		final int w = photo.width();
		final BilinearSampler sampler = new BilinearSampler(w, photo.height());
		final float[] row = new float[3 * w];
		for (int y = 0; y < photo.height(); y++) {
			photo.read(0, y, w, row);
			sampler.setRow(y, row, w);
		}
		return sampler;
	}

	/** Sets the first {@code n} pixels of a row, laid out by planes. */
	void setRow(final int y, final float[] rgb, final int n) {
		System.arraycopy(rgb, 0, red, y * width, n);
		System.arraycopy(rgb, n, green, y * width, n);
		System.arraycopy(rgb, 2 * n, blue, y * width, n);
	}

	void set(final int x, final int y, final float r, final float g,
		final float b)
	{
		red[y * width + x] = r;
		green[y * width + x] = g;
		blue[y * width + x] = b;
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	/**
	 * Adds a line of samples. Written out by hand: nearly all the time of a
	 * rotated crop is spent here.
	 *
	 * @param x pixel-centre coordinate of the first sample (0 is the first
	 *          centre)
	 * @param y the same in y
	 * @param dx step from sample to sample
	 * @param dy the same in y
	 * @param from first sample wanted
	 * @param to one past the last sample wanted
	 * @param line three planes of {@code n} values
	 * @param n length of the line
	 */
	void addLine(final double x, final double y, final double dx,
		final double dy, final int from, final int to, final float[] line,
		final int n)
	{
		final double lastX = x + (to - 1) * dx, lastY = y + (to - 1) * dy;
		final double firstX = x + from * dx, firstY = y + from * dy;
		final boolean inside = Math.min(firstX, lastX) >= 0 && Math.max(firstX,
			lastX) < width - 1 - ROUNDING && Math.min(firstY, lastY) >= 0 && Math.max(
				firstY, lastY) < height - 1 - ROUNDING;
		if (inside) addInside((float) x, (float) y, (float) dx, (float) dy, from, to,
			line, n);
		else addClamped(x, y, dx, dy, from, to, line, n);
	}

	private void addInside(final float x, final float y, final float dx,
		final float dy, final int from, final int to, final float[] line,
		final int n)
	{
		final float[] r = red, g = green, b = blue;
		final int w = width;
		for (int i = from; i < to; i++) {
			final float cx = x + i * dx, cy = y + i * dy;
			final int x0 = (int) cx, y0 = (int) cy;
			final float fx = cx - x0, fy = cy - y0;
			final int p = y0 * w + x0, s = p + w;
			final float wt = fx * fy, wq = fx - wt, ws = fy - wt, wp = 1 - fx - ws;
			line[i] += wp * r[p] + wq * r[p + 1] + ws * r[s] + wt * r[s + 1];
			line[n + i] += wp * g[p] + wq * g[p + 1] + ws * g[s] + wt * g[s + 1];
			line[2 * n + i] += wp * b[p] + wq * b[p + 1] + ws * b[s] + wt * b[s + 1];
		}
	}

	private void addClamped(final double x, final double y, final double dx,
		final double dy, final int from, final int to, final float[] line,
		final int n)
	{
		final float[] r = red, g = green, b = blue;
		final float maxX = width - 1f, maxY = height - 1f;
		final int w = width;
		for (int i = from; i < to; i++) {
			final float cx = Math.min(maxX, Math.max(0f, (float) (x + i * dx)));
			final float cy = Math.min(maxY, Math.max(0f, (float) (y + i * dy)));
			final int x0 = (int) cx, y0 = (int) cy;
			final float fx = cx - x0, fy = cy - y0;
			final int p = y0 * w + x0;
			final int q = x0 < w - 1 ? p + 1 : p;
			final int down = fy > 0 ? w : 0;
			final int s = p + down, t = q + down;
			final float wt = fx * fy, wq = fx - wt, ws = fy - wt, wp = 1 - fx - ws;
			line[i] += wp * r[p] + wq * r[q] + ws * r[s] + wt * r[t];
			line[n + i] += wp * g[p] + wq * g[q] + ws * g[s] + wt * g[t];
			line[2 * n + i] += wp * b[p] + wq * b[q] + ws * b[s] + wt * b[t];
		}
	}
}
