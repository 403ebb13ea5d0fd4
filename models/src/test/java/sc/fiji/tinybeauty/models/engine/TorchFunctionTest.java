package sc.fiji.tinybeauty.models.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.models.graph.GraphBuilder;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.graph.Value;
import sc.fiji.tinybeauty.models.weights.Tensor;

class TorchFunctionTest {

	@Test
	void everyStepComputesWhatItSays() {
		final GraphBuilder g = new GraphBuilder();
		final Value x = g.input("x", 4, 2, 2);
		g.output(g.relu(x));
		g.output(g.prelu(x, "p"));
		g.output(g.affine(x, 2, -1));
		g.output(g.clip(x, 0, 1.5f));
		g.output(g.add(x, x));
		g.output(g.mul(x, g.globalAvgPool(x)));
		g.output(g.maxPool(x, 2, 2));
		g.output(g.pad(x, 0, 1, 1, 0, 1));
		g.output(g.concat(x, x));
		g.output(g.upsampleNearest(x, 2));
		g.output(g.resizeBilinear(x, 4, 4));
		g.output(g.pixelShuffle(x, 2));
		g.output(g.reshape(g.permute(x, 1, 2, 0), 16));
		g.output(g.linear(g.reshape(x, 16), "l", 1));
		g.output(g.conv2dSame(x, "c", 1, 3, 2, 1));
		g.output(g.hardSwish(x));
		g.output(g.sigmoid(x));
		g.output(g.tanh(x));
		g.output(g.upsampleBilinear(x, 2));
		final NetworkGraph graph = g.build();
		final float[] in = new float[16];
		for (int i = 0; i < 16; i++) in[i] = (i - 4) / 4f;
		final float[] ones36 = new float[36];
		Arrays.fill(ones36, 1);
		final float[] ones16 = Arrays.copyOf(ones36, 16);
		final Map<String, Tensor> weights = Map.of("p.slope", new Tensor(new long[] {
			4 }, new float[] { .5f, .5f, 2, 2 }), "l.weight", new Tensor(new long[] { 1,
				16 }, ones16), "l.bias", new Tensor(new long[] { 1 }, new float[] { 3 }),
			"c.weight", new Tensor(new long[] { 1, 4, 3, 3 }, ones36), "c.bias",
			new Tensor(new long[] { 1 }, new float[] { 0 }));
		try (TorchFunction f = TorchFunction.load(graph, weights, TorchEngine.device(
			DeviceChoice.CPU)))
		{
			final float[][] y = f.apply(1, in);
			assertEquals(0, y[0][0]);
			assertEquals(1, y[0][8]);
			assertArrayEquals(new float[] { -.5f, -.375f, -.25f, -.125f }, Arrays
				.copyOf(y[1], 4));
			assertEquals(-3, y[2][0]);
			assertEquals(1.5f, y[3][15]);
			assertEquals(-2, y[4][0]);
			assertEquals(.625f, y[5][0]);
			assertArrayEquals(new float[] { -.25f, .75f, 1.75f, 2.75f }, y[6]);
			assertEquals(5 * 9, y[7].length);
			assertArrayEquals(new float[] { 0, 0, 0, -1, -.75f, 0, -.5f, -.25f, 0 },
				Arrays.copyOf(y[7], 9));
			assertEquals(0, y[7][44]);
			assertEquals(-1, y[8][16]);
			assertEquals(-1, y[9][5]);
			assertEquals(-.75f, y[9][2]);
			assertArrayEquals(new float[] { -1, -.9375f, -.8125f, -.75f }, Arrays
				.copyOf(y[10], 4));
			assertArrayEquals(y[10], y[18], "bilinear by size and by factor");
			assertArrayEquals(new float[] { -1, 0, -.75f, .25f }, Arrays
				.copyOf(y[11], 4));
			assertArrayEquals(new float[] { -1, 0, 1, 2, -.75f }, Arrays
				.copyOf(y[12], 5));
			assertEquals(14 + 3, y[13][0]);
			assertEquals(14, y[14][0]);
			assertEquals(-1 / 3f, y[15][0], 1e-6);
			assertEquals(.5f, y[16][4]);
			assertEquals(Math.tanh(-1), y[17][0], 1e-6);
		}
	}

	@Test
	void bindingIsReusedAndBatchesAgreeWithSingles() {
		final GraphBuilder g = new GraphBuilder();
		final Value x = g.input("x", 3, 8, 8);
		g.output(g.relu(g.conv2d(x, "c", 5, 3, 2, 1)));
		final Random random = new Random(1);
		final Map<String, Tensor> weights = Map.of("c.weight", random(random, 5, 3, 3,
			3), "c.bias", random(random, 5));
		final float[] two = random(random, 2, 3, 8, 8).data();
		try (TorchFunction f = TorchFunction.load(g.build(), weights, TorchEngine
			.device(DeviceChoice.CPU)); TorchFunction.Binding one = f.bind(1))
		{
			final float[] both = f.apply(2, two)[0];
			final float[] single = new float[80];
			for (int i = 0; i < 2; i++) {
				one.input(0).asFloatBuffer().put(two, 192 * i, 192);
				one.run();
				one.output(0).asFloatBuffer().get(single);
				assertArrayEquals(Arrays.copyOfRange(both, 80 * i, 80 * i + 80),
					single, 1e-5f);
			}
		}
	}

	private static Tensor random(final Random random, final long... shape) {
		final Tensor t = Tensor.zeros(shape);
		for (int i = 0; i < t.size(); i++) t.data()[i] = (float) random.nextGaussian();
		return t;
	}
}
