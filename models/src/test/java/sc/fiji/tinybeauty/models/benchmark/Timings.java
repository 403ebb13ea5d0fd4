package sc.fiji.tinybeauty.models.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times several rivals in turn, so that a busy moment of the machine meets all
 * of them.
 */
final class Timings {

	private static final int WARM_UP = 10;
	private static final long MAX_NANOS = 40_000_000_000L;

	private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

	private final Map<String, Double> leastCpu = new HashMap<>();
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
				final long cpu = BEAN.getCurrentThreadCpuTime();
				final long before = System.nanoTime();
				tasks.get(i).run();
				ms[i] = (System.nanoTime() - before) / 1e6;
				leastCpu.merge(names.get(i), (BEAN.getCurrentThreadCpuTime() - cpu) / 1e6,
					Math::min);
			}
			times.add(ms);
		}
		final double[] least = new double[n];
		double rival = Double.NaN, rivalCpu = Double.NaN;
		for (int i = 0; i < n; i++) {
			final int column = i;
			least[i] = times.stream().mapToDouble(t -> t[column]).min().orElseThrow();
			if (!names.get(i).startsWith("ONNX")) continue;
			final double cpu = leastCpu.get(names.get(i));
			rival = Double.isNaN(rival) ? least[i] : Math.min(rival, least[i]);
			rivalCpu = Double.isNaN(rivalCpu) ? cpu : Math.min(rivalCpu, cpu);
		}
		for (int i = 0; i < n; i++) {
			final int column = i;
			print(names.get(i), times.stream().mapToDouble(t -> t[column]).sorted()
				.toArray(), rival, rivalCpu);
		}
	}

	private void print(final String name, final double[] sorted,
		final double rival, final double rivalCpu)
	{
		final int n = sorted.length;
		final double cpu = leastCpu.get(name);
		final String ratio = Double.isNaN(rival) ? "" : String.format(Locale.ROOT,
			"; to the best ONNX Runtime %.2f, cpu %.2f", sorted[0] / rival, cpu /
				rivalCpu);
		System.out.printf(Locale.ROOT,
			"  %-44s n=%-4d min %7.2f  median %7.2f  p90 %7.2f ms, cpu of this thread %7.2f ms%s%n",
			name, n, sorted[0], sorted[n / 2], sorted[Math.min(n - 1, n * 9 / 10)], cpu,
			ratio);
	}
}
