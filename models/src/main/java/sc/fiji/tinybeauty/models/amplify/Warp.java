package sc.fiji.tinybeauty.models.amplify;

import java.util.List;

import sc.fiji.tinybeauty.ops.face.CanonicalFrame;
import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * The amplifier without a network, to compare with: the seeds' residuals moved
 * onto the target by landmarks.
 */
final class Warp {

	private static final int N = ResidualDiffusion.SIZE, PIXELS = N * N;
	/** Landmarks on the cheeks. */
	private static final int[] CHEEKS = { 50, 280, 205, 425, 117, 346 };

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
		int best = 0;
		for (int i = 1; i < seeds.size(); i++)
			if (distance(pair, seeds.get(i)) < distance(pair, seeds.get(best))) best =
				i;
		return add(pair, List.of(exemplars.get(best)));
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

	private static double distance(final SeedPair a, final SeedPair b) {
		double sum = 0;
		for (int c = 0; c < 3; c++)
			sum += Math.abs(cheek(a, c) - cheek(b, c)) / 3;
		final Landmarks p = a.landmarks().transform(CanonicalFrame.fit(a.landmarks())
			.inverse()), q = b.landmarks().transform(CanonicalFrame.fit(b.landmarks())
				.inverse());
		for (int i = 0; i < CanonicalFrame.POINTS; i++)
			sum += Math.hypot(p.x(i) - q.x(i), p.y(i) - q.y(i)) /
				CanonicalFrame.POINTS;
		return sum;
	}

	private static double cheek(final SeedPair pair, final int channel) {
		double sum = 0;
		for (final int i : CHEEKS) {
			final int x = Math.max(0, Math.min(N - 1, (int) pair.landmarks().x(i)));
			final int y = Math.max(0, Math.min(N - 1, (int) pair.landmarks().y(i)));
			sum += pair.bare()[channel * PIXELS + y * N + x] / CHEEKS.length;
		}
		return sum;
	}
}
