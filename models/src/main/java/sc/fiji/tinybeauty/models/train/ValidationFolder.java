package sc.fiji.tinybeauty.models.train;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import sc.fiji.tinybeauty.models.weights.AtomicFile;

/**
 * The unseen faces as PNG files in {@code bare/}, {@code truth/} and
 * {@code result/} with equal names, and their skin tone groups as
 * {@code groups.csv}: what the command Evaluate takes.
 */
final class ValidationFolder {

	private ValidationFolder() {}

	/**
	 * @param folder is made if it is not there
	 * @param validation the unseen faces
	 * @param net the network
	 * @throws IOException if a file cannot be written
	 */
	static void write(final Path folder, final Validation validation,
		final Validation.Net net) throws IOException
	{
		for (final String part : new String[] { "bare", "truth", "result" })
			Files.createDirectories(folder.resolve(part));
		final StringBuilder groups = new StringBuilder("file,group\n");
		for (final Pair pair : validation.pairs()) {
			final String name = pair.name().replaceFirst("\\.[^.]*$", "") + ".png";
			final int n = pair.size();
			final Sample sample = new Sample(n);
			sample.fill(pair, Augmentation.none(0, 0), null);
			write(folder.resolve("bare").resolve(name), n, sample.input, null);
			write(folder.resolve("truth").resolve(name), n, sample.input,
				sample.residual);
			write(folder.resolve("result").resolve(name), n, sample.input, net
				.residual(sample.input, n));
			groups.append(name).append(',').append(pair.tone()).append('\n');
		}
		AtomicFile.write(folder.resolve("groups.csv"), groups.toString().getBytes(
			StandardCharsets.UTF_8));
	}

	private static void write(final Path file, final int n, final float[] input,
		final float[] residual) throws IOException
	{
		final BufferedImage image = new BufferedImage(n, n,
			BufferedImage.TYPE_INT_RGB);
		ValidationSheet.put(image, 0, 0, n, input, residual);
		AtomicFile.writePng(file, image);
	}
}
