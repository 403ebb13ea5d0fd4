package sc.fiji.tinybeauty.models.recipe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import sc.fiji.tinybeauty.models.recipe.LayerType.Parameter;

/** Strict reader of recipes: an unknown key or a value out of range is an error. */
final class RecipeReader {

	private static final Set<String> KEYS = Set.of("format", "version", "name",
		"description", "layers");

	private final String source;

	private RecipeReader(final String source) {
		this.source = source;
	}

	static Recipe parse(final String json, final String source) {
		return new RecipeReader(source).recipe(json);
	}

	private Recipe recipe(final String json) {
		final JsonObject root = object(json);
		for (final String key : root.keySet())
			if (!KEYS.contains(key)) throw error("has the unknown key \"" + key + "\"");
		if (!"tinybeauty-recipe".equals(string(root, "format"))) throw error(
			"is not of format \"tinybeauty-recipe\"");
		if (!root.has("version") || !root.get("version").isJsonPrimitive() || !root
			.get("version").getAsString().equals("" + Recipe.VERSION)) throw error(
				"is not of version " + Recipe.VERSION);
		if (!(root.get("layers") instanceof final JsonArray array)) throw error(
			"has no list of layers");
		final List<Layer> layers = new ArrayList<>();
		for (final JsonElement e : array)
			layers.add(layer(e, layers.size() + 1));
		return new Recipe(string(root, "name"), string(root, "description"), layers);
	}

	private JsonObject object(final String json) {
		try {
			if (JsonParser.parseString(json) instanceof final JsonObject root)
				return root;
		}
		catch (final JsonParseException e) {
			throw new IllegalArgumentException(sentence("is not JSON"), e);
		}
		throw error("is not a JSON object");
	}

	private Layer layer(final JsonElement e, final int number) {
		if (!(e instanceof final JsonObject o)) throw error("has a layer " + number +
			" that is not an object");
		final String key = string(o, "type");
		LayerType type = null;
		for (final LayerType t : LayerType.values())
			if (t.key().equals(key)) type = t;
		if (type == null) throw error("has a layer of the unknown type \"" + key +
			"\"");
		final Map<String, Object> values = new LinkedHashMap<>();
		for (final Parameter p : type.parameters())
			values.put(p.name(), value(o, p, key));
		for (final String name : o.keySet())
			if (!name.equals("type") && !values.containsKey(name)) throw error(
				"has the unknown key \"" + name + "\" in layer " + key);
		return new Layer(type, values);
	}

	private Object value(final JsonObject o, final Parameter p,
		final String layer)
	{
		final JsonElement e = o.get(p.name());
		if (e == null) {
			if (p.initial() == null) throw error("lacks \"" + p.name() +
				"\" in layer " + layer);
			return p.initial();
		}
		final JsonPrimitive v = e instanceof final JsonPrimitive q ? q : null;
		if (p.isNumber()) {
			if (v != null && v.isNumber() && v.getAsDouble() >= p.min() && v
				.getAsDouble() <= p.max()) return v.getAsDouble();
			throw error("needs a number from " + p.min() + " to " + p.max() +
				" for \"" + p.name() + "\" in layer " + layer);
		}
		final String s = v == null ? "" : v.getAsString();
		if (!p.choices().isEmpty()) {
			if (p.choices().contains(s)) return s;
			throw error("needs one of " + p.choices() + " for \"" + p.name() +
				"\" in layer " + layer);
		}
		if (s.matches("#[0-9a-fA-F]{6}")) return s;
		throw error("needs a colour like #a03040 for \"" + p.name() +
			"\" in layer " + layer);
	}

	private String string(final JsonObject o, final String key) {
		if (o.get(key) instanceof final JsonPrimitive p && p.isString()) return p
			.getAsString();
		throw error("lacks the text \"" + key + "\"");
	}

	private IllegalArgumentException error(final String what) {
		return new IllegalArgumentException(sentence(what));
	}

	private String sentence(final String what) {
		return "The recipe file " + source + " " + what +
			"; see recipe-format.md for what a recipe may hold.";
	}
}
