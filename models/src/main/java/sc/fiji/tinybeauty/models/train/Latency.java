package sc.fiji.tinybeauty.models.train;

import java.util.Arrays;
import java.util.List;

import sc.fiji.tinybeauty.models.engine.TorchFunction;

/** Time that networks take for one picture, taking turns in one program. */
final class Latency {

	private static final int WARM_UP = 5;

	private Latency() {}

	/**
	 * @param networks the networks
	 * @param rounds calls of each
	 * @return minimum and median of each network, ms
	 */
	static double[][] of(final List<TorchFunction> networks, final int rounds) {
		final double[][] times = new double[networks.size()][rounds];
		final List<TorchFunction.Binding> bindings = networks.stream().map(f -> f
			.bind(1)).toList();
		for (int round = -WARM_UP; round < rounds; round++)
			for (int i = 0; i < times.length; i++) {
				final long start = System.nanoTime();
				bindings.get(i).run();
				if (round >= 0) times[i][round] = (System.nanoTime() - start) / 1e6;
			}
		bindings.forEach(TorchFunction.Binding::close);
		for (final double[] t : times)
			Arrays.sort(t);
		return Arrays.stream(times).map(t -> new double[] { t[0], t[rounds / 2] })
			.toArray(double[][]::new);
	}
}
