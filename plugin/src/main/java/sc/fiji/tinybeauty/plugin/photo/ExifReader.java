package sc.fiji.tinybeauty.plugin.photo;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads how a camera was held from JPEG (APP1), PNG (eXIf) and TIFF files. A
 * file without that note, or with a broken one, counts as upright.
 */
final class ExifReader {

	private static final int ORIENTATION = 274;
	private static final byte[] EXIF = "Exif\0\0".getBytes(
		StandardCharsets.US_ASCII);
	/** A TIFF's first directory may lie anywhere; this much of a file is looked at. */
	private static final int MOST_BYTES = 1 << 24;

	private ExifReader() {}

	/**
	 * @param file a picture
	 * @return its orientation
	 * @throws IOException if the file cannot be read
	 */
	static Orientation orientation(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file);
				DataInputStream data = new DataInputStream(
					new java.io.BufferedInputStream(in)))
		{
			final int magic = data.readUnsignedShort();
			return Orientation.of(switch (magic) {
				case 0xffd8 -> jpeg(data);
				case 0x8950 -> png(data);
				case 0x4949, 0x4d4d -> tiff(wholeTiff(file));
				default -> 1;
			});
		}
		catch (final EOFException | BufferUnderflowException
				| IllegalArgumentException | IndexOutOfBoundsException e)
		{
			return Orientation.UPRIGHT;
		}
	}

	private static int jpeg(final DataInputStream data) throws IOException {
		while (true) {
			int marker = data.readUnsignedShort();
			while (marker == 0xffff)
				marker = 0xff00 | data.readUnsignedByte();
			if (marker >> 8 != 0xff || marker == 0xffda || marker == 0xffd9) return 1;
			final int length = data.readUnsignedShort() - 2;
			if (length < 0) return 1;
			final byte[] segment = data.readNBytes(length);
			if (marker == 0xffe1 && startsWithExif(segment)) return tiff(ByteBuffer
				.wrap(segment, EXIF.length, segment.length - EXIF.length).slice());
		}
	}

	private static boolean startsWithExif(final byte[] segment) {
		return segment.length > EXIF.length && java.util.Arrays.equals(segment, 0,
			EXIF.length, EXIF, 0, EXIF.length);
	}

	private static int png(final DataInputStream data) throws IOException {
		data.skipNBytes(6);
		while (true) {
			final int length = data.readInt();
			final int type = data.readInt();
			if (length < 0 || type == 0x49454e44) return 1; // IEND
			if (type == 0x65584966 && length < MOST_BYTES) // eXIf
				return tiff(ByteBuffer.wrap(data.readNBytes(length)));
			data.skipNBytes(length + 4L);
		}
	}

	private static ByteBuffer wholeTiff(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return ByteBuffer.wrap(in.readNBytes(MOST_BYTES));
		}
	}

	private static int tiff(final ByteBuffer tiff) {
		final int order = tiff.getShort(0);
		tiff.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN
			: ByteOrder.BIG_ENDIAN);
		if (tiff.getShort(2) != 42) return 1;
		final int directory = tiff.getInt(4);
		final int entries = tiff.getShort(directory) & 0xffff;
		for (int i = 0; i < entries; i++) {
			final int entry = directory + 2 + 12 * i;
			if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) return tiff.getShort(
				entry + 8);
		}
		return 1;
	}
}
