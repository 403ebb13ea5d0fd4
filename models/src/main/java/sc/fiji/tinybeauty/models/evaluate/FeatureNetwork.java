package sc.fiji.tinybeauty.models.evaluate;

import ai.djl.Device;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.engine.TorchFunction;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.weights.ShippedWeights;
import sc.fiji.tinybeauty.ops.geometry.Crops;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/**
 * A network that describes a square of a picture. Not for several threads at a
 * time.
 */
final class FeatureNetwork implements AutoCloseable {

	private final NetworkGraph graph;
	private final TorchFunction network;
	private final TorchFunction.Binding binding;
	private final Img<FloatType> square;

	private FeatureNetwork(final NetworkGraph graph, final String weights,
		final int size, final Device device)
	{
		this.graph = graph;
		network = TorchFunction.load(graph, ShippedWeights.load(FeatureNetwork.class,
			weights), device);
		binding = network.bind(1);
		square = FloatImages.wrap(binding.input(0), size, size, 3);
	}

	/** @return {@link EfficientNetGraph} */
	static FeatureNetwork efficientNet(final Device device) {
		return new FeatureNetwork(EfficientNetGraph.create(), "efficientnet-lite0",
			EfficientNetGraph.SIZE, device);
	}

	/** @return {@link IdentityGraph} */
	static FeatureNetwork identity(final Device device) {
		return new FeatureNetwork(IdentityGraph.create(), "identity",
			IdentityGraph.SIZE, device);
	}

	/** @return side of the square that the network sees, pixels */
	int size() {
		return (int) square.dimension(0);
	}

	/**
	 * @param photo is read
	 * @param toPhoto from the network's square to the photograph
	 * @return values of each output, (channel, row, column)
	 */
	float[][] describe(final RgbPlane photo, final Similarity toPhoto) {
		Crops.crop(photo, toPhoto, square);
		binding.run();
		final float[][] outputs = new float[graph.outputs().size()][];
		for (int i = 0; i < outputs.length; i++) {
			outputs[i] = new float[graph.outputs().get(i).size()];
			binding.output(i).asFloatBuffer().get(outputs[i]);
		}
		return outputs;
	}

	@Override
	public void close() {
		binding.close();
		network.close();
	}
}
