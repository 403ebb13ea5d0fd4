package sc.fiji.tinybeauty.models.face.convert;

/** Half-precision numbers of IEEE 754 (the JDK has them from release 20 on). */
final class Half {

	private Half() {}

	/** @return the value of the number with these bits, exactly */
	static float toFloat(final short bits) {
		final int exponent = bits >> 10 & 0x1f, fraction = bits & 0x3ff;
		final float sign = bits < 0 ? -1 : 1;
		if (exponent == 0) return sign * fraction * 0x1p-24f;
		if (exponent == 0x1f) return fraction == 0 ? sign * Float.POSITIVE_INFINITY
			: Float.NaN;
		return Float.intBitsToFloat((bits & 0x8000) << 16 | exponent + 112 << 23 |
			fraction << 13);
	}
}
