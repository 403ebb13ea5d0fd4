package sc.fiji.tinybeauty.models.amplify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.models.engine.TorchFunction;
import sc.fiji.tinybeauty.models.engine.TrainableFunction;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.weights.Tensor;

class ResidualDiffusionTest {

	private static final int IMAGE = ResidualDiffusion.INPUT *
		ResidualDiffusion.GRID * ResidualDiffusion.GRID;

	private static ByteBuffer noise(final int n, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final ByteBuffer buffer = TrainableFunction.direct(n);
		for (int i = 0; i < n; i++)
			buffer.putFloat(4 * i, (float) random.nextGaussian());
		return buffer;
	}

	private static float[] floats(final ByteBuffer buffer) {
		buffer.rewind();
		final float[] values = new float[buffer.remaining() / 4];
		buffer.asFloatBuffer().get(values);
		return values;
	}

	private static float[][] arrays(final Map<String, Tensor> weights) {
		return weights.values().stream().map(Tensor::data).toArray(float[][]::new);
	}

	@Test
	void trainingAndInferenceAgree() {
		final NetworkGraph graph = ResidualDiffusion.graph();
		assertTrue(graph.parameterCount() > 3_000_000 && graph
			.parameterCount() < 5_000_000, "" + graph.parameterCount());
		final Map<String, Tensor> weights = ResidualDiffusion.initialWeights(3);
		final List<ByteBuffer> inputs = List.of(noise(IMAGE, 1), noise(
			ResidualDiffusion.TIME, 2));
		final float[] trained;
		try (TrainableFunction function = new TrainableFunction(graph)) {
			function.setWeights(arrays(weights));
			trained = function.apply(1, inputs);
		}
		try (TorchFunction function = TorchFunction.load(graph, weights, Device
			.cpu()))
		{
			final float[] inferred = function.apply(1, floats(inputs.get(0)), floats(
				inputs.get(1)))[0];
			assertArrayEquals(inferred, trained, 1e-4f);
		}
		double energy = 0;
		for (final float v : trained)
			energy += v * v;
		assertTrue(energy > 1, "the output is not empty");
	}

	/** Autograd must not read memory that Java has freed meanwhile. */
	@Test
	void gradientsSurviveGarbageCollection() {
		final List<ByteBuffer> inputs = List.of(noise(IMAGE, 1), noise(
			ResidualDiffusion.TIME, 2));
		final ByteBuffer target = noise(ResidualDiffusion.PICTURE *
			ResidualDiffusion.GRID * ResidualDiffusion.GRID, 5);
		try (TrainableFunction function = new TrainableFunction(ResidualDiffusion
			.graph()))
		{
			function.setWeights(arrays(ResidualDiffusion.initialWeights(3)));
			final float[][] calm = gradients(function, inputs, target, false);
			final float[][] swept = gradients(function, inputs, target, true);
			for (int i = 0; i < calm.length; i++)
				assertArrayEquals(calm[i], swept[i], 1e-5f);
			assertTrue(Arrays.stream(calm).allMatch(g -> {
				for (final float v : g)
					if (v != 0) return true;
				return false;
			}), "every weight has a gradient");
		}
	}

	private static float[][] gradients(final TrainableFunction function,
		final List<ByteBuffer> inputs, final ByteBuffer target,
		final boolean collect)
	{
		return function.gradients(1, inputs, (out, m) -> {
			final NDArray value = PriorLoss.of(out, target, target, m);
			if (collect) {
				System.gc();
				try (NDManager other = m.newSubManager()) {
					for (int i = 0; i < 50; i++)
						other.ones(out.getShape());
				}
			}
			return value;
		}).gradients();
	}

	@Test
	void samplesDependOnTheSeedAlone() {
		final float[] condition = new float[ResidualDiffusion.CONDITION *
			ResidualDiffusion.GRID * ResidualDiffusion.GRID];
		final DdimSampler.Denoiser half = (image, time) -> {
			final float[] clean = new float[ResidualDiffusion.PICTURE *
				ResidualDiffusion.GRID * ResidualDiffusion.GRID];
			for (int i = 0; i < clean.length; i++)
				clean[i] = 0.5f * image[i];
			return clean;
		};
		final float[] first = DdimSampler.sample(half, condition, 3, 7);
		assertArrayEquals(first, DdimSampler.sample(half, condition, 3, 7));
		assertFalse(Arrays.equals(first, DdimSampler.sample(half, condition, 3, 8)));
	}

	/** With a perfect network every number of steps ends at its residual. */
	@Test
	void samplingEndsAtTheCleanResidual() {
		final int n = ResidualDiffusion.PICTURE * ResidualDiffusion.GRID *
			ResidualDiffusion.GRID;
		final float[] condition = new float[ResidualDiffusion.CONDITION *
			ResidualDiffusion.GRID * ResidualDiffusion.GRID];
		for (final int steps : new int[] { 1, 2, 10 }) {
			final float[] result = DdimSampler.sample((image, time) -> {
				final float[] clean = new float[n];
				Arrays.fill(clean, 9);
				clean[0] = 0.3f;
				return clean;
			}, condition, steps, 1);
			assertEquals(0.3f, result[0]);
			assertEquals(ResidualDiffusion.LIMIT, result[1]);
		}
	}
}
