package sc.fiji.tinybeauty.models.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

import sc.fiji.tinybeauty.models.graph.GraphBuilder;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.graph.Value;
import sc.fiji.tinybeauty.models.makeup.Layers;
import sc.fiji.tinybeauty.models.makeup.TinyBeauty;
import sc.fiji.tinybeauty.models.makeup.TinyBeauty2;
import sc.fiji.tinybeauty.models.makeup.TinyBeautyH2;

/**
 * Networks of at most 81,000 parameters between which {@link CompareNetworks}
 * compares; {@code docs/networks.md} tells what came out.
 */
final class NetworkDesigns {

	private static final Map<String, IntFunction<NetworkGraph>> ALL =
		new LinkedHashMap<>();

	static {
		ALL.put("unet", NetworkDesigns::unet);
		ALL.put("H2", TinyBeautyH2::graph);
		ALL.put("TinyBeauty-2", TinyBeauty2::graph);
		ALL.put("TinyBeauty-3", TinyBeauty::graph);
		ALL.put("H2+gain", n -> new Variant(32, 36, 1, 3, 1, 1).graph(n));
		ALL.put("refine2", n -> new Variant(32, 32, 2, 3, 3, 1).graph(n));
		ALL.put("refine3", n -> new Variant(32, 32, 3, 1, 1, 2).graph(n));
		ALL.put("affine", n -> affine(n, false));
		ALL.put("affine-smooth", n -> affine(n, true));
		ALL.put("thin", NetworkDesigns::thin);
	}

	private NetworkDesigns() {}

	/** @return names of all designs */
	static Set<String> names() {
		return ALL.keySet();
	}

	/**
	 * @param name a design
	 * @param size side of the crop
	 * @throws IllegalArgumentException if there is no such design
	 */
	static NetworkGraph graph(final String name, final int size) {
		if (!ALL.containsKey(name)) throw new IllegalArgumentException(
			"There is no design " + name + "; choose from " + String.join(", ",
				names()) + ".");
		return ALL.get(name).apply(size);
	}

	/**
	 * H2 with gains of the image's detail as in {@link TinyBeauty}.
	 *
	 * @param eighth channels at 1/8
	 * @param sixteenth channels at 1/16
	 * @param refinements 3x3 convolutions at 1/4 before the last layer
	 * @param outKernel kernel of the last layer
	 * @param gainKernel kernel of the gains' layer
	 * @param parts gains per block of 4 pixels, along each axis
	 */
	private record Variant(int eighth, int sixteenth, int refinements,
		int outKernel, int gainKernel, int parts)
	{

		NetworkGraph graph(final int size) {
			final GraphBuilder g = new GraphBuilder();
			final Value image = g.input("image", 3, size, size);
			final Value x = g.affine(g.pad(image, 3, 3, 3, 3, 0), 2, -1);
			final Value p = g.relu(g.conv2d(x, "stem", 24, 7, 4, 0));
			final Value d1 = g.relu(g.conv2d(p, "down1", eighth, 3, 2, 1));
			final Value s = Layers.residual(g, d1, "res1");
			final Value d2 = g.relu(g.conv2d(s, "down2", sixteenth, 3, 2, 1));
			final Value r = Layers.residual(g, d2, "res2");
			Value q = Layers.up(g, Layers.up(g, r, "up1", s), "up2", p);
			for (int i = 0; i < refinements; i++)
				q = g.relu(g.conv2d(q, "refine" + i, 24, 3, 1, 1));
			final Value texture = texture(g, image, q);
			final Value o = g.conv2d(q, "out", 48, outKernel, 1, outKernel / 2);
			g.output(g.add(g.affine(g.pixelShuffle(o, 4), 0.5f, 0), texture));
			return g.build();
		}

		private Value texture(final GraphBuilder g, final Value image,
			final Value q)
		{
			final Value all = g.conv2d(q, "gain", 3 * parts * parts, gainKernel, 1,
				gainKernel / 2);
			final Value gain = parts > 1 ? g.pixelShuffle(all, parts) : all;
			final Value mean = g.upsampleNearest(g.avgPool(image, 4, 4), 4);
			return g.mul(g.upsampleNearest(gain, 4 / parts), g.sub(image, mean));
		}
	}

	/**
	 * TinyBeauty whose residual is an affine function of a pixel and of its block's
	 * mean: gain times the pixel, plus gain times the mean, plus what the last layer
	 * draws. Pigment over skin, m (p - x), then needs no product in the features.
	 *
	 * @param smooth whether gains are interpolated between blocks
	 */
	private static NetworkGraph affine(final int size, final boolean smooth) {
		final GraphBuilder g = new GraphBuilder();
		final Value image = g.input("image", 3, size, size);
		final Value f = TinyBeauty.features(g, image);
		final Value gain = g.conv2d(f, "gain", 3, 3, 1, 1);
		final Value mean = g.mul(g.conv2d(f, "gainMean", 3, 3, 1, 1), g.avgPool(image,
			4, 4));
		final Value drawn = g.affine(g.pixelShuffle(g.conv2d(f, "out", 48, 3, 1, 1),
			4), 0.5f, 0);
		final Value detail = g.mul(enlarged(g, gain, smooth), image);
		g.output(g.add(g.add(drawn, detail), enlarged(g, mean, smooth)));
		return g.build();
	}

	/** Affine, whose sum goes through a thin branch at full resolution. */
	private static NetworkGraph thin(final int size) {
		final GraphBuilder g = new GraphBuilder();
		final Value image = g.input("image", 3, size, size);
		final Value f = TinyBeauty.features(g, image);
		final Value gain = g.upsampleNearest(g.conv2d(f, "gain", 3, 3, 1, 1), 4);
		final Value drawn = g.pixelShuffle(g.conv2d(f, "out", 48, 3, 1, 1), 4);
		final Value mix = g.relu(g.conv2d(g.concat(drawn, image), "thin", 8, 3, 1,
			1));
		final Value more = g.conv2d(mix, "gainThin", 3, 1, 1, 0);
		g.output(g.add(g.add(g.affine(drawn, 0.5f, 0), more), g.mul(gain, image)));
		return g.build();
	}

	private static Value enlarged(final GraphBuilder g, final Value x,
		final boolean smooth)
	{
		return smooth ? g.upsampleBilinear(x, 4) : g.upsampleNearest(x, 4);
	}

	/**
	 * A U-Net that meets the published numbers of Jin et al. (2024): 14
	 * convolutions, 80,327 parameters, 675 million multiply-adds. Without
	 * normalisation, which would only make it slower.
	 */
	private static NetworkGraph unet(final int size) {
		final GraphBuilder g = new GraphBuilder();
		final Value image = g.input("image", 3, size, size);
		final Value x = g.affine(g.pad(image, 3, 3, 3, 3, 0), 2, -1);
		final Value e1 = g.relu(g.conv2d(x, "in", 8, 7, 1, 0));
		final Value e2 = g.relu(g.conv2d(e1, "down1", 20, 4, 2, 1));
		Value y = g.relu(g.conv2d(e2, "down2", 28, 4, 2, 1));
		for (int i = 1; i <= 4; i++)
			y = Layers.residual(g, y, "res" + i);
		y = g.relu(g.conv2d(g.concat(g.upsampleNearest(y, 2), e2), "up1", 20, 3, 1,
			1));
		y = g.relu(g.conv2d(g.concat(g.upsampleNearest(y, 2), e1), "up2", 8, 3, 1,
			1));
		g.output(g.affine(g.conv2d(y, "out", 3, 3, 1, 1), 0.5f, 0));
		return g.build();
	}
}
