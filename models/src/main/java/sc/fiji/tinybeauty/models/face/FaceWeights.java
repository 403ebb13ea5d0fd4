package sc.fiji.tinybeauty.models.face;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import sc.fiji.tinybeauty.models.weights.ModelCard;
import sc.fiji.tinybeauty.models.weights.SafeTensors;
import sc.fiji.tinybeauty.models.weights.Tensor;

/** The weights of the face networks that ship with this library. */
final class FaceWeights {

	private FaceWeights() {}

	/**
	 * @param name detector or mesh
	 * @return the weights by name
	 * @throws UncheckedIOException if the library's jar is damaged
	 */
	static Map<String, Tensor> load(final String name) {
		try {
			final byte[] content = resource(name + ".safetensors");
			final ModelCard card = ModelCard.parse(resource(name + ".json"), name +
				".json");
			if (!card.sha256().equals(ModelCard.sha256(content)))
				throw new IOException("The face network " + name +
					" does not fit its card; install TinyBeauty again.");
			return SafeTensors.parse(content, name + ".safetensors");
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc.getMessage(), exc);
		}
	}

	private static byte[] resource(final String file) throws IOException {
		try (InputStream in = FaceWeights.class.getResourceAsStream(file)) {
			if (in == null) throw new IOException("The face network " + file +
				" is missing; install TinyBeauty again.");
			return in.readAllBytes();
		}
	}
}
