package sc.fiji.tinybeauty.models.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

import sc.fiji.tinybeauty.models.graph.GraphBuilder;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.graph.Value;
import sc.fiji.tinybeauty.models.makeup.TinyBeauty;
import sc.fiji.tinybeauty.models.makeup.TinyBeautyH2;

/** Networks that were compared before one was chosen, by name. */
final class NetworkDesigns {

	private static final Map<String, IntFunction<NetworkGraph>> ALL =
		new LinkedHashMap<>();

	static {
		ALL.put("unet", NetworkDesigns::unet);
		ALL.put("H2", TinyBeautyH2::graph);
		ALL.put("H2g", n -> body(n, 32, 36, 0, 1, 24, 3, 1, 1));
		ALL.put("A", n -> body(n, 32, 32, 0, 2, 24, 3, 3, 1));
		ALL.put("TinyBeauty-2", TinyBeauty::graph);
		ALL.put("B", n -> body(n, 28, 28, 1, 1, 24, 3, 3, 1));
		ALL.put("C", n -> body(n, 32, 32, 0, 3, 24, 1, 1, 2));
	}

	private NetworkDesigns() {}

	static NetworkGraph graph(final String name, final int size) {
		return ALL.get(name).apply(size);
	}

	private static NetworkGraph body(final int size, final int c8, final int c16,
		final int after8, final int refine, final int c4, final int outKernel,
		final int gainKernel, final int gainParts)
	{
		final GraphBuilder g = new GraphBuilder();
		final Value image = g.input("image", 3, size, size);
		final Value x = g.affine(g.pad(image, 3, 3, 3, 3, 0), 2, -1);
		final Value p = g.relu(g.conv2d(x, "stem", 24, 7, 4, 0));
		final Value d1 = g.relu(g.conv2d(p, "down1", c8, 3, 2, 1));
		final Value s = residual(g, d1, "res1");
		final Value d2 = g.relu(g.conv2d(s, "down2", c16, 3, 2, 1));
		final Value r = residual(g, d2, "res2");
		Value q = up(g, r, "up1", s);
		for (int i = 0; i < after8; i++) q = residual(g, q, "res" + (3 + i));
		q = up(g, q, "up2", p);
		for (int i = 0; i < refine; i++)
			q = g.relu(g.conv2d(q, "refine" + i, i == 0 && c4 == 24 ? 24 : c4, 3, 1,
				1));
		Value gain = g.conv2d(q, "gain", 3 * gainParts * gainParts, gainKernel, 1,
			gainKernel / 2);
		if (gainParts > 1) gain = g.pixelShuffle(gain, gainParts);
		final Value mean = g.upsampleNearest(g.avgPool(image, 4, 4), 4);
		final Value follow = g.mul(g.upsampleNearest(gain, 4 / gainParts), g.sub(
			image, mean));
		final Value o = g.conv2d(q, "out", 48, outKernel, 1, outKernel / 2);
		g.output(g.add(g.affine(g.pixelShuffle(o, 4), 0.5f, 0), follow));
		return g.build();
	}

	private static Value residual(final GraphBuilder g, final Value x,
		final String name)
	{
		final int n = x.channels();
		final Value a = g.relu(g.conv2d(x, name + "a", n, 3, 1, 1));
		return g.relu(g.add(g.conv2d(a, name + "b", n, 3, 1, 1), x));
	}

	private static Value up(final GraphBuilder g, final Value x,
		final String name, final Value skip)
	{
		final Value narrow = g.conv2d(x, name, skip.channels(), 1, 1, 0);
		return g.relu(g.add(g.upsampleNearest(narrow, 2), skip));
	}

	/**
	 * The layout that meets the published numbers of Jin et al. (2024): 80,327
	 * parameters, 675 million multiply-adds.
	 */
	private static NetworkGraph unet(final int size) {
		final GraphBuilder g = new GraphBuilder();
		final Value image = g.input("image", 3, size, size);
		final Value x = g.affine(g.pad(image, 3, 3, 3, 3, 0), 2, -1);
		final Value e1 = g.relu(g.conv2d(x, "in", 8, 7, 1, 0));
		final Value e2 = g.relu(g.conv2d(e1, "down1", 20, 4, 2, 1));
		Value y = g.relu(g.conv2d(e2, "down2", 28, 4, 2, 1));
		for (int i = 1; i <= 4; i++) y = residual(g, y, "res" + i);
		y = g.relu(g.conv2d(g.concat(g.upsampleNearest(y, 2), e2), "up1", 20, 3, 1,
			1));
		y = g.relu(g.conv2d(g.concat(g.upsampleNearest(y, 2), e1), "up2", 8, 3, 1,
			1));
		g.output(g.affine(g.conv2d(y, "out", 3, 3, 1, 1), 0.5f, 0));
		return g.build();
	}
}
