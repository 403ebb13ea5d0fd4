package sc.fiji.tinybeauty.models.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Times several rivals in turn, so that a busy moment of the machine meets all
 * of them.
 */
final class Timings {

	private static final int WARM_UP = 10;
	private static final long MAX_NANOS = 40_000_000_000L;

	private final List<String> names = new ArrayList<>();
	private final List<Runnable> tasks = new ArrayList<>();

	Timings add(final String name, final Runnable task) {
		names.add(name);
		tasks.add(task);
		return this;
	}

	/**
	 * Each turn runs every task twice and times the second call, whose data are in
	 * the cache; the order rotates. Ends early when it takes too long.
	 */
	void run(final int turns) {
		final int n = tasks.size();
		for (final Runnable task : tasks) {
			for (int i = 0; i < WARM_UP && turns > WARM_UP; i++) task.run();
		}
		final List<double[]> times = new ArrayList<>();
		final long start = System.nanoTime();
		for (int turn = 0; turn < turns && System.nanoTime() - start < MAX_NANOS; turn++) {
			final double[] ms = new double[n];
			for (int k = 0; k < n; k++) {
				final int i = (k + turn) % n;
				tasks.get(i).run();
				final long before = System.nanoTime();
				tasks.get(i).run();
				ms[i] = (System.nanoTime() - before) / 1e6;
			}
			times.add(ms);
		}
		double rival = Double.NaN;
		for (int i = n - 1; i >= 0; i--) {
			final int column = i;
			final double[] sorted = times.stream().mapToDouble(t -> t[column]).sorted()
				.toArray();
			if (names.get(i).startsWith("ONNX")) rival = Double.isNaN(rival) ? sorted[0]
				: Math.min(rival, sorted[0]);
			print(names.get(i), sorted, rival);
		}
	}

	private static void print(final String name, final double[] sorted,
		final double rival)
	{
		final int n = sorted.length;
		final String ratio = Double.isNaN(rival) ? "" : String.format(Locale.ROOT,
			"  %.2f x the best ONNX Runtime so far", sorted[0] / rival);
		System.out.printf(Locale.ROOT,
			"  %-44s n=%-4d min %8.2f  median %8.2f  p90 %8.2f ms%s%n", name, n,
			sorted[0], sorted[n / 2], sorted[Math.min(n - 1, n * 9 / 10)], ratio);
	}
}
