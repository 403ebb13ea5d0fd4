package sc.fiji.tinybeauty.models.weights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Weights that ship with this library, each with its card. */
public final class ShippedWeights {

	private ShippedWeights() {}

	/**
	 * @param owner a class of the package that holds the files
	 * @param name name of the files without ending
	 * @return the weights by name
	 * @throws UncheckedIOException if the library's jar is damaged
	 */
	public static Map<String, Tensor> load(final Class<?> owner,
		final String name)
	{
		try {
			final byte[] content = resource(owner, name + ".safetensors");
			final ModelCard card = ModelCard.parse(resource(owner, name + ".json"),
				name + ".json");
			if (!card.sha256().equals(ModelCard.sha256(content)))
				throw new IOException("The network " + name +
					" does not fit its card; install TinyBeauty again.");
			return SafeTensors.parse(content, name + ".safetensors");
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc.getMessage(), exc);
		}
	}

	private static byte[] resource(final Class<?> owner, final String file)
		throws IOException
	{
		try (InputStream in = owner.getResourceAsStream(file)) {
			if (in == null) throw new IOException("The network " + file +
				" is missing; install TinyBeauty again.");
			return in.readAllBytes();
		}
	}
}
