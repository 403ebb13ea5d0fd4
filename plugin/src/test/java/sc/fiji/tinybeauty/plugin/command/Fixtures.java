package sc.fiji.tinybeauty.plugin.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;

import sc.fiji.tinybeauty.models.makeup.Style;
import sc.fiji.tinybeauty.models.makeup.TinyBeauty;
import sc.fiji.tinybeauty.models.weights.ModelCard;
import sc.fiji.tinybeauty.models.weights.Tensor;
import sc.fiji.tinybeauty.plugin.photo.PhotoReader;

/** Faces and styles for tests of commands with the real networks. */
final class Fixtures {

	private static final Path FACES = Path.of("..", "models", "src", "test",
		"resources", "sc", "fiji", "tinybeauty", "models", "face");

	private Fixtures() {}

	/** @return an aligned synthetic face of 256 x 256 pixels */
	static ImagePlus face(final String tone) throws IOException {
		return PhotoReader.read(facePath(tone));
	}

	static Path facePath(final String tone) {
		return FACES.resolve(tone + ".png");
	}

	/** @return the file of a style whose network was never trained, but does a lot */
	static Path style(final String name, final long seed, final Path folder)
		throws IOException
	{
		final Map<String, Tensor> weights = TinyBeauty.initialWeights(seed);
		weights.forEach((key, tensor) -> {
			if (!key.startsWith("out.")) return;
			for (int i = 0; i < tensor.size(); i++)
				tensor.data()[i] = key.endsWith("bias") ? 0.1f * (i + 1) : 2 * tensor
					.data()[i];
		});
		return Style.of(new ModelCard(name, "For tests.", "BSD-2-Clause", "", 0, 1, 0,
			List.of(), Map.of(), ""), weights).save(folder);
	}
}
