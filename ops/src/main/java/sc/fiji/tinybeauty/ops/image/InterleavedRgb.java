package sc.fiji.tinybeauty.ops.image;

/** Pictures of 8 bits as files hold them: r, g, b of pixel 0, of pixel 1, ... */
public final class InterleavedRgb {

	private InterleavedRgb() {}

	/**
	 * @param rgb interleaved pixels
	 * @return the same as planes, axes X, Y, C in memory, 0..1
	 */
	public static float[] planar(final byte[] rgb) {
		final int n = rgb.length / 3;
		final float[] planar = new float[rgb.length];
		for (int i = 0; i < n; i++)
			for (int c = 0; c < 3; c++)
				planar[c * n + i] = (rgb[3 * i + c] & 255) / 255f;
		return planar;
	}

	/**
	 * @param planar three planes, 0..1; values beyond are cut off
	 * @return the same as interleaved pixels of 8 bits, rounded
	 */
	public static byte[] of(final float[] planar) {
		final int n = planar.length / 3;
		final byte[] rgb = new byte[planar.length];
		for (int i = 0; i < n; i++)
			for (int c = 0; c < 3; c++)
				rgb[3 * i + c] = (byte) Math.round(255 * Math.max(0, Math.min(1,
					planar[c * n + i])));
		return rgb;
	}
}
