package sc.fiji.tinybeauty.models.makeup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * Random weights to start training from: normal with variance 2 / fan-in (He et
 * al. 2015), the second convolution of each residual branch (res1b, res2b, ...)
 * times 0.2 and the last ones (out, gain) times 0.05, so that training starts
 * near "no make-up"; biases 0. Without normalisation layers these factors decide
 * whether a network learns.
 */
public final class StartWeights {

	private StartWeights() {}

	/**
	 * @param graph the network
	 * @param seed same seed, same weights
	 * @return weights by name
	 */
	public static Map<String, Tensor> of(final NetworkGraph graph,
		final long seed)
	{
		final Random random = new Random(seed);
		final Map<String, Tensor> weights = new LinkedHashMap<>();
		graph.parameters().forEach((name, shape) -> {
			final Tensor tensor = Tensor.zeros(shape);
			if (!name.endsWith(".bias")) fill(tensor, gain(name), random);
			weights.put(name, tensor);
		});
		return weights;
	}

	private static double gain(final String name) {
		if (name.matches("(out|gain\\w*)\\..*")) return 0.05;
		return name.matches("res.b\\..*") ? 0.2 : 1;
	}

	private static void fill(final Tensor tensor, final double gain,
		final Random random)
	{
		final double fanIn = tensor.size() / (double) tensor.shape()[0];
		final double deviation = gain * Math.sqrt(2 / fanIn);
		for (int i = 0; i < tensor.size(); i++) {
			tensor.data()[i] = (float) (deviation * random.nextGaussian());
		}
	}
}
