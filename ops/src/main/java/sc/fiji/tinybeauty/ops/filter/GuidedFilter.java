package sc.fiji.tinybeauty.ops.filter;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.image.FloatImages;

/**
 * Edge-preserving smoothing: the guided filter with the picture as its own guide
 * (He et al. 2013, "Guided Image Filtering", section 3.3). In every window the
 * result is a linear function of the picture with slope variance / (variance +
 * epsilon): even parts become their mean, edges stay.
 */
public final class GuidedFilter {

	private GuidedFilter() {}

	/**
	 * Smooths every channel by itself.
	 *
	 * @param in axes X, Y and any more
	 * @param radius half width of the windows, pixels
	 * @param epsilon variance below which an edge counts as texture, above 0
	 * @param out receives the smoothed image; same size; may be {@code in}
	 * @throws IllegalArgumentException if the radius is negative, epsilon not
	 *           above 0, or sizes differ
	 */
	public static void smooth(final RandomAccessibleInterval<FloatType> in,
		final int radius, final float epsilon,
		final RandomAccessibleInterval<FloatType> out)
	{
		if (!(epsilon > 0)) throw new IllegalArgumentException(
			"The edge strength of a guided filter is above 0, not " + epsilon + ".");
		PlaneFilter.requireSameSize(in, out);
		final long[] size = in.dimensionsAsLongArray();
		final float[] x = FloatImages.toArray(in), slope = new float[x.length];
		for (int i = 0; i < x.length; i++)
			slope[i] = x[i] * x[i];
		final float[] mean = mean(x.clone(), size, radius);
		mean(slope, size, radius);
		final float[] offset = new float[x.length];
		for (int i = 0; i < x.length; i++) {
			final float variance = Math.max(0, slope[i] - mean[i] * mean[i]);
			slope[i] = variance / (variance + epsilon);
			offset[i] = (1 - slope[i]) * mean[i];
		}
		mean(slope, size, radius);
		mean(offset, size, radius);
		for (int i = 0; i < x.length; i++)
			x[i] = slope[i] * x[i] + offset[i];
		FloatImages.fill(x, out);
	}

	private static float[] mean(final float[] values, final long[] size,
		final int radius)
	{
		final var image = ArrayImgs.floats(values, size);
		Box.blur(image, radius, image);
		return values;
	}
}
