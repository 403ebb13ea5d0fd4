package sc.fiji.tinybeauty.models.makeup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.engine.Engine;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.models.engine.TorchFunction;
import sc.fiji.tinybeauty.models.graph.GraphBlock;
import sc.fiji.tinybeauty.models.weights.Tensor;

class TinyBeautyTest {

	/** Weights as after training: residuals of visible size, biases not zero. */
	static Map<String, Tensor> trainedLike(final long seed) {
		final Map<String, Tensor> weights = TinyBeauty.initialWeights(seed);
		final Random random = new Random(seed);
		weights.forEach((name, t) -> {
			for (int i = 0; i < t.size(); i++) t.data()[i] = name.endsWith("bias")
				? 0.1f * (float) random.nextGaussian() : t.data()[i] * (name.startsWith(
					"out") || name.startsWith("gain") ? 4 : 1);
		});
		return weights;
	}

	static float[] noise(final int n, final long seed) {
		final Random random = new Random(seed);
		final float[] values = new float[n];
		for (int i = 0; i < n; i++) values[i] = random.nextFloat();
		return values;
	}

	@Test
	void hasThePublishedSize() {
		assertEquals(78_952, TinyBeauty.graph().parameterCount());
		assertTrue(TinyBeauty.graph().parameterCount() <= TinyBeauty.MAX_PARAMETERS);
		assertEquals(34, TinyBeauty.graph().parameters().size());
	}

	@Test
	void sameSeedSameWeights() {
		assertEquals(TinyBeauty.initialWeights(5), TinyBeauty.initialWeights(5));
		assertNotEquals(TinyBeauty.initialWeights(5), TinyBeauty.initialWeights(6));
	}

	@Test
	void blockAndTorchScriptAgree() {
		final Map<String, Tensor> weights = trainedLike(1);
		final float[] x = noise(2 * 3 * 256 * 256, 2);
		final float[] script;
		try (TorchFunction f = TorchFunction.load(TinyBeauty.graph(), weights,
			TorchEngine.device(DeviceChoice.CPU)))
		{
			assertTrue(f.isPacked() || !System.getProperty("os.arch").equals("amd64"));
			script = f.apply(2, x)[0];
		}
		final float[] block = TorchEngine.call(() -> {
			try (NDManager manager = NDManager.newBaseManager()) {
				final GraphBlock b = new GraphBlock(TinyBeauty.graph(), weights, manager);
				assertEquals(weights, b.weights());
				return b.forward(new ParameterStore(manager, false), new NDList(manager
					.create(x, new Shape(2, 3, 256, 256))), false).head().toFloatArray();
			}
		});
		float largest = 0;
		for (final float v : block) largest = Math.max(largest, Math.abs(v));
		assertTrue(largest > 0.1, "the residual must be visible, was " + largest);
		assertArrayEquals(block, script, 1e-5f);
	}

	/** DJL frees constants of scalar overloads while autograd needs them. */
	@Test
	void gradientsSurviveGarbageCollection() {
		TorchEngine.run(() -> {
			try (NDManager manager = NDManager.newBaseManager()) {
				final GraphBlock b = new GraphBlock(TinyBeauty.graph(32), trainedLike(3),
					manager);
				final float[] calm = gradient(b, manager, false);
				for (int i = 0; i < 10; i++) assertArrayEquals(calm, gradient(b, manager,
					true), 1e-6f);
			}
		});
	}

	private static float[] gradient(final GraphBlock block,
		final NDManager manager, final boolean collect)
	{
		final ParameterStore store = new ParameterStore(manager, false);
		block.getParameters().forEach(p -> p.getValue().getArray().setRequiresGradient(
			true));
		final NDArray weight = block.getParameters().get("stem.weight").getArray();
		try (NDManager sub = manager.newSubManager(); GradientCollector collector =
			Engine.getInstance().newGradientCollector())
		{
			final NDArray loss = block.forward(store, new NDList(sub.create(noise(3 * 32 *
				32, 4), new Shape(1, 3, 32, 32))), true).head().abs().mean();
			if (collect) {
				System.gc();
				noise(1 << 20, 5);
			}
			weight.getGradient().subi(weight.getGradient());
			collector.backward(loss);
			return weight.getGradient().toFloatArray();
		}
	}
}
