package sc.fiji.tinybeauty.models.face.convert;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A table of a FlatBuffer: fields are found by number through the table's
 * v-table, so that unknown fields are skipped and absent ones have a default.
 * Reading outside of the buffer throws {@link IndexOutOfBoundsException}.
 */
final class FlatTable {

	private final ByteBuffer bytes;
	private final int position;

	private FlatTable(final ByteBuffer bytes, final int position) {
		this.bytes = bytes;
		this.position = position;
	}

	/**
	 * @param file the whole FlatBuffer
	 * @return its root table
	 */
	static FlatTable root(final ByteBuffer file) {
		final ByteBuffer b = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
		return new FlatTable(b, b.getInt(0));
	}

	/** @return the position of field {@code f}, 0 if the table has none */
	private int field(final int f) {
		final int vtable = position - bytes.getInt(position);
		final int entry = 4 + 2 * f;
		if (entry >= Short.toUnsignedInt(bytes.getShort(vtable))) return 0;
		final int offset = Short.toUnsignedInt(bytes.getShort(vtable + entry));
		return offset == 0 ? 0 : position + offset;
	}

	/** @return the position that the reference at {@code p} points to */
	private int follow(final int p) {
		return p + bytes.getInt(p);
	}

	/** @return the byte in field {@code f}, 0 if absent */
	int byteAt(final int f) {
		final int p = field(f);
		return p == 0 ? 0 : bytes.get(p);
	}

	/** @return the integer in field {@code f}, 0 if absent */
	int intAt(final int f) {
		final int p = field(f);
		return p == 0 ? 0 : bytes.getInt(p);
	}

	/** @return the text in field {@code f}, empty if absent */
	String textAt(final int f) {
		return StandardCharsets.UTF_8.decode(bytesAt(f)).toString();
	}

	/** @return the byte vector in field {@code f}, empty if absent; little endian */
	ByteBuffer bytesAt(final int f) {
		final int p = field(f);
		if (p == 0) return ByteBuffer.allocate(0);
		final int start = follow(p);
		return bytes.slice(start + 4, bytes.getInt(start)).order(
			ByteOrder.LITTLE_ENDIAN);
	}

	/** @return the vector of integers in field {@code f}, empty if absent */
	int[] intsAt(final int f) {
		final int p = field(f);
		if (p == 0) return new int[0];
		final int start = follow(p);
		final int[] values = new int[checkedLength(start)];
		for (int i = 0; i < values.length; i++)
			values[i] = bytes.getInt(start + 4 + 4 * i);
		return values;
	}

	/** @return the vector of tables in field {@code f}, empty if absent */
	FlatTable[] tablesAt(final int f) {
		final int p = field(f);
		if (p == 0) return new FlatTable[0];
		final int start = follow(p);
		final FlatTable[] tables = new FlatTable[checkedLength(start)];
		for (int i = 0; i < tables.length; i++)
			tables[i] = new FlatTable(bytes, follow(start + 4 + 4 * i));
		return tables;
	}

	/** @return the number of four-byte entries of the vector at {@code start} */
	private int checkedLength(final int start) {
		final int n = bytes.getInt(start);
		if (n < 0 || n > bytes.limit() / 4) throw new IndexOutOfBoundsException(
			"A vector claims " + n + " entries.");
		return n;
	}
}
