package sc.fiji.tinybeauty.models.amplify;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import net.imglib2.img.array.ArrayImgs;

import sc.fiji.tinybeauty.models.recipe.RecipeRenderer;

/**
 * Several people with the same random look. Each is once the target, with 1 to 5
 * of the others as exemplars: so one rendered face costs one training sample.
 */
final class PriorGroup {

	/** People in a group. */
	static final int FACES = 6;

	private static final int N = ResidualDiffusion.SIZE;

	private final List<BareFace> faces;
	private final List<ExemplarAlignment.Exemplar> made = new ArrayList<>();

	/**
	 * @param faces people
	 * @param look their make-up
	 */
	PriorGroup(final List<BareFace> faces,
		final RandomRecipes.Look look)
	{
		this.faces = faces;
		for (final BareFace face : faces) {
			final float[] bare = face.picture(), result = bare.clone();
			RecipeRenderer.render(ArrayImgs.floats(bare, N, N, 3), face.landmarks(),
				look.recipe(), look.heedsOcclusion(), ArrayImgs.floats(result, N, N, 3));
			for (int i = 0; i < result.length; i++)
				result[i] -= bare[i];
			made.add(new ExemplarAlignment.Exemplar(ExemplarAlignment.Maps.of(face
				.landmarks()), bare, result));
		}
	}

	/** @return a training group, which depends on the seed alone */
	static PriorGroup training(final PriorFaces faces, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		return new PriorGroup(faces.draw(random, FACES), RandomRecipes.training(random
			.nextLong()));
	}

	/** @return the picture of face {@code i} and its true residual */
	ExemplarAlignment.Exemplar truth(final int i) {
		return made.get(i);
	}

	/** @return condition of target {@code i} with {@code k} others drawn */
	float[] condition(final int i, final int k, final SplittableRandom random) {
		final List<ExemplarAlignment.Exemplar> others = new ArrayList<>(made);
		final ExemplarAlignment.Exemplar target = others.remove(i);
		while (others.size() > k)
			others.remove(random.nextInt(others.size()));
		return Guidance.of(target.bare(), target.maps(), Guidance.regions(faces.get(i)
			.landmarks()), others);
	}

	/** @return a sample with face {@code i} as target and {@code k} exemplars */
	PriorSample sample(final int i, final int k, final SplittableRandom random) {
		return PriorSample.of(condition(i, k, random), made.get(i).residual());
	}
}
