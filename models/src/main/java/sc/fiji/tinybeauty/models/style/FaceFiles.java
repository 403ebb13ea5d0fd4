package sc.fiji.tinybeauty.models.style;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.train.FaceFilter;
import sc.fiji.tinybeauty.ops.face.FaceCrop;

/** The faces of a folder of pictures. */
final class FaceFiles {

	private static final String PICTURE = ".*\\.(png|jpe?g|tiff?|bmp)";

	private FaceFiles() {}

	/**
	 * Finds the largest face of every picture. Faces from which nothing can be
	 * learnt (behind dark glasses, near monochrome, in deep shadow) and pictures
	 * without a face are left out.
	 *
	 * @param folder a folder of pictures, or one with such a folder
	 *          {@code images/}
	 * @param finder finds them
	 * @param progress is told
	 * @return the faces, by file name
	 * @throws IOException if the folder cannot be read
	 */
	static List<FaceFile> read(final Path folder, final FaceFinder finder,
		final StyleProgress progress) throws IOException
	{
		final Path images = folder.resolve("images");
		final List<Path> files = files(Files.isDirectory(images) ? images : folder);
		final List<FaceFile> faces = new ArrayList<>();
		for (int i = 0; i < files.size(); i++) {
			progress.show(i, files.size(), "Finding faces");
			if (progress.canceled()) throw new CancellationException(
				"Train Style was cancelled.");
			final Path file = files.get(i);
			final Picture p = picture(file);
			final Optional<FaceFraming> found = FaceFraming.of(finder, FaceFraming
				.plane(p.rgb, p.width, p.height));
			if (found.isEmpty()) continue;
			final FaceFraming face = found.get();
			if (FaceFilter.flaw(face.crop(p.rgb, p.width, p.height), FaceCrop.SIZE, face
				.landmarks()) != null) continue;
			faces.add(new FaceFile(file.getFileName().toString(), "", face
				.landmarks(), () -> {
					final Picture again = picture(file);
					return face.crop(again.rgb, again.width, again.height);
				}));
		}
		return faces;
	}

	private static List<Path> files(final Path folder) throws IOException {
		if (!Files.isDirectory(folder)) throw new IOException("\"" + folder +
			"\" is no folder; give one with pictures of bare faces.");
		try (Stream<Path> all = Files.list(folder)) {
			return all.filter(f -> f.getFileName().toString().toLowerCase(Locale.ROOT)
				.matches(PICTURE)).sorted().toList();
		}
	}

	private record Picture(int width, int height, byte[] rgb) {}

	private static Picture picture(final Path file) throws IOException {
		final BufferedImage image = ImageIO.read(file.toFile());
		if (image == null) throw new IOException("The picture " + file +
			" is of no kind that Java reads; save it as PNG.");
		final int w = image.getWidth(), h = image.getHeight();
		final int[] argb = image.getRGB(0, 0, w, h, null, 0, w);
		final byte[] rgb = new byte[3 * argb.length];
		for (int i = 0; i < argb.length; i++)
			for (int c = 0; c < 3; c++)
				rgb[3 * i + c] = (byte) (argb[i] >> 16 - 8 * c);
		return new Picture(w, h, rgb);
	}
}
