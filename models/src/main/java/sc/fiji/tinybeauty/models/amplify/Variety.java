package sc.fiji.tinybeauty.models.amplify;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * Random choices of one sample: noise, which exemplars it follows, how strong the
 * make-up is. They depend on the settings' seed and the sample's seed alone.
 */
final class Variety {

	/** Exemplars beyond so many cost time and add nothing. */
	static final int MOST_EXEMPLARS = 8;
	private static final double SHADE_SPREAD = 0.1;
	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	private final SplittableRandom random;
	private final double variety;
	private final double shade;

	Variety(final AmplifierSettings settings, final long sampleSeed) {
		random = new SplittableRandom(settings.seed() * GOLDEN + sampleSeed);
		variety = settings.variety();
		shade = settings.shade() * (1 + variety * SHADE_SPREAD * (2 * random
			.nextDouble() - 1));
	}

	/** @return lambda_m of the sample */
	double shade() {
		return shade;
	}

	/** @return a seed for noise, another one at every call */
	long noise() {
		return random.nextLong();
	}

	/**
	 * @param seeds all pairs of a style
	 * @param bare the target's picture
	 * @param face its landmarks
	 * @return all seeds, of many the {@value #MOST_EXEMPLARS} that resemble the
	 *         target most; with probability {@code variety / 2} a random subset of
	 *         at least half of these
	 */
	List<SeedPair> exemplars(final List<SeedPair> seeds, final float[] bare,
		final Landmarks face)
	{
		final int most = Math.min(MOST_EXEMPLARS, seeds.size());
		final List<SeedPair> order = shuffled(seeds.size() == most ? seeds
			: Resemblance.nearest(bare, face, seeds, most));
		final boolean subset = random.nextDouble() < variety / 2;
		final int least = (most + 1) / 2;
		final int drawn = least + random.nextInt(most - least + 1);
		return inOrder(seeds, order.subList(0, subset ? drawn : most));
	}

	/** The sum over exemplars is rounded: their order must not vary. */
	private static List<SeedPair> inOrder(final List<SeedPair> seeds,
		final List<SeedPair> chosen)
	{
		return seeds.stream().filter(chosen::contains).toList();
	}

	private List<SeedPair> shuffled(final List<SeedPair> seeds) {
		final List<SeedPair> order = new ArrayList<>(seeds);
		for (int i = order.size() - 1; i > 0; i--) {
			final int j = random.nextInt(i + 1);
			order.set(i, order.set(j, order.get(i)));
		}
		return order;
	}
}
