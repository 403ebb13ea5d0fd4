package sc.fiji.tinybeauty.models.face.convert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.weights.Half;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * Takes the weights of a network out of a TensorFlow Lite graph: both describe
 * their layers in order of execution, so the n-th convolution there is the n-th
 * convolution here. Filters are turned from (out, h, w, in) to (out, in, h, w),
 * depthwise ones from (1, h, w, c) to (c, 1, h, w), slopes from (1, 1, c) to (c).
 */
final class TfliteWeights {

	private final TfliteGraph source;
	private final Iterator<Map.Entry<String, long[]>> names;
	private final Map<String, Tensor> weights = new LinkedHashMap<>();

	private TfliteWeights(final TfliteGraph source, final NetworkGraph network) {
		this.source = source;
		names = network.parameters().entrySet().iterator();
	}

	/**
	 * @param source the original graph
	 * @param network our description of it
	 * @return the weights by their names in the description
	 * @throws IOException if the two do not have the same layers
	 */
	static Map<String, Tensor> read(final TfliteGraph source,
		final NetworkGraph network) throws IOException
	{
		final TfliteWeights reader = new TfliteWeights(source, network);
		for (final TfliteGraph.Operator layer : layers(source))
			reader.take(layer);
		if (reader.names.hasNext()) throw new IOException(
			"The file has fewer layers than the network: " + reader.names.next()
				.getKey() + " is missing.");
		return reader.weights;
	}

	/** Layers with weights; a head that only feeds a LOGISTIC is not needed. */
	private static List<TfliteGraph.Operator> layers(final TfliteGraph source) {
		final Set<Integer> unused = new HashSet<>();
		for (final TfliteGraph.Operator o : source.operators())
			if (o.code() == TfliteGraph.LOGISTIC) unused.add(o.inputs()[0]);
		final List<TfliteGraph.Operator> layers = new ArrayList<>(source
			.operators());
		layers.removeIf(o -> unused.contains(o.outputs()[0]) || o
			.code() != TfliteGraph.CONV_2D && o
				.code() != TfliteGraph.DEPTHWISE_CONV_2D && o
					.code() != TfliteGraph.PRELU);
		return layers;
	}

	private void take(final TfliteGraph.Operator layer) throws IOException {
		final TfliteGraph.Tensor filter = source.tensor(layer.inputs()[1]);
		if (layer.code() == TfliteGraph.PRELU) {
			put(filter, floats(filter), filter.shape()[2]);
			return;
		}
		final int[] s = filter.shape();
		if (layer.code() == TfliteGraph.CONV_2D) put(filter, permute(floats(filter),
			s[0], s[1] * s[2], s[3]), s[0], s[3], s[1], s[2]);
		else put(filter, permute(floats(filter), 1, s[1] * s[2], s[3]), s[3], 1,
			s[1], s[2]);
		final TfliteGraph.Tensor bias = source.tensor(layer.inputs()[2]);
		put(bias, floats(bias), bias.shape()[0]);
	}

	private void put(final TfliteGraph.Tensor from, final float[] values,
		final long... shape) throws IOException
	{
		if (!names.hasNext()) throw new IOException("The file has more layers than " +
			"the network, beginning with " + from.name() + ".");
		final Map.Entry<String, long[]> name = names.next();
		if (!Arrays.equals(shape, name.getValue())) throw new IOException(
			"The layer " + from.name() + " has shape " + Arrays.toString(shape) +
				" where the network's " + name.getKey() + " has " + Arrays.toString(name
					.getValue()) + ".");
		weights.put(name.getKey(), new Tensor(shape, values));
	}

	/** Exchanges the last two of three axes. */
	private static float[] permute(final float[] values, final int a,
		final int b, final int c)
	{
		final float[] result = new float[values.length];
		for (int i = 0; i < a; i++)
			for (int j = 0; j < b; j++)
				for (int k = 0; k < c; k++)
					result[(i * c + k) * b + j] = values[(i * b + j) * c + k];
		return result;
	}

	private static float[] floats(final TfliteGraph.Tensor tensor)
		throws IOException
	{
		final ByteBuffer data = tensor.data();
		final float[] values = new float[Arrays.stream(tensor.shape()).reduce(1,
			Math::multiplyExact)];
		if (tensor.type() > 1 || data.remaining() != values.length * (tensor
			.type() == 1 ? 2 : 4)) throw new IOException("The weights " + tensor
				.name() + " are neither 16-bit nor 32-bit floats.");
		for (int i = 0; i < values.length; i++)
			values[i] = tensor.type() == 1 ? Half.toFloat(data.getShort(2 * i)) : data
				.getFloat(4 * i);
		return values;
	}
}
