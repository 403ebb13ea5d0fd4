package sc.fiji.tinybeauty.plugin.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken files end in one sentence, soon, and in nothing else. */
class HostileFilesTest {

	@TempDir
	private Path folder;

	private static byte[] encoded(final String format) throws IOException {
		final BufferedImage noise = new BufferedImage(64, 48,
			BufferedImage.TYPE_INT_RGB);
		final Random random = new Random(1);
		for (int i = 0; i < 64 * 48; i++)
			noise.setRGB(i % 64, i / 64, random.nextInt(0x1000000));
		if (format.equals("tif")) return new FileSaver(new ImagePlus("a",
			new ColorProcessor(noise))).serialize();
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(noise, format, out);
		return out.toByteArray();
	}

	private String sentence(final String name, final byte[] content) {
		return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
			final Path file = Files.write(folder.resolve(name), content);
			final IOException e = assertThrows(IOException.class, () -> PhotoReader
				.read(file));
			assertTrue(e.getMessage().contains("\"" + name + "\""), e.getMessage());
			assertTrue(e.getMessage().endsWith("."), e.getMessage());
			assertTrue(!e.getMessage().contains("\n"), e.getMessage());
			return e.getMessage();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "jpg", "png", "gif", "bmp", "tif" })
	void emptyAndForeignFiles(final String format) {
		assertTrue(sentence("a." + format, new byte[0]).contains("is empty"));
		sentence("b." + format, "This is no picture at all.".getBytes(
			StandardCharsets.US_ASCII));
		sentence("c." + format, new byte[100]);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jpg", "png", "gif", "bmp", "tif" })
	void truncatedFiles(final String format) throws IOException {
		final byte[] whole = encoded(format);
		for (int share = 1; share < 10; share++)
			sentence("t" + share + "." + format, Arrays.copyOf(whole, whole.length *
				share / 10));
	}

	/** Whatever is changed in a file, it is read or refused, and never for ever. */
	@ParameterizedTest
	@ValueSource(strings = { "jpg", "png", "gif", "bmp", "tif" })
	void garbledFiles(final String format) throws IOException {
		final byte[] whole = encoded(format);
		final Random random = new Random(7);
		for (int i = 0; i < 60; i++) {
			final byte[] garbled = whole.clone();
			for (int k = 0; k < 3; k++)
				garbled[random.nextInt(Math.min(garbled.length, 400))] = (byte) random
					.nextInt();
			final Path file = Files.write(folder.resolve("g." + format), garbled);
			assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
				try {
					PhotoReader.read(file);
				}
				catch (final IOException e) {
					assertTrue(e.getMessage().contains("g." + format), e.getMessage());
				}
			});
		}
	}

	@Test
	void picturesLargerThanAPlane() throws IOException {
		final byte[] png = encoded("png");
		final ByteBuffer header = ByteBuffer.wrap(png);
		header.putInt(16, 70000).putInt(20, 70000);
		final CRC32 crc = new CRC32();
		crc.update(png, 12, 17);
		header.putInt(29, (int) crc.getValue());
		assertTrue(sentence("a.png", png).contains("2147483647"));
		assertTrue(sentence("a.tif", tiff(70000, 70000, 8, 0)).contains(
			"2147483647"));
		header.putInt(16, 40000).putInt(20, 40000);
		crc.reset();
		crc.update(png, 12, 17);
		header.putInt(29, (int) crc.getValue());
		assertTrue(sentence("b.png", png).contains("memory"));
	}

	@Test
	void tiffDirectoriesThatRunInACircle() {
		assertTrue(sentence("a.tif", tiff(4, 4, 8, 8)).contains("circle"));
	}

	@Test
	void tiffStacksWithoutTheirPixels() throws IOException {
		final ImageStack stack = new ImageStack(64, 48);
		for (int i = 0; i < 4; i++)
			stack.addSlice(new ColorProcessor(64, 48));
		final byte[] tiff = new FileSaver(new ImagePlus("a", stack)).serialize();
		assertTrue(sentence("a.tif", Arrays.copyOf(tiff, tiff.length * 3 / 4))
			.contains("cut off"));
	}

	@Test
	void missingFilesAndFolders() throws IOException {
		final Path gone = folder.resolve("gone.png");
		assertTrue(assertThrows(IOException.class, () -> PhotoReader.read(gone))
			.getMessage().contains("gone.png"));
		final Path inner = Files.createDirectory(folder.resolve("inner.png"));
		assertThrows(IOException.class, () -> PhotoReader.read(inner));
	}

	@Test
	void oneByManyIsRead() throws IOException {
		final Path file = folder.resolve("line.png");
		ImageIO.write(new BufferedImage(1, 500, BufferedImage.TYPE_INT_RGB), "png",
			file.toFile());
		assertEquals(500, PhotoReader.read(file).getHeight());
	}

	/** A TIFF file of one directory and no pixels to speak of. */
	private static byte[] tiff(final int width, final int height,
		final int pixelsAt, final int next)
	{
		final int[][] entries = { { 256, 4, width }, { 257, 4, height }, { 258, 3,
			8 << 16 }, { 262, 3, 1 << 16 }, { 273, 4, pixelsAt }, { 277, 3, 1 << 16 },
			{ 279, 4, 16 } };
		final ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 12 * entries.length + 4 +
			16);
		tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
		tiff.putShort((short) entries.length);
		for (final int[] e : entries)
			tiff.putShort((short) e[0]).putShort((short) e[1]).putInt(1).putInt(e[2]);
		tiff.putInt(next);
		return tiff.array();
	}
}
