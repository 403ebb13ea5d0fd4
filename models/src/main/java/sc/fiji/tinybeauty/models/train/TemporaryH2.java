package sc.fiji.tinybeauty.models.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

final class TemporaryH2 extends AbstractBlock {

	static final Map<String, int[]> CONVS = new LinkedHashMap<>();
	static {
		CONVS.put("p", new int[] { 24, 3, 7 });
		CONVS.put("d1", new int[] { 32, 24, 3 });
		CONVS.put("sa", new int[] { 32, 32, 3 });
		CONVS.put("sb", new int[] { 32, 32, 3 });
		CONVS.put("d2", new int[] { 36, 32, 3 });
		CONVS.put("ra", new int[] { 36, 36, 3 });
		CONVS.put("rb", new int[] { 36, 36, 3 });
		CONVS.put("q1", new int[] { 32, 36, 1 });
		CONVS.put("q0", new int[] { 24, 32, 1 });
		CONVS.put("f", new int[] { 24, 24, 3 });
		CONVS.put("o", new int[] { 48, 24, 3 });
	}
	private final Map<String, Parameter[]> params = new LinkedHashMap<>();

	TemporaryH2() {
		CONVS.forEach((name, s) -> {
			final Parameter w = addParameter(Parameter.builder().setName(name +
				".weight").setType(Parameter.Type.WEIGHT).optShape(new Shape(s[0], s[1],
					s[2], s[2])).build());
			final Parameter b = addParameter(Parameter.builder().setName(name +
				".bias").setType(Parameter.Type.BIAS).optShape(new Shape(s[0]))
				.build());
			params.put(name, new Parameter[] { w, b });
		});
	}

	static float[][] start(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[][] all = new float[2 * CONVS.size()][];
		int i = 0;
		for (final Map.Entry<String, int[]> e : CONVS.entrySet()) {
			final int[] s = e.getValue();
			final int fan = s[1] * s[2] * s[2];
			final float[] w = new float[s[0] * fan];
			double k = Math.sqrt(2.0 / fan);
			if (e.getKey().equals("sb") || e.getKey().equals("rb")) k *= 0.2;
			if (e.getKey().equals("o")) k *= 0.05;
			for (int j = 0; j < w.length; j++)
				w[j] = (float) (k * random.nextGaussian());
			all[i++] = w;
			all[i++] = new float[s[0]];
		}
		return all;
	}

	private NDArray conv(final ParameterStore ps, final NDArray x,
		final String name, final int stride)
	{
		final Parameter[] p = params.get(name);
		final int pad = CONVS.get(name)[2] / 2;
		return Conv2d.conv2d(x, ps.getValue(p[0], x.getDevice(), true), ps.getValue(
			p[1], x.getDevice(), true), new Shape(stride, stride), new Shape(pad,
				pad)).singletonOrThrow();
	}

	private static NDArray up(final NDArray x) {
		final long[] s = x.getShape().getShape();
		return x.getNDArrayInternal().interpolation(new long[] { 2 * s[2], 2 *
			s[3] }, 0, false);
	}

	private static NDArray relu(final NDArray x) {
		return x.getNDArrayInternal().relu();
	}

	@Override
	protected NDList forwardInternal(final ParameterStore ps, final NDList inputs,
		final boolean training, final PairList<String, Object> a)
	{
		final NDArray x = inputs.singletonOrThrow();
		final NDArray p = relu(conv(ps, x, "p", 4));
		final NDArray d1 = relu(conv(ps, p, "d1", 2));
		final NDArray s = relu(conv(ps, relu(conv(ps, d1, "sa", 1)), "sb", 1).add(
			d1));
		final NDArray d2 = relu(conv(ps, s, "d2", 2));
		final NDArray r = relu(conv(ps, relu(conv(ps, d2, "ra", 1)), "rb", 1).add(
			d2));
		final NDArray q1 = relu(up(conv(ps, r, "q1", 1)).add(s));
		final NDArray q0 = relu(up(conv(ps, q1, "q0", 1)).add(p));
		final NDArray o = conv(ps, relu(conv(ps, q0, "f", 1)), "o", 1);
		final long[] n = o.getShape().getShape();
		return new NDList(o.reshape(n[0], 3, 4, 4, n[2], n[3]).transpose(0, 1, 4, 2,
			5, 3).reshape(n[0], 3, 4 * n[2], 4 * n[3]));
	}

	@Override
	public Shape[] getOutputShapes(final Shape[] s) {
		return s;
	}

	@Override
	protected void initializeChildBlocks(final NDManager m, final DataType t,
		final Shape... s)
	{}
}
