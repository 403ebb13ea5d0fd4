package sc.fiji.tinybeauty.models.weights;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import sc.fiji.tinybeauty.models.weights.ModelCard.TrainingData;

/** The fields of a {@link ModelCard} in JSON, checked one by one. */
final class CardFields {

	private static final Set<String> CARD = Set.of("formatVersion", "name",
		"description", "licence", "architecture", "parameters", "seed", "steps",
		"trainingData", "metrics", "sha256");
	private static final Set<String> DATA = Set.of("name", "images", "licence",
		"credit");

	private CardFields() {}

	static ModelCard card(final JsonObject o) throws IOException {
		final long version = integer(o, "formatVersion");
		if (version < 1 || version > ModelCard.FORMAT_VERSION)
			throw new IOException("it has format version " + version +
				", and this release reads up to " + ModelCard.FORMAT_VERSION);
		known(o, CARD);
		final String sha256 = text(o, "sha256");
		if (!sha256.matches("[0-9a-f]{64}")) throw new IOException(
			"its sha256 is not 64 hexadecimal digits");
		return new ModelCard(text(o, "name"), text(o, "description"), text(o,
			"licence"), text(o, "architecture"), integer(o, "parameters"), integer(o,
				"seed"), integer(o, "steps"), trainingData(o), metrics(o), sha256);
	}

	private static List<TrainingData> trainingData(final JsonObject o)
		throws IOException
	{
		final JsonElement e = field(o, "trainingData");
		if (!e.isJsonArray()) throw new IOException("its trainingData is no list");
		final List<TrainingData> list = new ArrayList<>();
		for (final JsonElement item : e.getAsJsonArray()) {
			if (!item.isJsonObject()) throw new IOException(
				"an item of its trainingData is no object");
			final JsonObject d = item.getAsJsonObject();
			known(d, DATA);
			list.add(new TrainingData(text(d, "name"), integer(d, "images"), text(d,
				"licence"), text(d, "credit")));
		}
		return list;
	}

	private static Map<String, Double> metrics(final JsonObject o)
		throws IOException
	{
		final JsonElement e = field(o, "metrics");
		if (!e.isJsonObject()) throw new IOException("its metrics are no object");
		final Map<String, Double> metrics = new TreeMap<>();
		for (final String key : e.getAsJsonObject().keySet()) {
			metrics.put(key, number(e.getAsJsonObject(), key));
		}
		return metrics;
	}

	private static void known(final JsonObject o, final Set<String> names)
		throws IOException
	{
		for (final String name : o.keySet()) {
			if (!names.contains(name)) throw new IOException("its field \"" + name +
				"\" is not known");
		}
	}

	private static JsonElement field(final JsonObject o, final String name)
		throws IOException
	{
		if (!o.has(name)) throw new IOException("its field \"" + name +
			"\" is missing");
		return o.get(name);
	}

	private static String text(final JsonObject o, final String name)
		throws IOException
	{
		final JsonElement e = field(o, name);
		if (!e.isJsonPrimitive() || !e.getAsJsonPrimitive().isString())
			throw new IOException("its field \"" + name + "\" is no text");
		return e.getAsString();
	}

	private static long integer(final JsonObject o, final String name)
		throws IOException
	{
		final double value = number(o, name);
		if (!o.get(name).getAsString().matches("-?\\d{1,18}"))
			throw new IOException("its field \"" + name + "\" is " + value +
				" and no whole number");
		return o.get(name).getAsLong();
	}

	private static double number(final JsonObject o, final String name)
		throws IOException
	{
		final JsonElement e = field(o, name);
		final double value = e.isJsonPrimitive() && e.getAsJsonPrimitive()
			.isNumber() ? e.getAsDouble() : Double.NaN;
		if (!Double.isFinite(value)) throw new IOException("its field \"" + name +
			"\" is no finite number");
		return value;
	}

	static JsonObject json(final ModelCard card) {
		final JsonObject o = new JsonObject();
		o.addProperty("formatVersion", ModelCard.FORMAT_VERSION);
		o.addProperty("name", card.name());
		o.addProperty("description", card.description());
		o.addProperty("licence", card.licence());
		o.addProperty("architecture", card.architecture());
		o.addProperty("parameters", card.parameters());
		o.addProperty("seed", card.seed());
		o.addProperty("steps", card.steps());
		final JsonArray data = new JsonArray();
		for (final TrainingData d : card.trainingData()) {
			final JsonObject item = new JsonObject();
			item.addProperty("name", d.name());
			item.addProperty("images", d.images());
			item.addProperty("licence", d.licence());
			item.addProperty("credit", d.credit());
			data.add(item);
		}
		o.add("trainingData", data);
		final JsonObject metrics = new JsonObject();
		card.metrics().forEach(metrics::addProperty);
		o.add("metrics", metrics);
		o.addProperty("sha256", card.sha256());
		return o;
	}
}
