package sc.fiji.tinybeauty.models.recipe;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One layer of a recipe.
 *
 * @param type its kind
 * @param values value of every parameter of that kind: Double or String
 *          ("#rrggbb", "" for no colour, or a word)
 */
public record Layer(LayerType type, Map<String, Object> values) {

	/** @return the number called {@code name} */
	public float number(final String name) {
		return ((Double) values.get(name)).floatValue();
	}

	/** @return the word or colour called {@code name} */
	public String text(final String name) {
		return (String) values.get(name);
	}

	/** @return how much of the layer covers what lies below, 0..1 */
	public float opacity() {
		return number("opacity");
	}

	/** @return this layer with another opacity */
	public Layer withOpacity(final double opacity) {
		final Map<String, Object> changed = new LinkedHashMap<>(values);
		changed.put("opacity", opacity);
		return new Layer(type, changed);
	}

	OkLab color() {
		return OkLab.of(text("color"));
	}

	OkLab color2() {
		return text("color2").isEmpty() ? color() : OkLab.of(text("color2"));
	}
}
