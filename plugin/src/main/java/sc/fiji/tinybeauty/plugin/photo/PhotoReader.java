package sc.fiji.tinybeauty.plugin.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

/**
 * Reads photographs from files without ever showing a dialog: JPEG, PNG, GIF
 * and BMP through the JDK, TIFF through ImageJ. What a camera noted about its
 * orientation is applied.
 */
public final class PhotoReader {

	private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "png",
		"tif", "tiff", "gif", "bmp");

	private PhotoReader() {}

	/**
	 * @param file any file
	 * @return whether its name promises a photograph
	 */
	public static boolean isPhotoName(final Path file) {
		return EXTENSIONS.contains(extension(file));
	}

	/**
	 * Reads a photograph, upright.
	 *
	 * @param file a JPEG, PNG, GIF, BMP or TIFF file
	 * @return the image, titled with the file's name
	 * @throws IOException with one sentence if the file cannot be read, is cut
	 *           off, or is larger than a plane or the memory can be
	 */
	public static ImagePlus read(final Path file) throws IOException {
		final String name = "\"" + file.getFileName() + "\"";
		if (!Files.isRegularFile(file)) throw new IOException(name +
			" is no file; give the path of a photograph.");
		if (Files.size(file) == 0) throw new IOException(name +
			" is empty; copy it again from its source.");
		try {
			final ImagePlus image = TiffReader.isTiff(file) ? TiffReader.read(file)
				: decode(file);
			final ImagePlus upright = turn(image, ExifReader.orientation(file));
			upright.setTitle(file.getFileName().toString());
			return upright;
		}
		catch (final OutOfMemoryError e) {
			throw new IOException(name +
				" does not fit into memory; raise Edit > Options > Memory & Threads.",
				e);
		}
		catch (final RuntimeException e) {
			throw new IOException(name + " is damaged and cannot be read (" + e
				.getClass().getSimpleName() + "); copy it again from its source.", e);
		}
	}

	/**
	 * Refuses a picture that is too large before anything is allocated.
	 *
	 * @param name file name in quotes
	 * @param width pixels
	 * @param height pixels
	 * @param bytes per pixel of all planes together
	 * @throws IOException with one sentence
	 */
	static void requireSize(final String name, final long width,
		final long height, final long bytes) throws IOException
	{
		if (width < 1 || height < 1) throw new IOException(name + " claims to be " +
			width + " x " + height + " pixels; it is damaged.");
		if (width > Integer.MAX_VALUE / height) throw new IOException(name +
			" has " + width + " x " + height +
			" pixels, more than the 2147483647 of one plane; cut it into parts.");
		final Runtime jvm = Runtime.getRuntime();
		final long free = jvm.maxMemory() - jvm.totalMemory() + jvm.freeMemory();
		if (width * height > free / Math.max(1, bytes)) throw new IOException(name +
			" has " + width + " x " + height +
			" pixels and does not fit into memory; raise Edit > Options > Memory & Threads.");
	}

	private static ImagePlus decode(final Path file) throws IOException {
		final String name = "\"" + file.getFileName() + "\"";
		try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
			final Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) throw new IOException(name +
				" is no JPEG, PNG, GIF, BMP or TIFF picture; convert it first.");
			final ImageReader reader = readers.next();
			try {
				return decode(name, reader, in);
			}
			finally {
				reader.dispose();
			}
		}
	}

	private static ImagePlus decode(final String name, final ImageReader reader,
		final FileImageInputStream in) throws IOException
	{
		final boolean[] cutOff = new boolean[1];
		reader.addIIOReadWarningListener((source, warning) -> cutOff[0] |= warning
			.toLowerCase(Locale.ROOT).contains("premature"));
		final BufferedImage pixels;
		try {
			reader.setInput(in, false, true);
			// Decoder, composed picture and result: three times four bytes.
			requireSize(name, reader.getWidth(0), reader.getHeight(0), 12);
			if ("gif".equalsIgnoreCase(reader.getFormatName()) && reader.getNumImages(
				true) > 1) throw new PhotoException(name +
					" is an animation; save its frames as a TIFF stack first.");
			pixels = reader.read(0);
		}
		catch (final PhotoException e) {
			throw e;
		}
		catch (final IOException e) {
			throw readable(name, e);
		}
		if (cutOff[0]) throw new IOException(name +
			" is cut off; copy it again from its source.");
		return new ImagePlus(name, flatten(pixels));
	}

	private static IOException readable(final String name, final IOException e) {
		if (e.getMessage() != null && e.getMessage().startsWith(name)) return e;
		return new IOException(name + " is damaged or of an unusual kind (" + e
			.getMessage() + "); open it in another program and save it as PNG.", e);
	}

	/** Lays a transparent picture on white, as ImageJ does. */
	private static BufferedImage flatten(final BufferedImage pixels) {
		if (!pixels.getColorModel().hasAlpha()) return pixels;
		final BufferedImage flat = new BufferedImage(pixels.getWidth(), pixels
			.getHeight(), BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = flat.createGraphics();
		g.drawImage(pixels, 0, 0, Color.WHITE, null);
		g.dispose();
		return flat;
	}

	private static ImagePlus turn(final ImagePlus image,
		final Orientation orientation)
	{
		if (orientation == Orientation.UPRIGHT) return image;
		final ImageStack stack = image.getStack();
		ImageStack turned = null;
		for (int i = 1; i <= stack.size(); i++) {
			final ImageProcessor slice = orientation.apply(stack.getProcessor(i));
			if (turned == null) turned = new ImageStack(slice.getWidth(), slice
				.getHeight());
			turned.addSlice(stack.getSliceLabel(i), slice);
		}
		final ImagePlus upright = image.createImagePlus();
		upright.setStack(image.getTitle(), turned);
		upright.setDimensions(image.getNChannels(), image.getNSlices(), image
			.getNFrames());
		if (!image.isComposite()) return upright;
		final CompositeImage composite = new CompositeImage(upright,
			CompositeImage.COMPOSITE);
		composite.copyLuts(image);
		return composite;
	}

	private static String extension(final Path file) {
		final String name = file.getFileName().toString();
		return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
	}
}
