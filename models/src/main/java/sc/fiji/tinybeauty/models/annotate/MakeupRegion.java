package sc.fiji.tinybeauty.models.annotate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.tinybeauty.models.recipe.Layer;
import sc.fiji.tinybeauty.models.recipe.LayerType;
import sc.fiji.tinybeauty.models.recipe.LayerType.Parameter;
import sc.fiji.tinybeauty.models.recipe.Recipe;

/**
 * The parts of a look that an annotator sets: each stands for the layers of a
 * recipe of one or two kinds. Its opacity is that of its strongest layer; the
 * others keep their proportion.
 */
public enum MakeupRegion {

	/** Colour of the lips. */
	LIPS("Lips", 0.7, "#a05c59", LayerType.LIPS),
	/** Eyeshadow. */
	SHADOW("Shadow", 0.7, "#a87e68", LayerType.SHADOW),
	/** Lines along the lashes. */
	LINER("Liner", 0.8, "#1a0f0a", LayerType.LINER, LayerType.LOWER_LINER),
	/** Mascara. */
	LASHES("Lashes", 0.8, "#0f0a08", LayerType.LASHES),
	/** Filled brows. */
	BROWS("Brows", 0.5, "#4a362e", LayerType.BROWS),
	/** Colour of the cheeks. */
	BLUSH("Blush", 0.4, "#d08a7c", LayerType.BLUSH),
	/** Shade below the cheekbones. */
	CONTOUR("Contour", 0.4, "#a4765a", LayerType.CONTOUR),
	/** Light on cheekbones and nose. */
	HIGHLIGHT("Highlight", 0.4, "#f0cdb4", LayerType.HIGHLIGHT),
	/** Evenness and tone of the skin; it has no colour. */
	SKIN("Skin", 1, "", LayerType.EVENING, LayerType.TONE);

	private final String label;
	private final double usual;
	private final String colour;
	private final List<LayerType> types;

	MakeupRegion(final String label, final double usual, final String colour,
		final LayerType... types)
	{
		this.label = label;
		this.usual = usual;
		this.colour = colour;
		this.types = List.of(types);
	}

	/** @return its name in dialogs */
	public String label() {
		return label;
	}

	/** @return the opacity that it has when it is first put on, 0..1 */
	public double usualOpacity() {
		return usual;
	}

	/** @return whether it has a colour at all */
	public boolean isColoured() {
		return !colour.isEmpty();
	}

	private boolean has(final Layer layer) {
		return types.contains(layer.type());
	}

	/** @return the opacity of its strongest layer, 0..1; 0 if it has none */
	public double opacity(final Recipe recipe) {
		return recipe.layers().stream().filter(this::has).mapToDouble(
			Layer::opacity).max().orElse(0);
	}

	/**
	 * @param recipe a look
	 * @param opacity 0..1
	 * @return the look with this opacity here; if it had no such layer, one with
	 *         usual values is put in its place among the others
	 */
	public Recipe withOpacity(final Recipe recipe, final double opacity) {
		final List<Layer> layers = new ArrayList<>(recipe.layers());
		if (layers.stream().noneMatch(this::has)) {
			if (opacity == 0) return recipe;
			layers.add(place(layers), usualLayer());
		}
		final double now = layers.stream().filter(this::has).mapToDouble(
			Layer::opacity).max().orElse(0);
		layers.replaceAll(l -> !has(l) ? l : l.withOpacity(now == 0 ? opacity
			: opacity * l.opacity() / now));
		return new Recipe(recipe.name(), recipe.description(), layers);
	}

	/** @return colours of all its layers, main colour before second colour; "#rrggbb" */
	public List<String> colours(final Recipe recipe) {
		return slots(recipe).stream().map(s -> recipe.layers().get(s.layer).text(
			s.key)).toList();
	}

	/**
	 * @param recipe a look
	 * @param slot which colour, as in {@link #colours}
	 * @param hex the colour, "#rrggbb"
	 * @return the look with it
	 * @throws IllegalArgumentException in one sentence if it is no colour
	 * @throws IndexOutOfBoundsException if there is no such slot
	 */
	public Recipe withColour(final Recipe recipe, final int slot,
		final String hex)
	{
		if (!hex.matches("#[0-9a-fA-F]{6}")) throw new IllegalArgumentException(
			"\"" + hex + "\" is no colour; write it like #a03040.");
		final Slot s = slots(recipe).get(slot);
		final List<Layer> layers = new ArrayList<>(recipe.layers());
		final Map<String, Object> values = new LinkedHashMap<>(layers.get(s.layer)
			.values());
		values.put(s.key, hex);
		layers.set(s.layer, new Layer(layers.get(s.layer).type(), values));
		return new Recipe(recipe.name(), recipe.description(), layers);
	}

	private record Slot(int layer, String key) {}

	private List<Slot> slots(final Recipe recipe) {
		final List<Slot> slots = new ArrayList<>();
		for (int i = 0; i < recipe.layers().size(); i++) {
			final Layer layer = recipe.layers().get(i);
			if (!has(layer)) continue;
			for (final String key : new String[] { "color", "color2" })
				if (layer.values().getOrDefault(key, "") instanceof final String hex &&
					!hex.isEmpty()) slots.add(new Slot(i, key));
		}
		return slots;
	}

	/** Layers lie in the order of their kinds: skin below, lips on top. */
	private int place(final List<Layer> layers) {
		int at = 0;
		while (at < layers.size() && layers.get(at).type().compareTo(types.get(
			0)) < 0)
			at++;
		return at;
	}

	private Layer usualLayer() {
		final Map<String, Object> values = new LinkedHashMap<>();
		for (final Parameter p : types.get(0).parameters())
			values.put(p.name(), p.initial() == null ? colour : p.initial());
		return new Layer(types.get(0), values);
	}
}
