package sc.fiji.tinybeauty.models.recipe;

import java.util.List;
import java.util.Locale;

/**
 * The kinds of layers of a recipe and their parameters. Lengths are parts of
 * the named facial length, so that a recipe fits any face at any resolution.
 */
public enum LayerType {

	/** Evens the skin: blotches and redness fade, pores and moles stay. */
	EVENING(number("tone", 0, 1, 0.5), number("light", 0, 1, 0.25), number(
		"underEye", 0, 1, 0.2)),
	/** Shifts the tone of all skin: lighter, redder, yellower (OKLab). */
	TONE(number("lightness", -0.1, 0.1, 0), number("red", -0.05, 0.05, 0), number(
		"yellow", -0.05, 0.05, 0)),
	/** Colour on the cheeks, placed by the shape of the face. */
	BLUSH(color(), number("size", 0.3, 2, 1), number("lift", -1, 1, 0), follow(
		0.5)),
	/** Shade under the cheekbones, along the jaw and the temples. */
	CONTOUR(color(), number("size", 0.3, 2, 1), follow(0.9)),
	/** Light on cheekbones, bridge of the nose and cupid's bow. */
	HIGHLIGHT(color(), number("size", 0.3, 2, 1), follow(0.7)),
	/** Eyeshadow from the lid towards the brow. */
	SHADOW(color(), color("color2"), number("height", 0.1, 1, 0.5), number("hold", 0, 0.9, 0.3), number(
		"outer", 0, 1, 0.3), number("crease", 0, 1, 0.3), number("wing", 0, 1, 0.2),
		number("lower", 0, 1, 0), number("lowerSize", 0.05, 0.6, 0.2),
		number("start", 0, 1, 0), number("shimmer", 0, 1, 0), follow(0.5)),
	/** Line along the upper lashes, with a wing of the given length. */
	LINER(color(), number("thickness", 0.005, 0.2, 0.04), number("wing", 0, 1,
		0), number("angle", -10, 60, 28), number("soft", 0, 1, 0.2), number("inner",
			0, 1, 0.9)),
	/** Line along the lower lashes. */
	LOWER_LINER(color(), number("thickness", 0.005, 0.2, 0.03), number("inner", 0,
		1, 0.8), number("soft", 0, 1, 0.5)),
	/** Mascara. */
	LASHES(color(), number("length", 0, 0.5, 0.16), number("lower", 0, 1, 0.3),
		number("density", 0.2, 2, 1)),
	/** Brows filled along their hair. */
	BROWS(color(), number("fill", 0, 1, 0.4)),
	/** Lip colour. */
	LIPS(color(), choice("finish", "satin", "matte", "satin", "gloss"), number(
		"edge", 0, 1, 0.3), follow(0.3));

	private final List<Parameter> parameters;

	LayerType(final Parameter... own) {
		final Parameter[] all = new Parameter[own.length + 3];
		all[0] = number("opacity", 0, 1, 1);
		System.arraycopy(own, 0, all, 1, own.length);
		all[own.length + 1] = number("multiply", 0, 1, 0);
		all[own.length + 2] = number("tint", 0, 1, 0);
		parameters = List.of(all);
	}

	/** @return the word for this kind in a recipe file */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** @return the parameters that a layer of this kind has, "opacity" first */
	public List<Parameter> parameters() {
		return parameters;
	}

	/**
	 * A parameter of a layer.
	 *
	 * @param name its key in the file
	 * @param min smallest number, NaN if it is no number
	 * @param max largest number
	 * @param initial value when the key is left out; null: the key is required
	 * @param choices allowed words, empty if it is no choice
	 */
	public record Parameter(String name, double min, double max, Object initial,
		List<String> choices)
	{

		/** @return whether its value is a number */
		public boolean isNumber() {
			return !Double.isNaN(min);
		}
	}

	private static Parameter number(final String name, final double min,
		final double max, final double initial)
	{
		return new Parameter(name, min, max, initial, List.of());
	}

	private static Parameter follow(final double initial) {
		return number("follow", 0, 1, initial);
	}

	private static Parameter color() {
		return new Parameter("color", Double.NaN, Double.NaN, null, List.of());
	}

	private static Parameter color(final String name) {
		return new Parameter(name, Double.NaN, Double.NaN, "", List.of());
	}

	private static Parameter choice(final String name, final String initial,
		final String... words)
	{
		return new Parameter(name, Double.NaN, Double.NaN, initial, List.of(words));
	}
}
