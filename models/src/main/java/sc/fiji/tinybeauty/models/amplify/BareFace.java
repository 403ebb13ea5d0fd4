package sc.fiji.tinybeauty.models.amplify;

import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;

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
		return new BareFace(file, "", InterleavedRgb.of(picture), landmarks);
	}

	/** @return the picture, planar, 0..1 */
	public float[] picture() {
		return InterleavedRgb.planar(rgb);
	}
}
