package sc.fiji.tinybeauty.models.recipe;

import java.util.Arrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * Puts the make-up of a recipe on a face, so that bare and made-up picture
 * agree pixel by pixel. Colours are mixed in OKLab as pigment over the skin's
 * own texture; lengths are relative to the face; what does not look like skin
 * stays free. The same input gives the same output.
 */
public final class RecipeRenderer {

	private RecipeRenderer() {}

	/**
	 * Renders a recipe.
	 *
	 * @param bare the picture, axes X,Y,C, sRGB-encoded 0..1, C = red, green, blue
	 * @param landmarks landmarks of the face in the picture's pixel coordinates
	 * @param recipe what to put on
	 * @param made receives the result, same size; pixels that no layer touches hold
	 *          exactly what {@code bare} holds
	 * @throws IllegalArgumentException if the pictures are not of equal size with
	 *           three channels, or the landmarks lie outside
	 */
	public static void render(final RandomAccessibleInterval<FloatType> bare,
		final Landmarks landmarks, final Recipe recipe,
		final RandomAccessibleInterval<FloatType> made)
	{
		render(bare, landmarks, recipe, true, made);
	}

	/**
	 * Renders a recipe, over hair, hands and glasses too if wanted.
	 *
	 * @param bare the picture, as above
	 * @param landmarks landmarks of the face
	 * @param recipe what to put on
	 * @param heedOcclusion whether what does not look like skin stays free; lips
	 *          find their own border either way
	 * @param made receives the result
	 * @throws IllegalArgumentException as above
	 */
	public static void render(final RandomAccessibleInterval<FloatType> bare,
		final Landmarks landmarks, final Recipe recipe,
		final boolean heedOcclusion, final RandomAccessibleInterval<FloatType> made)
	{
		if (bare.numDimensions() != 3 || bare.dimension(2) != 3 || !Arrays
			.equals(bare.dimensionsAsLongArray(), made.dimensionsAsLongArray())) throw new IllegalArgumentException(
				"A recipe needs a picture with axes X, Y and three channels, and a result of the same size.");
		final FaceCanvas canvas = new FaceCanvas(bare, landmarks, heedOcclusion);
		for (final Layer layer : recipe.layers()) {
			canvas.multiply = layer.number("multiply");
			canvas.tint = layer.number("tint");
			if (layer.opacity() > 0) Painter.of(layer.type()).paint(canvas, layer);
		}
		canvas.write(made);
	}
}
