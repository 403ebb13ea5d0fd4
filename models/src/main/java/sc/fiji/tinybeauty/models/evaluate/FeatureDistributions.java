package sc.fiji.tinybeauty.models.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far the results as a set are from the references as a set. Intervals are
 * those of the percentile bootstrap over pictures, 95 %, moved so that the mean
 * of the draws is the figure itself: a set drawn with repetition has fewer
 * different pictures, which alone raises the Frechet distance.
 */
final class FeatureDistributions {

	private static final int DRAWS = 100;
	private static final long SEED = 2024;

	private final double[][] results;
	private final double[][] references;

	FeatureDistributions(final List<PooledFeatures> pictures) {
		results = pictures.stream().map(PooledFeatures::result).toArray(
			double[][]::new);
		references = pictures.stream().map(PooledFeatures::reference).toArray(
			double[][]::new);
	}

	/** @return {@link FrechetDistance} */
	Estimate frechet() {
		return estimate(draw -> FrechetDistance.of(pick(results, draw), pick(
			references, draw)));
	}

	/** @return 1000 times the {@link KernelDistance} */
	Estimate kernel() {
		final KernelDistance distance = new KernelDistance(results, references);
		return estimate(draw -> 1000 * distance.of(draw));
	}

	private static double[][] pick(final double[][] vectors, final int... draw) {
		return Arrays.stream(draw).mapToObj(i -> vectors[i]).toArray(
			double[][]::new);
	}

	private Estimate estimate(final ToDoubleFunction<int[]> figure) {
		final int n = results.length;
		if (n < 2) return new Estimate(Double.NaN, Double.NaN, Double.NaN);
		final SplittableRandom random = new SplittableRandom(SEED);
		final double[] drawn = IntStream.range(0, DRAWS).mapToDouble(k -> figure
			.applyAsDouble(random.ints(n, 0, n).toArray())).filter(Double::isFinite)
			.sorted().toArray();
		final double value = figure.applyAsDouble(IntStream.range(0, n).toArray());
		final double bias = Arrays.stream(drawn).average().orElse(Double.NaN) -
			value;
		return new Estimate(value, quantile(drawn, 0.025) - bias, quantile(drawn,
			0.975) - bias);
	}

	private static double quantile(final double[] sorted, final double q) {
		return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(q *
			(sorted.length - 1))];
	}
}
