package sc.fiji.tinybeauty.models.amplify;

import java.util.List;

/**
 * The amplifier without a network, to compare with: the seeds' residuals moved
 * onto the target by landmarks.
 */
final class Warp {

	private static final int N = ResidualDiffusion.SIZE, PIXELS = N * N;

	private final List<SeedPair> seeds;
	private final List<ExemplarAlignment.Exemplar> exemplars;

	Warp(final List<SeedPair> seeds) {
		this.seeds = seeds;
		exemplars = seeds.stream().map(ExemplarAlignment.Exemplar::of).toList();
	}

	/** @return the pair's bare picture with the mean residual of all seeds */
	float[] mean(final SeedPair pair) {
		return add(pair, exemplars);
	}

	/** @return the same with the seed nearest in skin and pose */
	float[] nearest(final SeedPair pair) {
		return add(pair, List.of(exemplars.get(seeds.indexOf(Resemblance.nearest(pair
			.bare(), pair.landmarks(), seeds, 1).get(0)))));
	}

	private static float[] add(final SeedPair pair,
		final List<ExemplarAlignment.Exemplar> some)
	{
		final ExemplarAlignment.Maps maps = ExemplarAlignment.Maps.target(pair
			.landmarks());
		final float[] bare = new float[3 * PIXELS], sum = new float[3 * PIXELS];
		for (final ExemplarAlignment.Exemplar e : some)
			ExemplarAlignment.add(maps, e, 1f / some.size(), bare, sum);
		for (int i = 0; i < sum.length; i++)
			sum[i] = Math.max(0, Math.min(1, pair.bare()[i] + sum[i]));
		return sum;
	}
}
