package sc.fiji.tinybeauty.models.face;

import net.imglib2.Interval;

import sc.fiji.tinybeauty.ops.image.RgbPlane;

/**
 * The rectangle in which faces are searched, photograph pixels.
 *
 * @param x left edge
 * @param y upper edge
 * @param w width
 * @param h height
 */
record SearchArea(double x, double y, double w, double h) {

	/**
	 * @param photo the photograph
	 * @param roi where to look, or null for everywhere
	 * @param context what is added on each side of the region, in its size
	 * @return the part of the photograph to search; null if they do not overlap
	 */
	static SearchArea of(final RgbPlane photo, final Interval roi,
		final double context)
	{
		if (roi == null) return new SearchArea(0, 0, photo.width(), photo.height());
		if (roi.numDimensions() < 2) throw new IllegalArgumentException(
			"A region of interest needs two axes.");
		if (roi.min(0) >= photo.width() || roi.min(1) >= photo.height() || roi.max(
			0) < 0 || roi.max(1) < 0 || roi.max(0) < roi.min(0) || roi.max(1) < roi.min(
				1)) return null;
		final double mx = context * roi.dimension(0), my = context * roi.dimension(
			1);
		final double x0 = Math.max(0, roi.min(0) - mx), y0 = Math.max(0, roi.min(
			1) - my);
		return new SearchArea(x0, y0, Math.min(photo.width(), roi.max(0) + 1 + mx) -
			x0, Math.min(photo.height(), roi.max(1) + 1 + my) - y0);
	}
}
