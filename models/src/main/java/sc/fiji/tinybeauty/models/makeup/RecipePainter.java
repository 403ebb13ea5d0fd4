package sc.fiji.tinybeauty.models.makeup;

import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.recipe.Recipe;
import sc.fiji.tinybeauty.models.recipe.RecipeRenderer;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.image.FloatImages;

/** Make-up of a recipe, painted on the processor. */
final class RecipePainter implements CropPainter {

	private final Recipe recipe;

	RecipePainter(final Recipe recipe) {
		this.recipe = recipe;
	}

	@Override
	public String name() {
		return recipe.name();
	}

	@Override
	public String device() {
		return "cpu";
	}

	@Override
	public void warmUp() {
		// nothing is loaded
	}

	@Override
	public List<Img<FloatType>> residuals(final List<Img<FloatType>> crops,
		final List<Landmarks> landmarks)
	{
		return IntStream.range(0, crops.size()).parallel().mapToObj(i -> residual(
			crops.get(i), landmarks.get(i))).toList();
	}

	private Img<FloatType> residual(final Img<FloatType> crop,
		final Landmarks face)
	{
		final long[] size = crop.dimensionsAsLongArray();
		final float[] bare = FloatImages.toArray(crop);
		final float[] added = new float[bare.length];
		RecipeRenderer.render(ArrayImgs.floats(bare, size), face, recipe, ArrayImgs
			.floats(added, size));
		for (int i = 0; i < added.length; i++)
			added[i] -= bare[i];
		return ArrayImgs.floats(added, size);
	}

	@Override
	public void close() {
		// nothing is open
	}
}
