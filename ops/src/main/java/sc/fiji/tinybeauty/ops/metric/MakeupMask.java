package sc.fiji.tinybeauty.ops.metric;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Where a picture was made up: where the largest channel difference of two
 * pictures exceeds {@value #THRESHOLD} of full scale.
 */
public final class MakeupMask {

	/** Largest channel difference that still counts as untouched, 0..1. */
	public static final float THRESHOLD = 0.04f;

	private MakeupMask() {}

	/**
	 * @param bare a picture without make-up, axes X, Y and perhaps C, 0..1
	 * @param made the same picture with make-up
	 * @return 1 where made up, else 0, axes X, Y
	 * @throws IllegalArgumentException if the sizes differ
	 */
	public static ArrayImg<FloatType, FloatArray> inside(
		final RandomAccessibleInterval<FloatType> bare,
		final RandomAccessibleInterval<FloatType> made)
	{
		return mask(bare, made, 1, 0);
	}

	/**
	 * @param bare a picture without make-up, axes X, Y and perhaps C, 0..1
	 * @param made the same picture with make-up
	 * @return 0 where made up, else 1, axes X, Y
	 * @throws IllegalArgumentException if the sizes differ
	 */
	public static ArrayImg<FloatType, FloatArray> outside(
		final RandomAccessibleInterval<FloatType> bare,
		final RandomAccessibleInterval<FloatType> made)
	{
		return mask(bare, made, 0, 1);
	}

	private static ArrayImg<FloatType, FloatArray> mask(
		final RandomAccessibleInterval<FloatType> bare,
		final RandomAccessibleInterval<FloatType> made, final float inside,
		final float outside)
	{
		final Comparison pair = new Comparison(bare, made, null);
		final float[] mask = pair.weights;
		for (int i = 0; i < mask.length; i++) {
			float largest = 0;
			for (int k = i; k < pair.a.length; k += mask.length)
				largest = Math.max(largest, Math.abs(pair.b[k] - pair.a[k]));
			mask[i] = largest > THRESHOLD ? inside : outside;
		}
		return ArrayImgs.floats(mask, pair.width, pair.height);
	}
}
