package sc.fiji.tinybeauty.ops.color;

/** The transfer curve of sRGB, IEC 61966-2-1. */
public final class Srgb {

	private Srgb() {}

	/**
	 * @param encoded sRGB-encoded value, 0..1
	 * @return linear light, 0..1
	 */
	public static double toLinear(final double encoded) {
		return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) /
			1.055, 2.4);
	}

	/**
	 * @param linear linear light, 0..1
	 * @return sRGB-encoded value, 0..1
	 */
	public static double fromLinear(final double linear) {
		return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 /
			2.4) - 0.055;
	}
}
