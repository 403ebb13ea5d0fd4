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
	/** Residual from which a pixel counts as made up, and its weight. */
	private static final float MADE_UP = 0.02f, EMPHASIS = 10;

	private final List<PriorFaces.Bare> faces;
	private final List<ExemplarAlignment.Exemplar> made = new ArrayList<>();

	/**
	 * @param faces people
	 * @param look their make-up
	 */
	PriorGroup(final List<PriorFaces.Bare> faces,
		final RandomRecipes.Look look)
	{
		this.faces = faces;
		for (final PriorFaces.Bare face : faces) {
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

	/** Writes the true residual of face {@code i} on the grid, in units of r. */
	void residual(final int i, final float[] grid) {
		final float[] r = made.get(i).residual().clone();
		for (int k = 0; k < r.length; k++)
			r[k] = Math.max(-ResidualDiffusion.LIMIT, Math.min(ResidualDiffusion.LIMIT,
				ResidualDiffusion.SCALE * r[k]));
		SpaceToDepth.toGrid(r, grid, 0);
	}

	/** Writes the weight of every value of face {@code i}; not normalised. */
	void weight(final int i, final float[] grid) {
		final float[] r = made.get(i).residual();
		final int n = N * N;
		final float[] w = new float[3 * n];
		for (int k = 0; k < n; k++) {
			final float most = Math.max(Math.abs(r[k]), Math.max(Math.abs(r[n + k]),
				Math.abs(r[2 * n + k])));
			w[k] = w[n + k] = w[2 * n + k] = most > MADE_UP ? EMPHASIS : 1;
		}
		SpaceToDepth.toGrid(w, grid, 0);
	}
}
