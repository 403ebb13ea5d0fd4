package sc.fiji.tinybeauty.models.amplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import sc.fiji.tinybeauty.models.recipe.SyntheticFace;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.region.RegionMasks;

/** Drawn people, made-up ones among them, and a prior that learnt nothing. */
final class Seeds {

	static final int N = ResidualDiffusion.SIZE, PIXELS = N * N;

	private Seeds() {}

	/** @return person {@code i} of 0 to 6, each of another skin */
	static SyntheticFace person(final int i) {
		final float light = 0.42f + 0.06f * i;
		return new SyntheticFace(N, light, 0.75f * light, 0.6f * light);
	}

	static Landmarks landmarks() {
		return person(0).landmarks;
	}

	/** @return a pair whose lips, eye zones and skin change by given amounts */
	static SeedPair pair(final int i, final float... change) {
		final SyntheticFace face = person(i);
		final float[] regions = RegionMasks.partition(face.landmarks, N).update(null)
			.getCurrentStorageArray(), skin = FaceMasks.face(face.landmarks);
		final float[] made = face.pixels.clone();
		for (int k = 0; k < made.length; k++)
			for (int r = 0; r < 3; r++)
				made[k] += change[r] * skin[k % PIXELS] * regions[r * PIXELS + k %
					PIXELS] * (k < PIXELS ? 1 : 0.5f);
		return new SeedPair("person " + i, face.pixels, made, face.landmarks);
	}

	static List<SeedPair> pairs(final int count, final float... change) {
		final List<SeedPair> pairs = new ArrayList<>();
		for (int i = 0; i < count; i++)
			pairs.add(pair(i, change));
		return pairs;
	}

	static List<BareFace> people(final int count) {
		final List<BareFace> people = new ArrayList<>();
		for (int i = 0; i < count; i++)
			people.add(BareFace.of("person " + i, person(i).pixels, landmarks()));
		return people;
	}

	/** @return a prior that has learnt nothing but follows the exemplars' mean */
	static Prior untrained() {
		return Prior.of(ResidualDiffusion.initialWeights(1), "untrained",
			"Random weights.", null, 1, 0);
	}

	/**
	 * A backbone that knows nothing of faces: the mean residual of the exemplars
	 * where it lies, a little noise, and a grey unconditional picture.
	 *
	 * @param noise deviation of the noise
	 */
	static ResidualBackbone standIn(final float noise) {
		return new ResidualBackbone() {

			@Override
			public String name() {
				return "stand-in 1";
			}

			@Override
			public float[] residual(final Target target,
				final List<SeedPair> exemplars, final int steps, final long seed)
			{
				if (exemplars.isEmpty() || steps < 1) throw new IllegalArgumentException(
					"Exemplars and steps are needed.");
				final java.util.SplittableRandom random =
					new java.util.SplittableRandom(seed);
				final float[] mean = new float[3 * PIXELS];
				for (final SeedPair e : exemplars)
					for (int i = 0; i < mean.length; i++)
						mean[i] += (e.made()[i] - e.bare()[i]) / exemplars.size();
				for (int i = 0; i < mean.length; i++)
					mean[i] += noise * (2 * (float) random.nextDouble() - 1);
				return mean;
			}

			@Override
			public float[] unconditional(final Target target) {
				final float[] grey = new float[3 * PIXELS];
				java.util.Arrays.fill(grey, 0.5f);
				return grey;
			}

			@Override
			public void close() {
				// nothing was loaded
			}
		};
	}

	static Map<String, List<SeedPair>> style(final List<SeedPair> pairs) {
		return Map.of("style", pairs);
	}
}
