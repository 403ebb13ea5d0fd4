package sc.fiji.tinybeauty.models.amplify;

import java.util.SplittableRandom;

/**
 * Training samples of random make-up. Every slot of the batch walks through the
 * faces of a group, one a step, and the slots change groups in turn, so a step
 * renders one face a sample. What step n sees depends on seed and n alone.
 */
final class RecipeSamples implements PriorFeeder.Source {

	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	private final PriorFaces faces;
	private final int count;
	private final long seed;
	private final PriorGroup[] groups;
	private final long[] numbers;

	/**
	 * @param faces training faces
	 * @param count samples a step
	 * @param seed seed of all draws
	 */
	RecipeSamples(final PriorFaces faces, final int count, final long seed) {
		this.faces = faces;
		this.count = count;
		this.seed = seed;
		groups = new PriorGroup[count];
		numbers = new long[count];
	}

	@Override
	public void fill(final PriorBatch batch, final int step) {
		for (int n = 0; n < count; n++) {
			final long place = step + n;
			final long number = 1 + place / PriorGroup.FACES;
			if (numbers[n] != number) {
				groups[n] = PriorGroup.training(faces, seed * GOLDEN + number * count +
					n);
				numbers[n] = number;
			}
			final int target = (int) (place % PriorGroup.FACES);
			final SplittableRandom random = new SplittableRandom(seed * GOLDEN - 1 -
				((long) step * count + n));
			batch.put(n, groups[n].sample(target, 1 + random.nextInt(
				PriorGroup.FACES - 1), random), random);
		}
	}
}
