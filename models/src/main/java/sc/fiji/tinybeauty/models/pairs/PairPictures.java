package sc.fiji.tinybeauty.models.pairs;

import sc.fiji.tinybeauty.ops.image.InterleavedRgb;

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
		return InterleavedRgb.planar(bare);
	}

	/** @return the made-up picture, axes X, Y, C in memory, 0..1 */
	public float[] madePlanar() {
		return InterleavedRgb.planar(made);
	}
}
