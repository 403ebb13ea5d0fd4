package sc.fiji.tinybeauty.models.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws training pairs so that every skin tone group comes equally often,
 * however many faces it has; within a group by the pairs' weights.
 */
final class BalancedSampler {

	private final List<Pair> pairs = new ArrayList<>();
	private final double[] cumulative;

	/**
	 * @param source all pairs; those of the validation split are left out
	 * @throws IllegalArgumentException if nothing is left
	 */
	BalancedSampler(final TrainingPairs source) {
		final Map<String, Double> groups = new HashMap<>();
		for (int i = 0; i < source.size(); i++) {
			final Pair pair = source.get(i);
			if (pair.size() != source.get(0).size())
				throw new IllegalArgumentException("The pair " + pair.name() +
					" has another size than the first; bring all to one size.");
			if (pair.validation()) continue;
			pairs.add(pair);
			groups.merge(pair.tone(), pair.weight(), Double::sum);
		}
		if (pairs.isEmpty()) throw new IllegalArgumentException(
			"There is no pair to train on; add faces that are not kept for validation.");
		cumulative = new double[pairs.size()];
		double sum = 0;
		for (int i = 0; i < cumulative.length; i++) {
			final Pair pair = pairs.get(i);
			sum += pair.weight() / groups.get(pair.tone()) / groups.size();
			cumulative[i] = sum;
		}
	}

	/** @return number of training pairs */
	int size() {
		return pairs.size();
	}

	/** @return width and height of all pictures, pixels */
	int pictureSize() {
		return pairs.get(0).size();
	}

	/** @return one pair */
	Pair draw(final SplittableRandom random) {
		final double u = random.nextDouble() * cumulative[cumulative.length - 1];
		final int at = Arrays.binarySearch(cumulative, u);
		return pairs.get(Math.min(at < 0 ? -at - 1 : at + 1, pairs.size() - 1));
	}
}
