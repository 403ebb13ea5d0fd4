package sc.fiji.tinybeauty.models.graph;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes one message in the protocol buffers wire format: numbered fields that
 * are variable-length integers, 32-bit floats, or counted bytes.
 */
final class Protobuf {

	private static final int VARINT = 0;
	private static final int BYTES = 2;
	private static final int FIXED32 = 5;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	Protobuf integer(final int field, final long value) {
		key(field, VARINT);
		return varint(value);
	}

	Protobuf real(final int field, final float value) {
		key(field, FIXED32);
		final int bits = Float.floatToIntBits(value);
		for (int shift = 0; shift < 32; shift += 8) out.write(bits >> shift);
		return this;
	}

	Protobuf bytes(final int field, final byte[] value) {
		key(field, BYTES);
		varint(value.length);
		out.writeBytes(value);
		return this;
	}

	Protobuf text(final int field, final String value) {
		return bytes(field, value.getBytes(StandardCharsets.UTF_8));
	}

	Protobuf message(final int field, final Protobuf value) {
		return bytes(field, value.toByteArray());
	}

	byte[] toByteArray() {
		return out.toByteArray();
	}

	private void key(final int field, final int kind) {
		varint((long) field << 3 | kind);
	}

	private Protobuf varint(final long value) {
		long rest = value;
		while ((rest & ~0x7fL) != 0) {
			out.write((int) (rest & 0x7f | 0x80));
			rest >>>= 7;
		}
		out.write((int) rest);
		return this;
	}
}
