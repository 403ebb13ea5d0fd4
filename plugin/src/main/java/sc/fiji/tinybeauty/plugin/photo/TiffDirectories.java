package sc.fiji.tinybeauty.plugin.photo;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Walks the directories of a TIFF file before ImageJ does, whose decoder follows
 * a circle of directories for ever and believes every length.
 */
final class TiffDirectories {

	private static final int WIDTH = 256, HEIGHT = 257, STRIP_OFFSETS = 273,
			STRIP_LENGTHS = 279, TILE_OFFSETS = 324, TILE_LENGTHS = 325;
	private static final int MOST_DIRECTORIES = 1 << 20;

	private final String name;
	private final RandomAccessFile file;
	private final ByteOrder order;

	private TiffDirectories(final String name, final RandomAccessFile file)
		throws IOException
	{
		this.name = name;
		this.file = file;
		file.seek(0);
		order = file.readUnsignedShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN
			: ByteOrder.BIG_ENDIAN;
	}

	/**
	 * Checks that directories end, pictures have a size that can be, and all
	 * pixels lie within the file.
	 *
	 * @param path a file that begins as a TIFF file does
	 * @throws PhotoException with one sentence if not
	 * @throws IOException if the file cannot be read
	 */
	static void check(final Path path) throws IOException {
		final String name = "\"" + path.getFileName() + "\"";
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
			new TiffDirectories(name, file).walk();
		}
		catch (final EOFException e) {
			throw cutOff(name);
		}
	}

	private static PhotoException cutOff(final String name) {
		return new PhotoException(name +
			" is cut off; copy it again from its source.");
	}

	private void walk() throws IOException {
		final Set<Long> seen = new HashSet<>();
		long offset = read(4, 4).getInt() & 0xffffffffL;
		while (offset != 0) {
			if (!seen.add(offset) || seen.size() > MOST_DIRECTORIES)
				throw new PhotoException(name +
					" is damaged: its directories run in a circle.");
			final int entries = read(offset, 2).getShort() & 0xffff;
			checkDirectory(read(offset + 2, 12 * entries), entries);
			offset = read(offset + 2 + 12L * entries, 4).getInt() & 0xffffffffL;
		}
		if (seen.isEmpty()) throw new PhotoException(name +
			" is a TIFF file without a picture.");
	}

	private void checkDirectory(final ByteBuffer directory, final int entries)
		throws IOException
	{
		long width = 0, height = 0;
		long[] offsets = null, lengths = null;
		for (int i = 0; i < entries; i++) {
			final int at = 12 * i;
			final int tag = directory.getShort(at) & 0xffff;
			switch (tag) {
				case WIDTH -> width = values(directory, at)[0];
				case HEIGHT -> height = values(directory, at)[0];
				case STRIP_OFFSETS, TILE_OFFSETS -> offsets = values(directory, at);
				case STRIP_LENGTHS, TILE_LENGTHS -> lengths = values(directory, at);
				default -> {
					// of no matter here
				}
			}
		}
		PhotoReader.requireSize(name, width, height, 4);
		if (offsets == null) throw new PhotoException(name +
			" is a TIFF file without pixels.");
		for (int i = 0; i < offsets.length; i++)
			if (offsets[i] + (lengths == null || lengths.length <= i ? 0
				: lengths[i]) > file.length()) throw cutOff(name);
	}

	private long[] values(final ByteBuffer directory, final int at)
		throws IOException
	{
		final int bytes = directory.getShort(at + 2) == 3 ? 2 : 4;
		final long count = directory.getInt(at + 4) & 0xffffffffL;
		if (count < 1 || count * bytes > file.length()) throw cutOff(name);
		final ByteBuffer data = count * bytes <= 4 ? directory.slice(at + 8, 4)
			.order(order) : read(directory.getInt(at + 8) & 0xffffffffL, (int) count *
				bytes);
		final long[] values = new long[(int) count];
		for (int i = 0; i < count; i++)
			values[i] = bytes == 2 ? data.getShort(2 * i) & 0xffff : data.getInt(4 *
				i) & 0xffffffffL;
		return values;
	}

	private ByteBuffer read(final long offset, final int length)
		throws IOException
	{
		if (offset + length > file.length()) throw cutOff(name);
		final byte[] bytes = new byte[length];
		file.seek(offset);
		file.readFully(bytes);
		return ByteBuffer.wrap(bytes).order(order);
	}
}
