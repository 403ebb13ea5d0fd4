package sc.fiji.tinybeauty.models.face;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ai.djl.Device;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.engine.TorchFunction;
import sc.fiji.tinybeauty.ops.geometry.Border;
import sc.fiji.tinybeauty.ops.geometry.Crops;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/**
 * BlazeFace, ready to run on pictures of any size; see {@link BlazeFaceGraph}.
 * It sees upright faces of about 25 to 128 pixels. Not for several threads at a
 * time.
 */
final class FaceDetector implements AutoCloseable {

	/** Buffers of this many sizes are kept. */
	private static final int SIZES = 6;

	private final TorchFunction network;

	private final Map<List<Integer>, TorchFunction.Binding> bindings =
		new LinkedHashMap<>(16, 0.75f, true);

	FaceDetector(final Device device) {
		network = TorchFunction.load(BlazeFaceGraph.create(), FaceWeights.load(
			"detector"), device);
	}

	/**
	 * Looks for faces in one picture cut out of a photograph; black lies around
	 * the photograph.
	 *
	 * @param photo is read
	 * @param toPhoto from picture to photograph coordinates
	 * @param width of the picture, a multiple of {@link BlazeFaceGraph#MULTIPLE}
	 * @param height of the picture, likewise
	 * @param minScore 0..1
	 * @return what scored more, in photograph coordinates, not yet blended
	 */
	List<Candidate> detect(final RgbPlane photo, final Similarity toPhoto,
		final int width, final int height, final double minScore)
	{
		final TorchFunction.Binding binding = binding(width, height);
		final Img<FloatType> picture = FloatImages.wrap(binding.input(0), width,
			height, 3);
		Crops.crop(photo, toPhoto, Border.ZERO, picture);
		binding.run();
		final List<Candidate> found = new ArrayList<>();
		Anchors.FINE.decode(floats(binding.output(0)), floats(binding.output(2)),
			width, height, minScore, found);
		Anchors.COARSE.decode(floats(binding.output(1)), floats(binding.output(3)),
			width, height, minScore, found);
		found.replaceAll(c -> c.transform(toPhoto));
		return found;
	}

	private TorchFunction.Binding binding(final int width, final int height) {
		final List<Integer> size = List.of(width, height);
		TorchFunction.Binding binding = bindings.get(size);
		if (binding != null) return binding;
		if (bindings.size() == SIZES) bindings.remove(bindings.keySet().iterator()
			.next()).close();
		binding = network.bind(1, BlazeFaceGraph.create(width, height));
		bindings.put(size, binding);
		return binding;
	}

	static float[] floats(final ByteBuffer buffer) {
		final float[] values = new float[buffer.capacity() / Float.BYTES];
		buffer.asFloatBuffer().get(values);
		return values;
	}

	@Override
	public void close() {
		bindings.values().forEach(TorchFunction.Binding::close);
		network.close();
	}
}
