package sc.fiji.tinybeauty.ops.geometry;

/** Bilinear samples of a planar RGB image whose edge goes on outside. */
final class BilinearSampler {

	private final float[] image;
	private final int width;
	private final int height;

	/** @param image three planes of {@code width * height} values, X fastest */
	BilinearSampler(final float[] image, final int width, final int height) {
		this.image = image;
		this.width = width;
		this.height = height;
	}

	/**
	 * Adds a sample at pixel-centre coordinates (0, 0 is the first centre) to
	 * {@code rgb[i]}, {@code rgb[n + i]} and {@code rgb[2 n + i]}.
	 */
	void add(final float x, final float y, final float[] rgb, final int i,
		final int n)
	{
		final float cx = Math.min(width - 1f, Math.max(0f, x));
		final float cy = Math.min(height - 1f, Math.max(0f, y));
		final int x0 = (int) cx, y0 = (int) cy;
		final float fx = cx - x0, fy = cy - y0;
		int p = y0 * width + x0;
		final int right = x0 < width - 1 ? 1 : 0;
		final int down = y0 < height - 1 ? width : 0;
		for (int c = 0, o = i; c < 3; c++, o += n, p += width * height) {
			final float upper = image[p] + fx * (image[p + right] - image[p]);
			final float lower = image[p + down] + fx * (image[p + down + right] -
				image[p + down]);
			rgb[o] += upper + fy * (lower - upper);
		}
	}
}
