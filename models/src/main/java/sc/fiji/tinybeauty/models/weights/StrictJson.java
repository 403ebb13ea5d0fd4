package sc.fiji.tinybeauty.models.weights;

import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;

/**
 * Reads JSON as the standard has it: gson's tree reader takes comments, unquoted
 * names and duplicate names, which a file format must not.
 */
public final class StrictJson {

	private static final int MAX_DEPTH = 8;
	private static final int MAX_DIGITS = 40;

	private StrictJson() {}

	/**
	 * @param utf8 text in UTF-8
	 * @return the object it describes
	 * @throws IOException if it is not exactly one JSON object, or nested too
	 *           deeply; the message continues "is not valid JSON: ..."
	 */
	public static JsonObject parse(final ByteBuffer utf8) throws IOException {
		try {
			final JsonReader in = new JsonReader(new StringReader(
				StandardCharsets.UTF_8.newDecoder().decode(utf8).toString()));
			final JsonElement element = read(in, 0);
			if (in.peek() != JsonToken.END_DOCUMENT) throw new IOException(
				"text follows the object");
			if (!element.isJsonObject()) throw new IOException("it is no object");
			return element.getAsJsonObject();
		}
		catch (final CharacterCodingException exc) {
			throw new IOException("it is not UTF-8");
		}
		catch (final IllegalStateException | NumberFormatException |
				EOFException | MalformedJsonException exc)
		{
			throw new IOException("it breaks off or is malformed");
		}
	}

	private static JsonElement read(final JsonReader in, final int depth)
		throws IOException
	{
		if (depth > MAX_DEPTH) throw new IOException("it is nested too deeply");
		switch (in.peek()) {
			case BEGIN_OBJECT:
				return readObject(in, depth);
			case BEGIN_ARRAY:
				final JsonArray array = new JsonArray();
				in.beginArray();
				while (in.hasNext()) array.add(read(in, depth + 1));
				in.endArray();
				return array;
			case STRING:
				return new JsonPrimitive(in.nextString());
			case NUMBER:
				return number(in.nextString());
			case BOOLEAN:
				return new JsonPrimitive(in.nextBoolean());
			case NULL:
				in.nextNull();
				return JsonNull.INSTANCE;
			default:
				throw new IOException("it breaks off");
		}
	}

	/** A number of a megabyte of digits would take minutes to convert. */
	private static JsonPrimitive number(final String digits) {
		if (digits.length() > MAX_DIGITS) throw new NumberFormatException();
		return new JsonPrimitive(new BigDecimal(digits));
	}

	private static JsonObject readObject(final JsonReader in, final int depth)
		throws IOException
	{
		final JsonObject object = new JsonObject();
		in.beginObject();
		while (in.hasNext()) {
			final String name = in.nextName();
			if (object.has(name)) throw new IOException("it names \"" + name +
				"\" twice");
			object.add(name, read(in, depth + 1));
		}
		in.endObject();
		return object;
	}
}
