package sc.fiji.tinybeauty.models.pairs;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture of 8-bit sRGB pixels, interleaved.
 *
 * @param width pixels
 * @param height pixels
 * @param rgb {@code 3 * width * height} bytes
 */
record RgbPicture(int width, int height, byte[] rgb) {

	private static final int MAX_SIDE = 1 << 14;
	private static final long MAX_PIXELS = 1L << 26;

	/**
	 * Reads a picture that Java knows.
	 *
	 * @param file PNG, JPEG, TIFF, BMP or GIF
	 * @throws IOException with one sentence if it cannot be read
	 */
	static RgbPicture read(final Path file) throws IOException {
		return read(file, false);
	}

	/**
	 * Reads a picture of this project's format.
	 *
	 * @param file a PNG file of 8-bit RGB
	 * @throws IOException with one sentence if it is anything else
	 */
	static RgbPicture readPng(final Path file) throws IOException {
		return read(file, true);
	}

	private static RgbPicture read(final Path file, final boolean strict)
		throws IOException
	{
		if (!Files.isRegularFile(file)) throw new IOException("The picture " + file +
			" is missing; put it back or remove its pair.");
		final BufferedImage image;
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			image = decode(file, in, strict);
		}
		catch (final RuntimeException e) {
			throw new IOException("The picture " + file +
				" is damaged; copy it again from its source.", e);
		}
		return of(image);
	}

	private static BufferedImage decode(final Path file,
		final ImageInputStream in, final boolean strict) throws IOException
	{
		final Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
		if (!readers.hasNext()) throw new IOException("The picture " + file +
			" is of no kind that Java reads; save it as PNG.");
		final ImageReader reader = readers.next();
		try {
			if (strict && !"png".equalsIgnoreCase(reader.getFormatName()))
				throw new IOException("it is no PNG");
			reader.setInput(in, true, true);
			final long w = reader.getWidth(0), h = reader.getHeight(0);
			if (w > MAX_SIDE || h > MAX_SIDE || w * h > MAX_PIXELS)
				throw new IOException("it has " + w + " x " + h +
					" pixels, more than a pair may have");
			final BufferedImage image = reader.read(0);
			if (strict && (image.getColorModel().getPixelSize() != 24 || image
				.getColorModel().hasAlpha())) throw new IOException(
					"it is not of 8-bit RGB");
			return image;
		}
		catch (final IOException e) {
			throw new IOException("The picture " + file + " cannot be used (" + e
				.getMessage() + "); save it as an 8-bit RGB PNG.", e);
		}
		finally {
			reader.dispose();
		}
	}

	static RgbPicture of(final BufferedImage image) {
		final int w = image.getWidth(), h = image.getHeight();
		final byte[] rgb = new byte[3 * w * h];
		final int[] row = new int[w];
		for (int y = 0, at = 0; y < h; y++) {
			image.getRGB(0, y, w, 1, row, 0, w);
			for (final int argb : row) {
				rgb[at++] = (byte) (argb >> 16);
				rgb[at++] = (byte) (argb >> 8);
				rgb[at++] = (byte) argb;
			}
		}
		return new RgbPicture(w, h, rgb);
	}

	/** @return the bytes of a PNG file; the same pixels always give the same bytes */
	byte[] png() throws IOException {
		final BufferedImage image = new BufferedImage(width, height,
			BufferedImage.TYPE_INT_RGB);
		final int[] row = new int[width];
		for (int y = 0, at = 0; y < height; y++) {
			for (int x = 0; x < width; x++, at += 3)
				row[x] = (rgb[at] & 255) << 16 | (rgb[at + 1] & 255) << 8 | rgb[at + 2] &
					255;
			image.setRGB(0, y, width, 1, row, 0, width);
		}
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(image, "png", bytes);
		return bytes.toByteArray();
	}
}
