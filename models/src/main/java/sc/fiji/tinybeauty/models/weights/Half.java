package sc.fiji.tinybeauty.models.weights;

/** IEEE 754 numbers of 16 bits, which Java 17 cannot convert itself. */
public final class Half {

	/** Largest finite value. */
	static final float MAX = 65504;

	private Half() {}

	/**
	 * @param half the bits of a number
	 * @return its value, exactly
	 */
	public static float toFloat(final short half) {
		final int sign = (half & 0x8000) << 16;
		final int exponent = half >> 10 & 31;
		final int fraction = half & 0x3ff;
		if (exponent == 0) return Math.scalb((float) fraction, -24) * (sign == 0 ? 1
			: -1);
		if (exponent == 31) return Float.intBitsToFloat(sign | 0x7f800000 |
			fraction << 13);
		return Float.intBitsToFloat(sign | exponent + 112 << 23 | fraction << 13);
	}

	/** Rounds to nearest, ties to even; values beyond {@link #MAX} overflow. */
	static short fromFloat(final float value) {
		final int bits = Float.floatToRawIntBits(value);
		final int sign = bits >>> 16 & 0x8000;
		final float magnitude = Math.abs(value);
		if (!(magnitude <= Float.MAX_VALUE)) return (short) (sign | 0x7c00 | (Float
			.isNaN(value) ? 0x200 : 0));
		if (magnitude < 0x1p-14f) return (short) (sign | (int) Math.rint(
			magnitude * 0x1p24));
		final int rounded = (bits & 0x7fffffff) + 0xfff + (bits >> 13 & 1);
		return (short) (sign | Math.min(rounded - (112 << 23) >> 13, 0x7c00));
	}
}
