package sc.fiji.tinybeauty.plugin.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import ij.ImagePlus;
import ij.io.FileSaver;

import sc.fiji.tinybeauty.models.weights.AtomicFile;
import sc.fiji.tinybeauty.plugin.image.PhotoStack;

/**
 * Writes results so that a file is either whole or not there: beside its place,
 * synchronised, then renamed.
 */
public final class PhotoWriter {

	private static final float JPEG_QUALITY = 0.95f;

	private PhotoWriter() {}

	/**
	 * Writes an image.
	 *
	 * @param image the image; PNG and JPEG take single photographs, which are
	 *          written in 24-bit colours as they are shown
	 * @param format the format
	 * @param file where to; replaced if it exists
	 * @throws IOException with one sentence if that fails
	 */
	public static void write(final ImagePlus image, final PhotoFormat format,
		final Path file) throws IOException
	{
		AtomicFile.write(file, encode(image, format));
	}

	private static byte[] encode(final ImagePlus image, final PhotoFormat format)
		throws IOException
	{
		if (format == PhotoFormat.TIFF) {
			final byte[] tiff = new FileSaver(image).serialize();
			if (tiff == null) throw new IOException("\"" + image.getTitle() +
				"\" cannot be written as TIFF.");
			return tiff;
		}
		final BufferedImage pixels = shown(image, format);
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		if (format == PhotoFormat.PNG) ImageIO.write(pixels, "png", bytes);
		else writeJpeg(pixels, bytes);
		return bytes.toByteArray();
	}

	private static BufferedImage shown(final ImagePlus image,
		final PhotoFormat format) throws IOException
	{
		final PhotoStack photos = new PhotoStack(image);
		if (photos.size() != 1) throw new IOException("\"" + image.getTitle() +
			"\" is a stack of " + photos.size() + " photographs, which a " + format +
			" file cannot hold; use format=tiff.");
		final BufferedImage pixels = new BufferedImage(image.getWidth(), image
			.getHeight(), BufferedImage.TYPE_INT_RGB);
		pixels.setRGB(0, 0, image.getWidth(), image.getHeight(), photos.get(0)
			.rgb(), 0, image.getWidth());
		return pixels;
	}

	private static void writeJpeg(final BufferedImage pixels,
		final ByteArrayOutputStream bytes) throws IOException
	{
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg")
			.next();
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(
			bytes))
		{
			final ImageWriteParam options = writer.getDefaultWriteParam();
			options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			options.setCompressionQuality(JPEG_QUALITY);
			writer.setOutput(out);
			writer.write(null, new IIOImage(pixels, null, null), options);
		}
		finally {
			writer.dispose();
		}
	}
}
