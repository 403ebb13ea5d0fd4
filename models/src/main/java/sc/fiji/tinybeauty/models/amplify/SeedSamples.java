package sc.fiji.tinybeauty.models.amplify;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Training samples of the fine-tuning: each seed is the target, 1 to 4 others of
 * its style the exemplars, all in varied framing and light. A seed that is alone
 * has itself, varied, as its exemplar. The last samples of a batch, 40 %, are of
 * random make-up, so that the prior's knowledge of people is not lost.
 */
final class SeedSamples implements PriorFeeder.Source {

	private static final double RECIPES = 0.4;
	private static final int MOST_OTHERS = 4;
	/** Variants of a seed kept for use, and renewed one by one. */
	private static final int VARIANTS = 4;
	private static final int RENEWED = 2;

	private final List<List<Seed>> styles = new ArrayList<>();
	private final List<Seed> all = new ArrayList<>();
	private final int count;
	private final RecipeSamples recipes;
	private final SplittableRandom random;

	/** A seed's variants: as they are and mirrored. */
	private static final class Seed {

		final SeedPair pair;
		final Variant[][] variants = new Variant[2][VARIANTS];

		Seed(final SeedPair pair, final SplittableRandom random) {
			this.pair = pair;
			for (int mirror = 0; mirror < 2; mirror++) {
				variants[mirror][0] = new Variant(mirror == 0 ? pair : SeedJitter.mirror(
					pair));
				for (int i = 1; i < VARIANTS; i++)
					renew(mirror, i, random);
			}
		}

		void renew(final int mirror, final int i, final SplittableRandom random) {
			variants[mirror][i] = new Variant(SeedJitter.draw(pair, mirror == 1,
				random));
		}

		Variant any(final int mirror, final SplittableRandom random) {
			return variants[mirror][random.nextInt(VARIANTS)];
		}
	}

	/** A pair as exemplar and as target. */
	private static final class Variant {

		final ExemplarAlignment.Exemplar exemplar;
		final float[] regions;

		Variant(final SeedPair pair) {
			exemplar = ExemplarAlignment.Exemplar.of(pair);
			regions = Guidance.regions(pair.landmarks());
		}
	}

	/**
	 * @param styles seeds of every style
	 * @param faces bare faces for random make-up
	 * @param count samples a step
	 * @param seed seed of all draws
	 */
	SeedSamples(final List<List<SeedPair>> styles, final PriorFaces faces,
		final int count, final long seed)
	{
		random = new SplittableRandom(seed);
		for (final List<SeedPair> style : styles)
			this.styles.add(style.stream().map(s -> new Seed(s, random)).toList());
		this.styles.forEach(all::addAll);
		this.count = count - (int) (RECIPES * count);
		recipes = new RecipeSamples(faces, count - this.count, seed);
	}

	@Override
	public void fill(final PriorBatch batch, final int step) {
		recipes.fill(batch, step);
		for (int i = 0; i < RENEWED; i++)
			all.get(random.nextInt(all.size())).renew(random.nextInt(2), 1 + random
				.nextInt(VARIANTS - 1), random);
		for (int n = 0; n < count; n++) {
			final Seed target = all.get(random.nextInt(all.size()));
			batch.put(batch.count - count + n, sample(target), random);
		}
	}

	private PriorSample sample(final Seed target) {
		final int mirror = random.nextInt(2);
		final List<Seed> others = new ArrayList<>(styles.stream().filter(s -> s
			.contains(target)).findFirst().orElseThrow());
		if (others.size() > 1) others.remove(target);
		final int k = 1 + random.nextInt(Math.min(MOST_OTHERS, others.size()));
		while (others.size() > k)
			others.remove(random.nextInt(others.size()));
		final Variant variant = target.any(mirror, random);
		final List<ExemplarAlignment.Exemplar> exemplars = new ArrayList<>();
		for (final Seed s : others)
			exemplars.add(s.any(mirror, random).exemplar);
		return PriorSample.of(Guidance.of(variant.exemplar.bare(), variant.exemplar
			.maps(), variant.regions, exemplars), variant.exemplar.residual());
	}
}
