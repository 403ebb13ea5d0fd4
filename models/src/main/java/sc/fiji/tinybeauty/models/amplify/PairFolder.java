package sc.fiji.tinybeauty.models.amplify;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import net.imglib2.img.array.ArrayImgs;

import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/**
 * Reads pairs of aligned 256-pixel pictures from a folder with {@code bare/} and
 * {@code made/}, whose files have equal names.
 */
final class PairFolder {

	private static final int N = ResidualDiffusion.SIZE, PIXELS = N * N;

	private PairFolder() {}

	/**
	 * @param folder the folder
	 * @param finder finds the landmarks on the bare pictures
	 * @return all pairs, sorted by name
	 * @throws IOException if a picture cannot be read or has another size
	 */
	static List<SeedPair> read(final Path folder, final FaceFinder finder)
		throws IOException
	{
		final List<SeedPair> pairs = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder.resolve("bare"))) {
			for (final Path file : files.sorted().toList()) {
				final float[] bare = picture(file);
				final float[] made = picture(folder.resolve("made").resolve(file
					.getFileName()));
				pairs.add(new SeedPair(file.getFileName().toString(), bare, made, finder
					.precise(RgbPlanes.tensor(ArrayImgs.floats(bare, N, N, 3)))
					.landmarks()));
			}
		}
		return pairs;
	}

	private static float[] picture(final Path file) throws IOException {
		final BufferedImage image = ImageIO.read(file.toFile());
		if (image == null || image.getWidth() != N || image.getHeight() != N)
			throw new IOException("The picture " + file + " is not an image of " + N +
				" x " + N + " pixels; crop it like the others.");
		final int[] argb = image.getRGB(0, 0, N, N, null, 0, N);
		final float[] planar = new float[3 * PIXELS];
		for (int i = 0; i < PIXELS; i++)
			for (int c = 0; c < 3; c++)
				planar[c * PIXELS + i] = (argb[i] >> 16 - 8 * c & 255) / 255f;
		return planar;
	}
}
