package sc.fiji.tinybeauty.models.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * The messages of the ONNX file format that a network needs (field numbers as in
 * the published onnx.proto, IR version 7).
 */
final class OnnxMessages {

	private static final int FLOAT = 1;
	private static final int INT64 = 7;

	private OnnxMessages() {}

	static Protobuf node(final String type, final List<String> inputs,
		final String output, final List<Protobuf> attributes)
	{
		final Protobuf node = new Protobuf();
		inputs.forEach(i -> node.text(1, i));
		node.text(2, output).text(3, output).text(4, type);
		attributes.forEach(a -> node.message(5, a));
		return node;
	}

	static Protobuf attribute(final String name, final long value) {
		return new Protobuf().text(1, name).integer(3, value).integer(20, 2);
	}

	static Protobuf attribute(final String name, final float value) {
		return new Protobuf().text(1, name).real(2, value).integer(20, 1);
	}

	static Protobuf attribute(final String name, final String value) {
		return new Protobuf().text(1, name).text(4, value).integer(20, 3);
	}

	static Protobuf attribute(final String name, final int[] values) {
		final Protobuf a = new Protobuf().text(1, name);
		for (final int v : values) a.integer(8, v);
		return a.integer(20, 7);
	}

	static Protobuf tensor(final String name, final long[] shape,
		final float[] values)
	{
		final ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(
			ByteOrder.LITTLE_ENDIAN);
		raw.asFloatBuffer().put(values);
		return tensor(name, shape, FLOAT, raw.array());
	}

	static Protobuf tensor(final String name, final Tensor tensor) {
		return tensor(name, tensor.shape(), tensor.data());
	}

	static Protobuf integers(final String name, final int[] values) {
		final ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(
			ByteOrder.LITTLE_ENDIAN);
		for (final int v : values) raw.putLong(v);
		return tensor(name, new long[] { values.length }, INT64, raw.array());
	}

	private static Protobuf tensor(final String name, final long[] shape,
		final int type, final byte[] raw)
	{
		final Protobuf t = new Protobuf();
		for (final long extent : shape) t.integer(1, extent);
		return t.integer(2, type).text(8, name).bytes(9, raw);
	}

	/** An input or output: floats of the value's shape, batch of any size. */
	static Protobuf value(final String name, final Value value) {
		final Protobuf shape = new Protobuf().message(1, new Protobuf().text(2,
			"batch"));
		for (final int extent : value.shape()) shape.message(1, new Protobuf()
			.integer(1, extent));
		final Protobuf tensor = new Protobuf().integer(1, FLOAT).message(2, shape);
		return new Protobuf().text(1, name).message(2, new Protobuf().message(1,
			tensor));
	}
}
