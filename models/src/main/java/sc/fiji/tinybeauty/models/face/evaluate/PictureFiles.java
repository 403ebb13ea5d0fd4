package sc.fiji.tinybeauty.models.face.evaluate;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/** Reads pictures for evaluation, without looking at their orientation tag. */
final class PictureFiles {

	private PictureFiles() {}

	/**
	 * @param folder a folder
	 * @return its JPEG and PNG files, by name
	 * @throws IOException if it cannot be listed
	 */
	static List<Path> list(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(f -> f.toString().toLowerCase(Locale.ROOT).matches(
				".*\\.(jpe?g|png)")).sorted().toList();
		}
	}

	/**
	 * @param file a JPEG or PNG file
	 * @return the picture
	 * @throws IOException if it is none
	 */
	static RgbPlane read(final Path file) throws IOException {
		final BufferedImage image = ImageIO.read(file.toFile());
		if (image == null) throw new IOException(file +
			" is not a picture that Java can read; convert it to PNG.");
		final int w = image.getWidth(), h = image.getHeight();
		return RgbPlanes.argb(image.getRGB(0, 0, w, h, null, 0, w), w, h);
	}
}
