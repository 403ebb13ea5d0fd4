package sc.fiji.tinybeauty.models.makeup;

import java.util.HashMap;
import java.util.Map;

import sc.fiji.tinybeauty.models.graph.GraphBuilder;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.graph.Value;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * The network that came before the present one, whose styles still open. What
 * goes in and comes out is as in {@link TinyBeauty}; so are all layers but the
 * last:
 *
 * <pre>
 * gain            3x3       24 ->  3, nearest x4, times the detail of the image
 * out             3x3       24 -> 48, pixel shuffle x4, + that product
 * </pre>
 *
 * The detail of the image is what a 4x4 block's mean leaves. 76,999 parameters,
 * 122 million multiply-adds at 256 x 256.
 */
public final class TinyBeauty2 {

	/** Name in model cards. */
	public static final String ARCHITECTURE = "TinyBeauty-2";

	private static final int BLOCK = 4;

	private TinyBeauty2() {}

	/**
	 * @param size side length of the crop, a multiple of 16
	 * @return the network for that size; the weights are the same for all
	 */
	public static NetworkGraph graph(final int size) {
		final GraphBuilder g = new GraphBuilder();
		final Value image = g.input("image", 3, size, size);
		final Value f = TinyBeauty.features(g, image);
		final Value texture = texture(g, image, g.conv2d(f, "gain", 3, 3, 1, 1));
		final Value o = g.conv2d(f, "out", 48, 3, 1, 1);
		g.output(g.add(g.affine(g.pixelShuffle(o, BLOCK), 0.5f, 0), texture));
		return g.build();
	}

	/** What a gain per block makes of the image's detail within the block. */
	private static Value texture(final GraphBuilder g, final Value image,
		final Value gain)
	{
		final Value mean = g.avgPool(image, BLOCK, BLOCK);
		return g.mul(g.upsampleNearest(gain, BLOCK), g.sub(image, g
			.upsampleNearest(mean, BLOCK)));
	}

	/**
	 * @param weights weights of this network
	 * @return weights of {@link TinyBeauty} that compute the same residual: the gain
	 *         of a block's mean takes away what that of its pixels adds, and the
	 *         gate's gain is zero
	 */
	public static Map<String, Tensor> upgraded(
		final Map<String, Tensor> weights)
	{
		final Map<String, Tensor> all = new HashMap<>(TinyBeauty.initialWeights(1));
		all.putAll(weights);
		for (final String kind : new String[] { ".weight", ".bias" }) {
			final Tensor gain = weights.get("gain" + kind);
			final float[] negative = gain.data().clone();
			for (int i = 0; i < negative.length; i++)
				negative[i] = -negative[i];
			all.put("gainMean" + kind, new Tensor(gain.shape(), negative));
			all.put("gainGate" + kind, Tensor.zeros(all.get("gainGate" + kind)
				.shape()));
		}
		return all;
	}
}
