package sc.fiji.tinybeauty.plugin.photo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.io.TiffDecoder;

/** Reads TIFF files with all ImageJ notes in them, once they are found sound. */
final class TiffReader {

	private TiffReader() {}

	/** @return whether the file begins as a TIFF file of 32-bit offsets does */
	static boolean isTiff(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			final byte[] magic = in.readNBytes(4);
			return Arrays.equals(magic, new byte[] { 'I', 'I', 42, 0 }) || Arrays
				.equals(magic, new byte[] { 'M', 'M', 0, 42 });
		}
	}

	static ImagePlus read(final Path file) throws IOException {
		TiffDirectories.check(file);
		final String name = "\"" + file.getFileName() + "\"";
		final String folder = file.toAbsolutePath().getParent().toString() +
			java.io.File.separator;
		final FileInfo[] info;
		try {
			info = new TiffDecoder(folder, file.getFileName().toString())
				.getTiffInfo();
		}
		catch (final IOException e) {
			// A compression that ImageJ does not know; the JDK knows some more.
			return decode(file, name);
		}
		if (info == null) throw new PhotoException(name +
			" is a TIFF file without a picture.");
		requirePixels(file, name, info[0]);
		IJ.redirectErrorMessages(true);
		try {
			final ImagePlus image = new Opener().openTiff(folder, file.getFileName()
				.toString());
			if (image == null || image.getProcessor() == null)
				throw new PhotoException(name +
					" is damaged or of an unusual kind; open it in another program and save it as PNG.");
			return image;
		}
		finally {
			IJ.redirectErrorMessages(false);
		}
	}

	/** ImageJ's stacks hold one directory only; the pixels must all be there. */
	private static void requirePixels(final Path file, final String name,
		final FileInfo info) throws IOException
	{
		final long images = Math.max(1, info.nImages);
		final long plane = (long) info.width * info.height * info
			.getBytesPerPixel();
		PhotoReader.requireSize(name, info.width, info.height, images * info
			.getBytesPerPixel());
		if (info.compression == FileInfo.COMPRESSION_NONE && info.getOffset() +
			plane * images + info.getGap() * (images - 1) > Files.size(file))
			throw new PhotoException(name +
				" is cut off; copy it again from its source.");
	}

	private static ImagePlus decode(final Path file, final String name)
		throws IOException
	{
		BufferedImage pixels = null;
		try {
			pixels = ImageIO.read(file.toFile());
		}
		catch (final IOException e) {
			// neither of the two can read it
		}
		if (pixels == null) throw new PhotoException(name +
			" is damaged or of an unusual kind; open it in another program and save it as PNG.");
		return new ImagePlus(name, pixels);
	}
}
