package sc.fiji.tinybeauty.models.evaluate;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** The pictures of one file: one, or the frames of a stack. */
public interface Frames {

	/** @return number of pictures */
	int size();

	/**
	 * @param i 0..size-1
	 * @return the picture, axes X, Y, C (red, green, blue), sRGB-encoded, 0..1
	 */
	RandomAccessibleInterval<FloatType> get(int i);
}
