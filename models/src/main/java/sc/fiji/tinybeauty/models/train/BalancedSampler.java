package sc.fiji.tinybeauty.models.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws training pairs so that every skin tone group comes equally often,
 * however many faces it has, or as often as its share says; within a group by
 * the pairs' weights.
 */
final class BalancedSampler {

	private final TrainingPairs source;
	private final List<Integer> pairs = new ArrayList<>();
	private final double[] cumulative;
	private final int pictureSize;

	/**
	 * @param source all pairs; those of the validation split are left out
	 * @throws IllegalArgumentException if nothing is left
	 */
	BalancedSampler(final TrainingPairs source) {
		this.source = source;
		final Map<String, Double> groups = new HashMap<>();
		for (int i = 0; i < source.size(); i++) {
			if (source.validation(i)) continue;
			pairs.add(i);
			groups.merge(source.tone(i), source.weight(i), Double::sum);
		}
		if (pairs.isEmpty()) throw new IllegalArgumentException(
			"There is no pair to train on; add faces that are not kept for validation.");
		pictureSize = source.get(pairs.get(0)).size();
		cumulative = new double[pairs.size()];
		double sum = 0;
		for (int i = 0; i < cumulative.length; i++) {
			final int at = pairs.get(i);
			sum += source.share(source.tone(at)) * source.weight(at) / groups.get(source
				.tone(at)) / groups.size();
			cumulative[i] = sum;
		}
	}

	/** @return number of training pairs */
	int size() {
		return pairs.size();
	}

	/** @return width and height of all pictures, pixels */
	int pictureSize() {
		return pictureSize;
	}

	/**
	 * @return one pair
	 * @throws IllegalArgumentException if it has another size than the first
	 */
	Pair draw(final SplittableRandom random) {
		final double u = random.nextDouble() * cumulative[cumulative.length - 1];
		final int at = Arrays.binarySearch(cumulative, u);
		final Pair pair = source.get(pairs.get(Math.min(at < 0 ? -at - 1 : at + 1,
			pairs.size() - 1)));
		if (pair.size() != pictureSize) throw new IllegalArgumentException(
			"The pair " + pair.name() +
				" has another size than the first; bring all to one size.");
		return pair;
	}
}
