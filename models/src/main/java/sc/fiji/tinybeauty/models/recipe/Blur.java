package sc.fiji.tinybeauty.models.recipe;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.filter.Box;
import sc.fiji.tinybeauty.ops.filter.Gaussian;

/**
 * Gaussian blur of planes, by three box filters where it is wide; borders are
 * repeated.
 */
final class Blur {

	private Blur() {}

	/** @return the blurred copy of a plane of {@code width} columns */
	static float[] gauss(final float[] plane, final int width,
		final double sigma)
	{
		final float[] blurred = plane.clone();
		final ArrayImg<FloatType, FloatArray> image = ArrayImgs.floats(blurred, width,
			plane.length / width);
		final int radius = (int) Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) /
			2);
		if (radius < 1) Gaussian.blur(image, sigma, image);
		else for (int k = 0; k < 3; k++)
			Box.blur(image, radius, image);
		return blurred;
	}

	/** Weighted mean around each pixel: blur(v w) / blur(w). */
	static float[] normalised(final float[] plane, final float[] weight,
		final float[] blurredWeight, final float fallback, final int width,
		final double sigma)
	{
		final float[] p = new float[plane.length];
		for (int i = 0; i < p.length; i++)
			p[i] = (plane[i] - fallback) * weight[i];
		final float[] q = gauss(p, width, sigma);
		for (int i = 0; i < q.length; i++)
			q[i] = fallback + q[i] / (blurredWeight[i] + 1e-3f);
		return q;
	}
}
