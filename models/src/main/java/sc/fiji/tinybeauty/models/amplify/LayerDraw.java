package sc.fiji.tinybeauty.models.amplify;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

import sc.fiji.tinybeauty.models.recipe.Layer;
import sc.fiji.tinybeauty.models.recipe.LayerType;

/** A layer of a look while its parameters are drawn. */
final class LayerDraw {

	/** Rounding to 8 bits moves the hue of a dark or pale colour. */
	private static final double MARGIN = 5;

	private final LayerType type;
	private final SplittableRandom random;
	private final Map<String, Object> values = new LinkedHashMap<>();

	LayerDraw(final LayerType type, final SplittableRandom random) {
		this.type = type;
		this.random = random;
		for (final LayerType.Parameter p : type.parameters())
			values.put(p.name(), p.initial());
	}

	/** Draws a number evenly from a range within the limits of the format. */
	LayerDraw number(final String name, final double from, final double to) {
		values.put(name, from + (to - from) * random.nextDouble());
		return this;
	}

	/** Draws one of some words. */
	LayerDraw word(final String name, final String... words) {
		values.put(name, words[random.nextInt(words.length)]);
		return this;
	}

	/**
	 * Draws a colour of the training range.
	 *
	 * @param name its key
	 * @param hue middle hue, degrees
	 * @param spread largest distance from it, 180 = any hue
	 * @param saturation least and largest, 0..1
	 * @param brightness least and largest, 0..1
	 */
	LayerDraw color(final String name, final double hue, final double spread,
		final double[] saturation, final double[] brightness)
	{
		double h;
		do {
			h = hue + (2 * random.nextDouble() - 1) * spread;
			h -= 360 * Math.floor(h / 360);
		}
		while (h > RandomRecipes.RESERVED_HUE_FROM - MARGIN &&
			h < RandomRecipes.RESERVED_HUE_TO + MARGIN);
		return put(name, h / 360, saturation, brightness);
	}

	/** Draws a colour of the reserved range. */
	LayerDraw reservedColor(final String name, final double[] saturation,
		final double[] brightness)
	{
		final double from = RandomRecipes.RESERVED_HUE_FROM + MARGIN;
		final double to = RandomRecipes.RESERVED_HUE_TO - MARGIN;
		return put(name, (from + (to - from) * random.nextDouble()) / 360, saturation,
			brightness);
	}

	private LayerDraw put(final String name, final double hue,
		final double[] saturation, final double[] brightness)
	{
		final int rgb = Color.HSBtoRGB((float) hue, (float) between(saturation),
			(float) between(brightness));
		values.put(name, String.format("#%06x", rgb & 0xffffff));
		return this;
	}

	private double between(final double[] range) {
		return range[0] + (range[1] - range[0]) * random.nextDouble();
	}

	/** Draws opacity and the mix of blends: opaque, multiply, tint. */
	Layer blend(final double least, final double most) {
		number("opacity", least, most);
		final double a = -Math.log(1 - random.nextDouble()), b = -Math.log(1 - random
			.nextDouble()), c = -Math.log(1 - random.nextDouble());
		if (random.nextBoolean()) {
			values.put("multiply", a / (a + b + c));
			values.put("tint", b / (a + b + c));
		}
		return new Layer(type, values);
	}

	/** Draws the opacity of a layer that only covers. */
	Layer cover(final double least, final double most) {
		return new Layer(type, number("opacity", least, most).values);
	}
}
