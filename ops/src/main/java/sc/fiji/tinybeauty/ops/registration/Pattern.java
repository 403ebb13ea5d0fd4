package sc.fiji.tinybeauty.ops.registration;

import net.imglib2.img.array.ArrayImgs;

import sc.fiji.tinybeauty.ops.filter.Gaussian;
import sc.fiji.tinybeauty.ops.image.Luma;

/**
 * The fine pattern of a picture: luma without its slow changes, divided by its
 * local strength, so that neither exposure nor the colour of make-up counts.
 */
final class Pattern {

	/** Slower changes than this, pixels, are taken out. */
	private static final double BAND = 3;
	private static final double NEIGHBOURHOOD = 8;
	/** Strength of noise, of 1, that is not blown up. */
	private static final float NOISE = 0.01f;

	final int width;
	final int height;
	final float[] values;

	private Pattern(final int width, final int height, final float[] values) {
		this.width = width;
		this.height = height;
		this.values = values;
	}

	/**
	 * @param rgb planes of red, green and blue, 0..1
	 * @return luma
	 */
	static float[] luma(final float[] rgb) {
		final int n = rgb.length / 3;
		final float[] luma = new float[n];
		for (int i = 0; i < n; i++)
			luma[i] = Luma.of(rgb[i], rgb[n + i], rgb[2 * n + i]);
		return luma;
	}

	/** @return the pattern of a luma picture */
	static Pattern of(final float[] luma, final int width, final int height) {
		final float[] values = blurred(luma, BAND, width, height);
		final float[] squares = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = luma[i] - values[i];
			squares[i] = values[i] * values[i];
		}
		final float[] strength = blurred(squares, NEIGHBOURHOOD, width, height);
		for (int i = 0; i < values.length; i++)
			values[i] /= (float) Math.sqrt(Math.max(0, strength[i])) + NOISE;
		return new Pattern(width, height, values);
	}

	private static float[] blurred(final float[] plane, final double sigma,
		final int width, final int height)
	{
		final float[] blurred = new float[plane.length];
		Gaussian.blur(ArrayImgs.floats(plane, width, height), sigma, ArrayImgs
			.floats(blurred, width, height));
		return blurred;
	}

	/** @return a plane of half the size, means of 2 x 2 pixels */
	static float[] half(final float[] plane, final int width,
		final int height)
	{
		final int w = width / 2, h = height / 2;
		final float[] small = new float[w * h];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++) {
				final int i = 2 * y * width + 2 * x;
				small[y * w + x] = (plane[i] + plane[i + 1] + plane[i + width] + plane[i +
					width + 1]) / 4;
			}
		return small;
	}

	/** @return the value at a place, bilinear; NaN outside */
	float at(final double x, final double y) {
		final double fx = x - 0.5, fy = y - 0.5;
		if (!(fx >= 0 && fy >= 0 && fx < width - 1 && fy < height - 1))
			return Float.NaN;
		final int ix = (int) fx, iy = (int) fy;
		final float dx = (float) (fx - ix), dy = (float) (fy - iy);
		final int i = iy * width + ix;
		final float top = values[i] + dx * (values[i + 1] - values[i]);
		final float low = values[i + width] + dx * (values[i + width + 1] -
			values[i + width]);
		return top + dy * (low - top);
	}
}
