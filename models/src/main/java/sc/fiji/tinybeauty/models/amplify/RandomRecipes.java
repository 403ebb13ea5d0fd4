package sc.fiji.tinybeauty.models.amplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import sc.fiji.tinybeauty.models.recipe.Layer;
import sc.fiji.tinybeauty.models.recipe.LayerType;
import sc.fiji.tinybeauty.models.recipe.Recipe;

/**
 * Random make-up for the training of the prior: which layers, where, how soft,
 * how strong, which colours and blends. The same seed gives the same look. Two
 * families, {@link ReservedFamily}, never occur among training looks.
 */
public final class RandomRecipes {

	/** Hues, degrees of HSB, that no training look holds. */
	public static final int RESERVED_HUE_FROM = 150, RESERVED_HUE_TO = 200;
	/** Largest reach of lower shadow in training, eye widths. */
	public static final double LARGEST_LOWER_SHADOW = 0.35;
	/** Thickest lower line in training, eye widths. */
	public static final double THICKEST_LOWER_LINE = 0.07;

	private static final double[] PALE = { 0, 0.25 }, RICH = { 0.2, 0.9 }, EARTH = {
		0.2, 0.6 };
	private static final double[] DARK = { 0.02, 0.3 }, MIDDLE = { 0.25, 0.75 },
			LIGHT = { 0.7, 1 }, ANY = { 0.1, 1 };

	private final SplittableRandom random;
	private final List<Layer> layers = new ArrayList<>();

	private RandomRecipes(final long seed) {
		random = new SplittableRandom(seed);
	}

	/**
	 * A look.
	 *
	 * @param recipe its layers
	 * @param heedsOcclusion whether what does not look like skin stays free
	 */
	public record Look(Recipe recipe, boolean heedsOcclusion) {}

	/** @return a look to train on */
	public static Look training(final long seed) {
		final RandomRecipes r = new RandomRecipes(seed);
		r.skin();
		if (r.chance(0.7)) r.shadow(r.layer(LayerType.SHADOW), false);
		if (r.chance(0.25)) r.shadow(r.layer(LayerType.SHADOW), false);
		if (r.chance(0.35)) r.brows();
		if (r.chance(0.4)) r.lowerLiner(0.008, THICKEST_LOWER_LINE, 0, 1);
		r.lines(false);
		if (r.chance(0.8)) r.lips();
		if (r.layers.isEmpty()) r.lips();
		return r.look("random-" + seed);
	}

	/** @return a look of a family that is never trained on */
	public static Look reserved(final ReservedFamily family, final long seed) {
		final RandomRecipes r = new RandomRecipes(seed);
		final boolean lagoon = family == ReservedFamily.LAGOON;
		r.skin();
		if (lagoon) {
			r.shadow(r.layer(LayerType.SHADOW), true);
			r.lines(true);
		}
		else {
			r.layers.add(r.shape(r.layer(LayerType.SHADOW)).color("color", 25, 20,
				EARTH, DARK).number("lower", 0.7, 1).number("lowerSize",
					LARGEST_LOWER_SHADOW + 0.05, 0.6).blend(0.5, 1));
			r.lowerLiner(THICKEST_LOWER_LINE + 0.02, 0.16, 0.6, 1);
			r.lines(false);
		}
		r.lips();
		return r.look(family.name().toLowerCase(Locale.ROOT) + "-" + seed);
	}

	private Look look(final String name) {
		return new Look(new Recipe(name, "Random make-up.", layers), random
			.nextBoolean());
	}

	private boolean chance(final double p) {
		return random.nextDouble() < p;
	}

	private LayerDraw layer(final LayerType type) {
		return new LayerDraw(type, random);
	}

	private void skin() {
		if (chance(0.5)) layers.add(layer(LayerType.EVENING).number("tone", 0, 1)
			.number("light", 0, 0.6).number("underEye", 0, 0.6).cover(0.3, 1));
		if (chance(0.4)) layers.add(layer(LayerType.TONE).number("lightness", -0.05,
			0.06).number("red", -0.015, 0.02).number("yellow", -0.02, 0.02).cover(0.3,
				1));
		if (chance(0.4)) layers.add(layer(LayerType.CONTOUR).color("color", 22, 12,
			EARTH, MIDDLE).number("size", 0.6, 1.5).number("follow", 0.3, 1).blend(0.1,
				0.7));
		if (chance(0.4)) layers.add(layer(LayerType.HIGHLIGHT).color("color", 35, 25,
			PALE, LIGHT).number("size", 0.6, 1.6).number("follow", 0, 0.8).blend(0.1,
				0.6));
		if (chance(0.6)) layers.add(layer(LayerType.BLUSH).color("color", 355, 30,
			EARTH, LIGHT).number("size", 0.5, 1.7).number("lift", -1, 1).number(
				"follow", 0, 1).blend(0.1, 0.8));
	}

	private LayerDraw shape(final LayerDraw layer) {
		return layer.number("height", 0.2, 1).number("hold", 0, 0.8).number("outer",
			0, 1).number("crease", 0, 1).number("wing", 0, 0.8).number("follow", 0, 1);
	}

	private void shadow(final LayerDraw layer, final boolean reserved) {
		shape(layer);
		if (reserved) layer.reservedColor("color", new double[] { 0.45, 0.9 },
			MIDDLE);
		else if (chance(0.5)) layer.color("color", 20, 25, EARTH, ANY);
		else layer.color("color", 0, 180, RICH, ANY);
		if (chance(0.5) && !reserved) layer.color("color2", 0, 180, EARTH, MIDDLE);
		if (chance(0.5)) layer.number("lower", 0, 1).number("lowerSize", 0.08,
			LARGEST_LOWER_SHADOW);
		layers.add(layer.blend(0.15, 1));
	}

	private void brows() {
		layers.add(layer(LayerType.BROWS).color("color", 22, 15, EARTH, new double[] {
			0.08, 0.45 }).number("fill", 0, 0.9).blend(0.2, 0.9));
	}

	private void lowerLiner(final double thin, final double thick,
		final double softFrom, final double softTo)
	{
		layers.add(ink(layer(LayerType.LOWER_LINER), 0.3).number("thickness", thin,
			thick).number("inner", 0.3, 1).number("soft", softFrom, softTo).cover(0.3,
				1));
	}

	private LayerDraw ink(final LayerDraw layer, final double coloured) {
		if (chance(coloured)) return layer.color("color", 0, 180, RICH, MIDDLE);
		return layer.color("color", 20, 30, PALE, DARK);
	}

	private void lines(final boolean reserved) {
		if (chance(0.5)) layers.add(ink(layer(LayerType.LASHES), 0.05).number(
			"length", 0.06, 0.3).number("lower", 0, 1).number("density", 0.4, 1.8)
			.cover(0.3, 1));
		if (!reserved && chance(0.4)) return;
		final LayerDraw line = layer(LayerType.LINER).number("thickness", 0.012, 0.12)
			.number("wing", 0, 0.6).number("angle", 5, 45).number("soft", 0, 1).number(
				"inner", 0.4, 1);
		layers.add((reserved ? line.reservedColor("color", new double[] { 0.5, 1 },
			MIDDLE) : ink(line, 0.3)).cover(0.4, 1));
	}

	private void lips() {
		final LayerDraw lips = layer(LayerType.LIPS).word("finish", "matte", "satin",
			"gloss").number("edge", 0, 1).number("follow", 0, 0.8);
		if (chance(0.85)) lips.color("color", 355, 28, RICH, ANY);
		else lips.color("color", 0, 180, RICH, ANY);
		layers.add(lips.blend(0.2, 1));
	}
}
