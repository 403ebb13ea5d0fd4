package sc.fiji.tinybeauty.models.pairs;

/**
 * The pictures of one pair. Pixels are 8-bit sRGB, interleaved (r, g, b of pixel
 * 0, of pixel 1, ...), row by row.
 *
 * @param width pixels
 * @param height pixels
 * @param bare without make-up, {@code 3 * width * height} bytes
 * @param made with make-up, as many
 * @param masks M_lips, M_eyes, M_face as r, g, b, 0..255, as many; empty if
 *          unknown
 */
public record PairPictures(int width, int height, byte[] bare, byte[] made,
	byte[] masks)
{

	/** @throws IllegalArgumentException if an array has another length */
	public PairPictures {
		final int n = 3 * width * height;
		if (width < 1 || height < 1 || bare.length != n || made.length != n ||
			masks.length != 0 && masks.length != n)
			throw new IllegalArgumentException("The pictures of a pair do not have " +
				width + " x " + height + " RGB pixels each; crop both in the same way.");
	}

	/** @return the bare picture, axes X, Y, C in memory, 0..1 */
	public float[] barePlanar() {
		return planar(bare);
	}

	/** @return the made-up picture, axes X, Y, C in memory, 0..1 */
	public float[] madePlanar() {
		return planar(made);
	}

	/**
	 * @param rgb interleaved pixels
	 * @return the same as planes, 0..1
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
	public static byte[] interleaved(final float[] planar) {
		final int n = planar.length / 3;
		final byte[] rgb = new byte[planar.length];
		for (int i = 0; i < n; i++)
			for (int c = 0; c < 3; c++)
				rgb[3 * i + c] = (byte) Math.round(255 * Math.max(0, Math.min(1,
					planar[c * n + i])));
		return rgb;
	}
}
