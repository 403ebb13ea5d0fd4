package sc.fiji.tinybeauty.models.amplify;

import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * A bare face in the framing of {@link sc.fiji.tinybeauty.ops.face.FaceCrop},
 * kept at 8 bits because there are many.
 *
 * @param file what to call it
 * @param tone skin tone group, for balance; any text
 * @param rgb 256 x 256 pixels, interleaved RGB
 * @param landmarks mesh in crop coordinates
 */
public record BareFace(String file, String tone, byte[] rgb,
	Landmarks landmarks)
{

	/** @throws IllegalArgumentException if the picture has another size */
	public BareFace {
		if (rgb.length != 3 * ResidualDiffusion.SIZE * ResidualDiffusion.SIZE)
			throw new IllegalArgumentException("The face " + file +
				" is not of 256 x 256 pixels.");
	}

	/**
	 * @param file what to call it
	 * @param picture planar (X,Y,C), 0..1
	 * @param landmarks mesh in crop coordinates
	 * @return the face, rounded to 8 bits
	 */
	public static BareFace of(final String file, final float[] picture,
		final Landmarks landmarks)
	{
		final int n = picture.length / 3;
		final byte[] rgb = new byte[picture.length];
		for (int i = 0; i < n; i++)
			for (int c = 0; c < 3; c++)
				rgb[3 * i + c] = (byte) Math.round(255 * Math.max(0, Math.min(1,
					picture[c * n + i])));
		return new BareFace(file, "", rgb, landmarks);
	}

	/** @return the picture, planar, 0..1 */
	public float[] picture() {
		final int n = rgb.length / 3;
		final float[] planar = new float[3 * n];
		for (int i = 0; i < n; i++)
			for (int c = 0; c < 3; c++)
				planar[c * n + i] = (rgb[3 * i + c] & 255) / 255f;
		return planar;
	}
}
