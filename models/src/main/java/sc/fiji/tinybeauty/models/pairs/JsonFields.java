package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * Takes the fields of a JSON object one by one. Messages continue "cannot be
 * used: ...".
 */
record JsonFields(JsonObject object) {

	/** @throws IOException if there is a field beyond these */
	void requireOnly(final Set<String> names) throws IOException {
		for (final String name : object.keySet())
			if (!names.contains(name)) throw new IOException("its field \"" + name +
				"\" is not known");
	}

	boolean has(final String name) {
		return object.has(name);
	}

	private JsonElement field(final String name) throws IOException {
		final JsonElement e = object.get(name);
		if (e == null) throw new IOException("its field \"" + name +
			"\" is missing");
		return e;
	}

	String text(final String name) throws IOException {
		return text(field(name), name);
	}

	private static String text(final JsonElement e, final String name)
		throws IOException
	{
		if (!e.isJsonPrimitive() || !e.getAsJsonPrimitive().isString())
			throw new IOException("its field \"" + name + "\" is no text");
		return e.getAsString();
	}

	boolean flag(final String name) throws IOException {
		final JsonElement e = field(name);
		if (!e.isJsonPrimitive() || !e.getAsJsonPrimitive().isBoolean())
			throw new IOException("its field \"" + name + "\" is neither true nor false");
		return e.getAsBoolean();
	}

	double number(final String name) throws IOException {
		final JsonElement e = field(name);
		final double value = e.isJsonPrimitive() && e.getAsJsonPrimitive()
			.isNumber() ? e.getAsDouble() : Double.NaN;
		if (!Double.isFinite(value)) throw new IOException("its field \"" + name +
			"\" is no finite number");
		return value;
	}

	/** @return the number, NaN for null */
	double numberOrNull(final String name) throws IOException {
		return field(name).isJsonNull() ? Double.NaN : number(name);
	}

	long integer(final String name, final long max) throws IOException {
		final double value = number(name);
		if (value != Math.rint(value) || value < 0 || value > max)
			throw new IOException("its field \"" + name +
				"\" is no whole number from 0 to " + max);
		return (long) value;
	}

	List<String> texts(final String name) throws IOException {
		final JsonElement e = field(name);
		if (!e.isJsonArray()) throw new IOException("its field \"" + name +
			"\" is no list");
		final List<String> list = new ArrayList<>();
		for (final JsonElement item : e.getAsJsonArray())
			list.add(text(item, name));
		return list;
	}

	JsonFields object(final String name) throws IOException {
		final JsonElement e = field(name);
		if (!e.isJsonObject()) throw new IOException("its field \"" + name +
			"\" is no object");
		return new JsonFields(e.getAsJsonObject());
	}
}
