package sc.fiji.tinybeauty.models.weights;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import javax.imageio.ImageIO;

/** Writes whole files so that nobody ever sees half of one. */
public final class AtomicFile {

	private AtomicFile() {}

	/**
	 * Writes beside the target, syncs to disk, then renames.
	 *
	 * @param file target; its folder is made if need be
	 * @param content all bytes
	 * @throws IOException if that fails; the target is then as before
	 */
	public static void write(final Path file, final byte[] content)
		throws IOException
	{
		final Path folder = file.toAbsolutePath().getParent();
		Files.createDirectories(folder);
		// A temporary file of the JDK would be readable by its owner only.
		final Path part = folder.resolve("." + file.getFileName() + "." + UUID
			.randomUUID() + ".part");
		try {
			try (FileChannel channel = FileChannel.open(part,
				StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))
			{
				final ByteBuffer buffer = ByteBuffer.wrap(content);
				while (buffer.hasRemaining()) channel.write(buffer);
				channel.force(true);
			}
			move(part, file);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	/**
	 * Writes a picture as PNG, as {@link #write} does.
	 *
	 * @param file target; its folder is made if need be
	 * @param image the picture
	 * @throws IOException if that fails; the target is then as before
	 */
	public static void writePng(final Path file, final BufferedImage image)
		throws IOException
	{
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(image, "png", bytes);
		write(file, bytes.toByteArray());
	}

	/** Some network drives cannot rename atomically; a plain move must do there. */
	private static void move(final Path part, final Path file)
		throws IOException
	{
		try {
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException exc) {
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
		}
	}
}
