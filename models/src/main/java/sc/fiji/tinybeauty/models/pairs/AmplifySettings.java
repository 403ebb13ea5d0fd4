package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that the pictures of an amplified set depend on, as text. */
final class AmplifySettings {

	private AmplifySettings() {}

	/**
	 * @return the settings, in a fixed order; seeds, photographs and prior by the
	 *         hash of their content, since folders may move
	 * @throws IOException if a photograph cannot be read at all
	 */
	static Map<String, String> of(final AmplifyOrder order,
		final AmplifierSource source, final Map<String, Seeds> seeds,
		final List<Path> photos) throws IOException
	{
		final Map<String, String> s = new LinkedHashMap<>();
		s.put("count", String.valueOf(order.count()));
		s.put("shade", String.valueOf(order.settings().shade()));
		s.put("detail", String.valueOf(order.settings().detail()));
		s.put("steps", String.valueOf(order.settings().steps()));
		s.put("variety", String.valueOf(order.settings().variety()));
		s.put("seed", String.valueOf(order.settings().seed()));
		s.put("finetune", order.finetune().toString());
		seeds.forEach((style, list) -> s.put("seeds " + style, list.sha256()));
		final Fingerprint faces = new Fingerprint();
		for (final Path photo : photos)
			faces.add(photo.getFileName().toString()).add(photo);
		s.put("faces", faces.hex());
		s.put("batch", String.valueOf(DatasetAmplifier.BATCH));
		s.putAll(source.settings());
		return s;
	}
}
