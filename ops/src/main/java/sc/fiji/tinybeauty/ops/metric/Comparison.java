package sc.fiji.tinybeauty.ops.metric;

import java.util.Arrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.image.FloatImages;

/** Two pictures of one size and the weights of their pixels. */
final class Comparison {

	final int width;
	final int height;
	final int channels;
	final float[] a;
	final float[] b;

	/** One weight per pixel. */
	final float[] weights;

	/**
	 * @param mask axes X, Y or X, Y, C of which the first channel counts; null for
	 *          weights of 1
	 */
	Comparison(final RandomAccessibleInterval<FloatType> a,
		final RandomAccessibleInterval<FloatType> b,
		final RandomAccessibleInterval<FloatType> mask)
	{
		final long[] size = a.dimensionsAsLongArray();
		if (!Arrays.equals(size, b.dimensionsAsLongArray()))
			throw new IllegalArgumentException("Pictures of different size, " + Arrays
				.toString(size) + " and " + Arrays.toString(b.dimensionsAsLongArray()) +
				", cannot be compared.");
		width = (int) size[0];
		height = (int) size[1];
		channels = size.length > 2 ? (int) size[2] : 1;
		this.a = FloatImages.toArray(a);
		this.b = FloatImages.toArray(b);
		weights = weights(mask);
	}

	private float[] weights(final RandomAccessibleInterval<FloatType> mask) {
		final float[] ones = new float[width * height];
		if (mask == null) {
			Arrays.fill(ones, 1f);
			return ones;
		}
		if (mask.dimension(0) != width || mask.dimension(1) != height)
			throw new IllegalArgumentException("The mask has " + mask.dimension(0) +
				" x " + mask.dimension(1) + " pixels, the pictures " + width + " x " +
				height + ".");
		return Arrays.copyOf(FloatImages.toArray(mask), width * height);
	}
}
