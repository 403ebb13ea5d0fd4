package sc.fiji.tinybeauty.models.amplify;

import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * A retouched pair, of which a handful defines a style: one person bare and made
 * up, in the framing of {@link sc.fiji.tinybeauty.ops.face.FaceCrop}. Two pairs
 * are equal if they hold the same arrays.
 *
 * @param name what to call it
 * @param bare picture without make-up, 256 x 256, planar (X,Y,C), sRGB 0..1; not
 *          to be changed
 * @param made the same picture made up
 * @param landmarks mesh of the bare face in crop coordinates
 */
public record SeedPair(String name, float[] bare, float[] made,
	Landmarks landmarks)
{

	/** @throws IllegalArgumentException if a picture has another size */
	public SeedPair {
		final int n = 3 * ResidualDiffusion.SIZE * ResidualDiffusion.SIZE;
		if (bare.length != n || made.length != n)
			throw new IllegalArgumentException("The seed " + name +
				" needs two pictures of " + ResidualDiffusion.SIZE + " x " +
				ResidualDiffusion.SIZE + " pixels and three channels.");
	}

	/** @return made-up minus bare picture */
	float[] residual() {
		final float[] r = made.clone();
		for (int i = 0; i < r.length; i++)
			r[i] -= bare[i];
		return r;
	}
}
