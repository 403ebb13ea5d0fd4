package sc.fiji.tinybeauty.models.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Network weights in the safetensors format: eight bytes of header length
 * (little endian), a JSON header with type, shape and place of each tensor, then
 * the raw little-endian values.
 * <p>
 * The reader takes F32 and F16 (widened) and trusts nothing: tensors must cover
 * the data exactly, without gap or overlap, names must be unique and values
 * finite. Whatever is wrong ends in a {@link ModelFileException}. The same
 * tensors always give the same bytes.
 * </p>
 */
public final class SafeTensors {

	/** Longest header that is read, bytes. */
	public static final int MAX_HEADER = 1 << 20;

	/** Largest file that is read, bytes. */
	public static final long MAX_FILE = 1L << 30;

	private static final int MAX_AXES = 8;
	private static final String METADATA = "__metadata__";

	private SafeTensors() {}

	/** Number type of stored values. */
	public enum Precision {
			/** 32-bit floats. */
			F32(4),
			/** 16-bit floats; half the size, relative error up to 1/2048. */
			F16(2);

		private final int bytes;

		Precision(final int bytes) {
			this.bytes = bytes;
		}
	}

	/**
	 * @param file a safetensors file
	 * @return its tensors by name, in the order of the file
	 * @throws ModelFileException if it is not a valid one
	 * @throws IOException if it cannot be read
	 */
	public static Map<String, Tensor> read(final Path file) throws IOException {
		final String name = file.toString();
		if (!Files.isRegularFile(file)) throw new ModelFileException(name,
			"does not exist");
		if (Files.size(file) > MAX_FILE) throw new ModelFileException(name,
			"is larger than any model");
		return parse(Files.readAllBytes(file), name);
	}

	/**
	 * @param content a whole safetensors file
	 * @param name what to call it in messages
	 * @return its tensors by name, in the order of the file
	 * @throws ModelFileException if it is not a valid one
	 */
	public static Map<String, Tensor> parse(final byte[] content,
		final String name) throws ModelFileException
	{
		final ByteBuffer buffer = ByteBuffer.wrap(content).order(
			ByteOrder.LITTLE_ENDIAN);
		final long length = content.length < 8 ? -1 : buffer.getLong();
		if (length < 2 || length > content.length - 8 || content[8] != '{')
			throw new ModelFileException(name,
				"is not a safetensors file or is cut short");
		if (length > MAX_HEADER) throw new ModelFileException(name,
			"has a header of more than " + MAX_HEADER + " bytes");
		final int start = 8 + (int) length;
		final ByteBuffer data = buffer.slice(start, content.length - start).order(
			ByteOrder.LITTLE_ENDIAN);
		try {
			return tensors(StrictJson.parse(buffer.slice(8, (int) length)), data);
		}
		catch (final IOException exc) {
			throw new ModelFileException(name, "has a faulty header: " + exc
				.getMessage(), exc);
		}
		catch (final IllegalArgumentException exc) {
			throw new ModelFileException(name, "is damaged: " + exc.getMessage(),
				exc);
		}
	}

	private static Map<String, Tensor> tensors(final JsonObject header,
		final ByteBuffer data)
	{
		final Map<String, Entry> entries = new LinkedHashMap<>();
		final TreeMap<Long, Entry> byPlace = new TreeMap<>();
		for (final Map.Entry<String, JsonElement> e : header.entrySet()) {
			if (e.getKey().equals(METADATA)) continue;
			final Entry entry = Entry.of(e.getKey(), e.getValue());
			entries.put(e.getKey(), entry);
			require(entry.end == entry.begin || byPlace.put(entry.begin,
				entry) == null, "tensors overlap");
		}
		long end = 0;
		for (final Entry entry : byPlace.values()) {
			require(entry.begin == end, "tensors overlap or leave a gap at byte " +
				Math.min(end, entry.begin));
			end = entry.end;
		}
		require(end == data.capacity(), "its tensors need " + end +
			" bytes, but it holds " + data.capacity());
		final Map<String, Tensor> tensors = new LinkedHashMap<>();
		entries.forEach((name, entry) -> tensors.put(name, entry.read(name, data)));
		return tensors;
	}

	private static void require(final boolean condition, final String problem) {
		if (!condition) throw new IllegalArgumentException(problem);
	}

	/** One line of the header. */
	private record Entry(Precision precision, long[] shape, long begin, long end) {

		static Entry of(final String name, final JsonElement element) {
			require(element.isJsonObject(), "\"" + name + "\" is no object");
			final JsonObject o = element.getAsJsonObject();
			require(o.size() == 3 && o.has("dtype") && o.has("shape") && o.has(
				"data_offsets"), "\"" + name +
					"\" needs dtype, shape and data_offsets, and nothing else");
			final Precision precision = precision(o.get("dtype"));
			final long[] shape = integers(o.get("shape"));
			final long[] offsets = integers(o.get("data_offsets"));
			require(shape.length <= MAX_AXES, "\"" + name + "\" has too many axes");
			require(offsets.length == 2 && offsets[0] <= offsets[1], "\"" + name +
				"\" has no valid offsets");
			final long count = Tensor.count(shape);
			require(count <= MAX_FILE && count * precision.bytes == offsets[1] -
				offsets[0], "\"" + name + "\" does not fit its offsets");
			return new Entry(precision, shape, offsets[0], offsets[1]);
		}

		private static Precision precision(final JsonElement e) {
			for (final Precision p : Precision.values()) {
				if (e.equals(new JsonPrimitive(p.name()))) return p;
			}
			throw new IllegalArgumentException("its numbers are of type " + e +
				", and only F32 and F16 can be read");
		}

		private static long[] integers(final JsonElement e) {
			require(e.isJsonArray(), "a list of integers is missing");
			final JsonArray a = e.getAsJsonArray();
			final long[] values = new long[a.size()];
			Arrays.setAll(values, i -> integer(a.get(i)));
			return values;
		}

		private static long integer(final JsonElement e) {
			require(e.isJsonPrimitive() && e.getAsJsonPrimitive().isNumber() && e
				.getAsString().matches("\\d{1,15}"),
				"a size or offset is not a whole number");
			return Long.parseLong(e.getAsString());
		}

		Tensor read(final String name, final ByteBuffer data) {
			final float[] values = new float[(int) Tensor.count(shape)];
			final int place = (int) begin;
			for (int i = 0; i < values.length; i++) {
				values[i] = precision == Precision.F32 ? data.getFloat(place + 4 * i)
					: Half.toFloat(data.getShort(place + 2 * i));
				require(Float.isFinite(values[i]), "\"" + name +
					"\" holds a value that is not finite");
			}
			return new Tensor(shape, values);
		}
	}

	/**
	 * @param tensors tensors by name
	 * @param metadata texts for the header, may be empty
	 * @param precision type of the stored numbers
	 * @return a safetensors file, tensors sorted by name
	 * @throws IllegalArgumentException if a value is not finite or too large
	 */
	public static byte[] encode(final Map<String, Tensor> tensors,
		final Map<String, String> metadata, final Precision precision)
	{
		final JsonObject header = new JsonObject();
		if (!metadata.isEmpty()) {
			final JsonObject texts = new JsonObject();
			new TreeMap<>(metadata).forEach(texts::addProperty);
			header.add(METADATA, texts);
		}
		final Map<String, Tensor> sorted = new TreeMap<>(tensors);
		long size = 0;
		for (final Map.Entry<String, Tensor> t : sorted.entrySet()) {
			final long end = size + (long) precision.bytes * t.getValue().size();
			header.add(t.getKey(), describe(t.getValue(), precision, size, end));
			size = end;
		}
		final byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
		final int padded = (json.length + 7) / 8 * 8;
		final ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(8 + padded +
			size)).order(ByteOrder.LITTLE_ENDIAN);
		out.putLong(padded).put(json);
		while (out.position() < 8 + padded) out.put((byte) ' ');
		sorted.forEach((name, t) -> put(out, name, t, precision));
		return out.array();
	}

	private static JsonObject describe(final Tensor tensor,
		final Precision precision, final long begin, final long end)
	{
		final JsonObject o = new JsonObject();
		o.addProperty("dtype", precision.name());
		final JsonArray shape = new JsonArray();
		for (final long extent : tensor.shape()) shape.add(extent);
		o.add("shape", shape);
		final JsonArray offsets = new JsonArray();
		offsets.add(begin);
		offsets.add(end);
		o.add("data_offsets", offsets);
		return o;
	}

	private static void put(final ByteBuffer out, final String name,
		final Tensor tensor, final Precision precision)
	{
		for (final float v : tensor.data()) {
			if (!Float.isFinite(v) || precision == Precision.F16 && Math.abs(
				v) > Half.MAX) throw new IllegalArgumentException("The tensor " + name +
					" holds a value that cannot be stored: " + v + ".");
			if (precision == Precision.F32) out.putFloat(v);
			else out.putShort(Half.fromFloat(v));
		}
	}

	/**
	 * Writes tensors as 32-bit floats, all or nothing.
	 *
	 * @param file target; see {@link AtomicFile}
	 * @param tensors tensors by name
	 * @throws IOException if writing fails
	 */
	public static void write(final Path file, final Map<String, Tensor> tensors)
		throws IOException
	{
		AtomicFile.write(file, encode(tensors, Map.of(), Precision.F32));
	}
}
