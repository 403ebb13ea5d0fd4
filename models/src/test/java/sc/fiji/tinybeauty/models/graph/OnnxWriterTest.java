package sc.fiji.tinybeauty.models.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.models.engine.TorchFunction;
import sc.fiji.tinybeauty.models.makeup.TinyBeauty;
import sc.fiji.tinybeauty.models.weights.Tensor;

/** ONNX Runtime, an implementation by others, has to agree with PyTorch. */
class OnnxWriterTest {

	private static Map<String, Tensor> weights(final NetworkGraph graph) {
		final Random random = new Random(4);
		final Map<String, Tensor> weights = new LinkedHashMap<>();
		graph.parameters().forEach((name, shape) -> {
			final Tensor t = Tensor.zeros(shape);
			// Gains multiply pixels and each other; a residual stays within -1..1.
			final double small = name.startsWith("gain") ? 0.2 : 1;
			final double gain = small * (shape.length < 2 ? 0.1 : Math.sqrt(shape[0] *
				1.5 / t.size()));
			for (int i = 0; i < t.size(); i++) t.data()[i] = (float) (gain * random
				.nextGaussian());
			weights.put(name, t);
		});
		return weights;
	}

	private static void agree(final NetworkGraph graph, final int batch)
		throws OrtException
	{
		final Map<String, Tensor> weights = weights(graph);
		final Value in = graph.inputs().get(0);
		final float[] x = new float[batch * in.size()];
		final Random random = new Random(5);
		for (int i = 0; i < x.length; i++) x[i] = random.nextFloat();
		final String[] names = new String[graph.outputs().size()];
		Arrays.setAll(names, i -> "out" + i);
		try (TorchFunction torch = TorchFunction.load(graph, weights, TorchEngine.device(
			DeviceChoice.CPU)))
		{
			final float[][] expected = torch.apply(batch, x);
			final OrtEnvironment env = OrtEnvironment.getEnvironment();
			try (OrtSession session = env.createSession(OnnxWriter.write(graph, weights,
				names), new OrtSession.SessionOptions()); OnnxTensor tensor = OnnxTensor
					.createTensor(env, FloatBuffer.wrap(x), new long[] { batch, in.channels(),
						in.height(), in.width() }); OrtSession.Result result = session.run(Map
							.of("image", tensor)))
			{
				for (int i = 0; i < names.length; i++) {
					final FloatBuffer y = ((OnnxTensor) result.get(names[i]).orElseThrow())
						.getFloatBuffer();
					final float[] actual = new float[y.remaining()];
					y.get(actual);
					assertArrayEquals(expected[i], actual, 1e-5f, "output " + i + " of " +
						graph.outputs().get(i));
				}
			}
		}
	}

	@Test
	void tinyBeautyAgreesWithPyTorch() throws OrtException {
		agree(TinyBeauty.graph(), 1);
		agree(TinyBeauty.graph(64), 3);
	}

	@Test
	void everyStepAgreesWithPyTorch() throws OrtException {
		final GraphBuilder g = new GraphBuilder();
		final Value x = g.input("image", 4, 6, 6);
		final Value c = g.conv2d(x, "c", 8, 3, 1, 1);
		g.output(g.prelu(c, "p"));
		g.output(g.affine(g.relu(c), -0.5f, 2));
		g.output(g.hardSwish(x));
		g.output(g.clip(x, 0.2f, 0.7f));
		g.output(g.mul(x, g.sigmoid(g.globalAvgPool(x))));
		g.output(g.tanh(g.maxPool(x, 2, 2)));
		g.output(g.pad(x, 1, 2, 3, 0, 2));
		g.output(g.concat(x, g.conv2dSame(x, "s", 3, 3, 1, 1)));
		g.output(g.upsampleNearest(x, 2));
		g.output(g.upsampleBilinear(x, 4));
		g.output(g.resizeBilinear(x, 9, 15));
		g.output(g.pixelShuffle(x, 2));
		g.output(g.linear(g.reshape(g.permute(x, 1, 2, 0), 144), "l", 5));
		g.output(g.conv2dSame(x, "d", 4, 5, 2, 4));
		agree(g.build(), 2);
	}

	/** Shapes in which convolutions swallow additions, or must not. */
	@Test
	void fusedAdditionsAgreeWithPyTorch() throws OrtException {
		final GraphBuilder g = new GraphBuilder();
		final Value x = g.input("image", 3, 8, 8);
		final Value a = g.relu(g.conv2d(x, "a", 8, 3, 1, 1));
		final Value b = g.relu(g.add(g.conv2d(a, "b", 8, 3, 1, 1), a));
		final Value c = g.add(b, g.conv2d(b, "c", 8, 3, 1, 1));
		final Value late = g.conv2d(b, "late", 8, 1, 1, 0);
		final Value twice = g.conv2d(c, "twice", 8, 3, 1, 1);
		g.output(g.relu(g.add(twice, twice)));
		g.output(g.relu(g.add(late, c)));
		g.output(late);
		g.output(g.add(g.conv2d(a, "e", 8, 3, 1, 1), g.conv2d(a, "f", 8, 3, 1, 1)));
		g.output(g.relu(g.add(a, g.upsampleNearest(g.conv2d(c, "g", 8, 2, 2, 0), 2))));
		final Value h = g.conv2d(a, "h", 8, 3, 1, 1);
		final Value readsA = g.sigmoid(a);
		g.output(g.add(h, a));
		g.output(readsA);
		agree(g.build(), 2);
	}

	@Test
	void foldingKeepsTheFunctionAndSavesSteps() {
		final NetworkGraph graph = TinyBeauty.graph();
		final FoldedNetwork folded = FoldedNetwork.of(graph, weights(graph));
		assertEquals(graph.nodes().size() - 3, folded.graph().nodes().size());
		assertTrue(folded.graph().nodes().stream().noneMatch(n -> n
			.op() instanceof Op.Affine || n.op() instanceof Op.Pad));
	}

	@Test
	void weightsThatDoNotFitAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> OnnxWriter.write(TinyBeauty
			.graph(), Map.of(), "residual"));
	}
}
