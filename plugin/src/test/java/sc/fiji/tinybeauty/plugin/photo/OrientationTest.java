package sc.fiji.tinybeauty.plugin.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A camera's note of how it was held is applied, in every format that has it. */
class OrientationTest {

	@TempDir
	private Path folder;

	/** 32 x 16 pixels: red at top left, green at top right, blue at bottom left. */
	private static BufferedImage picture() {
		final BufferedImage picture = new BufferedImage(32, 16,
			BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < 16; y++)
			for (int x = 0; x < 32; x++)
				picture.setRGB(x, y, y < 8 ? x < 16 ? 0xff0000 : 0x00ff00 : x < 16
					? 0x0000ff : 0xffffff);
		return picture;
	}

	private static byte[] exif(final int orientation, final ByteOrder order) {
		final ByteBuffer tiff = ByteBuffer.allocate(26).order(order);
		tiff.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(
			StandardCharsets.US_ASCII));
		tiff.putShort((short) 42).putInt(8).putShort((short) 1).putShort(
			(short) 274).putShort((short) 3).putInt(1).putShort((short) orientation);
		return tiff.array();
	}

	private static byte[] encoded(final String format) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(picture(), format, out);
		return out.toByteArray();
	}

	private Path jpeg(final int orientation, final ByteOrder order)
		throws IOException
	{
		final byte[] plain = encoded("jpg"), note = exif(orientation, order);
		final ByteBuffer file = ByteBuffer.allocate(plain.length + note.length +
			10);
		file.put(plain, 0, 2).putShort((short) 0xffe1).putShort(
			(short) (note.length + 8)).put("Exif\0\0".getBytes(
				StandardCharsets.US_ASCII)).put(note).put(plain, 2, plain.length - 2);
		return Files.write(folder.resolve("a.jpg"), file.array());
	}

	private Path png(final int orientation) throws IOException {
		final byte[] plain = encoded("png"), note = exif(orientation,
			ByteOrder.BIG_ENDIAN);
		final int head = 8 + 25;
		final ByteBuffer file = ByteBuffer.allocate(plain.length + note.length +
			12);
		final byte[] type = "eXIf".getBytes(StandardCharsets.US_ASCII);
		final CRC32 crc = new CRC32();
		crc.update(type);
		crc.update(note);
		file.put(plain, 0, head).putInt(note.length).put(type).put(note).putInt(
			(int) crc.getValue()).put(plain, head, plain.length - head);
		return Files.write(folder.resolve("a.png"), file.array());
	}

	/** What lies in the corners: top left, top right, bottom left. */
	private static String corners(final ImagePlus image) {
		final int w = image.getWidth() - 4, h = image.getHeight() - 4;
		return "" + color(image, 3, 3) + color(image, w, 3) + color(image, 3, h);
	}

	private static char color(final ImagePlus image, final int x, final int y) {
		final int p = image.getProcessor().get(x, y);
		final boolean r = (p >> 16 & 0xff) > 127, g = (p >> 8 & 0xff) > 127;
		return r && g ? 'w' : r ? 'r' : g ? 'g' : 'b';
	}

	@ParameterizedTest
	@CsvSource({ "1,rgb,32", "2,grw,32", "3,wbg,32", "4,bwr,32", "5,rbg,16",
		"6,brw,16", "7,wgb,16", "8,gwr,16", "0,rgb,32", "9,rgb,32" })
	void isApplied(final int orientation, final String corners, final int width)
		throws IOException
	{
		for (final Path file : new Path[] { jpeg(orientation,
			ByteOrder.LITTLE_ENDIAN), jpeg(orientation, ByteOrder.BIG_ENDIAN), png(
				orientation) })
		{
			final ImagePlus image = PhotoReader.read(file);
			assertEquals(width, image.getWidth(), file.toString());
			assertEquals(corners, corners(image), file.toString());
		}
	}

	@Test
	void ofATiffFileIsApplied() throws IOException {
		final Path file = folder.resolve("a.tif");
		new FileSaver(new ImagePlus("a", new ColorProcessor(picture()))).saveAsTiff(
			file.toString());
		final byte[] tiff = Files.readAllBytes(file);
		final ByteBuffer bytes = ByteBuffer.wrap(tiff);
		if (bytes.getShort(0) == 0x4949) bytes.order(ByteOrder.LITTLE_ENDIAN);
		final int directory = bytes.getInt(4), entries = bytes.getShort(directory);
		for (int i = 0; i < entries; i++) {
			// ImageJ writes no orientation; "new subfile type" is of no use to it.
			final int entry = directory + 2 + 12 * i;
			if (bytes.getShort(entry) != 254) continue;
			bytes.putShort(entry, (short) 274).putShort(entry + 2, (short) 3);
			bytes.putInt(entry + 8, 0).putShort(entry + 8, (short) 6);
		}
		Files.write(file, tiff);
		assertEquals("brw", corners(PhotoReader.read(file)));
	}
}
