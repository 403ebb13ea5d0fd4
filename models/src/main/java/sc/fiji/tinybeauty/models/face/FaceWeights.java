package sc.fiji.tinybeauty.models.face;

import java.io.UncheckedIOException;
import java.util.Map;

import sc.fiji.tinybeauty.models.weights.ShippedWeights;
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
		return ShippedWeights.load(FaceWeights.class, name);
	}
}
