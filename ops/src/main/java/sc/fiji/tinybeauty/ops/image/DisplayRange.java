package sc.fiji.tinybeauty.ops.image;

import net.imglib2.type.numeric.RealType;

/**
 * How the values of one channel map to 0..1: linearly from the display range.
 * Not a number counts as {@code min}, here and nowhere else.
 *
 * @param min value shown as 0
 * @param max value shown as 1
 */
record DisplayRange(double min, double max) {

	/**
	 * @throws IllegalArgumentException if the range is empty or not finite
	 */
	DisplayRange {
		if (!Double.isFinite(min) || !Double.isFinite(max) || !(max > min))
			throw new IllegalArgumentException("The display range " + min + " to " +
				max + " is empty; set minimum and maximum first.");
	}

	float toUnit(final double value) {
		return Double.isNaN(value) ? 0f : (float) ((value - min) / (max - min));
	}

	double toValue(final float unit) {
		return Float.isNaN(unit) ? min : min + unit * (max - min);
	}

	/** Sets a pixel, limited and rounded to what its type holds. */
	static void set(final RealType<?> pixel, final double value,
		final boolean whole)
	{
		if (whole) pixel.setReal(Math.rint(Math.min(pixel.getMaxValue(), Math.max(
			pixel.getMinValue(), value))));
		else pixel.setReal(value);
	}
}
