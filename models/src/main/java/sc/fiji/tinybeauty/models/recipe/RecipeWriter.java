package sc.fiji.tinybeauty.models.recipe;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import sc.fiji.tinybeauty.models.recipe.LayerType.Parameter;

/** Writes recipes so that {@link Recipe#read} gives an equal one. */
public final class RecipeWriter {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting()
		.disableHtmlEscaping().create();

	private RecipeWriter() {}

	/**
	 * @param recipe a look
	 * @return the bytes of its file (UTF-8); keys of a layer that have their default
	 *         are left out
	 */
	public static byte[] write(final Recipe recipe) {
		final JsonObject root = new JsonObject();
		root.addProperty("format", "tinybeauty-recipe");
		root.addProperty("version", Recipe.VERSION);
		root.addProperty("name", recipe.name());
		root.addProperty("description", recipe.description());
		final JsonArray layers = new JsonArray();
		recipe.layers().forEach(l -> layers.add(json(l)));
		root.add("layers", layers);
		return (GSON.toJson(root) + "\n").getBytes(StandardCharsets.UTF_8);
	}

	private static JsonObject json(final Layer layer) {
		final JsonObject o = new JsonObject();
		o.addProperty("type", layer.type().key());
		for (final Parameter p : layer.type().parameters()) {
			final Object value = layer.values().get(p.name());
			if (Objects.equals(value, p.initial())) continue;
			if (value instanceof final Double number) o.addProperty(p.name(), number);
			else o.addProperty(p.name(), (String) value);
		}
		return o;
	}
}
