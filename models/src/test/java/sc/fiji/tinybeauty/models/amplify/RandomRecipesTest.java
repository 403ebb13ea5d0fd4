package sc.fiji.tinybeauty.models.amplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.models.recipe.Layer;
import sc.fiji.tinybeauty.models.recipe.LayerType;

class RandomRecipesTest {

	private static boolean reservedHue(final Layer layer, final String key) {
		final Object hex = layer.values().get(key);
		if (!(hex instanceof String) || ((String) hex).isEmpty()) return false;
		final Color c = Color.decode((String) hex);
		final float[] hsb = Color.RGBtoHSB(c.getRed(), c.getGreen(), c.getBlue(),
			null);
		// the hue of a nearly grey or black colour is rounding
		return hsb[1] * hsb[2] > 0.05 && 360 *
			hsb[0] > RandomRecipes.RESERVED_HUE_FROM && 360 *
				hsb[0] < RandomRecipes.RESERVED_HUE_TO;
	}

	private static boolean lagoon(final RandomRecipes.Look look) {
		return look.recipe().layers().stream().anyMatch(l -> reservedHue(l,
			"color") || reservedHue(l, "color2"));
	}

	private static boolean kohl(final RandomRecipes.Look look) {
		return look.recipe().layers().stream().anyMatch(l -> l
			.type() == LayerType.LOWER_LINER && l.number(
				"thickness") > RandomRecipes.THICKEST_LOWER_LINE + 0.001 || l
					.type() == LayerType.SHADOW && l.number(
						"lowerSize") > RandomRecipes.LARGEST_LOWER_SHADOW + 0.001);
	}

	@Test
	void reservedFamiliesAreNeverDrawnInTraining() {
		for (long seed = 0; seed < 3000; seed++) {
			final RandomRecipes.Look look = RandomRecipes.training(seed);
			assertFalse(lagoon(look) || kohl(look), look.toString());
		}
		for (long seed = 0; seed < 300; seed++) {
			assertTrue(lagoon(RandomRecipes.reserved(ReservedFamily.LAGOON, seed)));
			assertTrue(kohl(RandomRecipes.reserved(ReservedFamily.KOHL, seed)));
		}
	}

	@Test
	void everyParameterIsWithinItsRange() {
		for (long seed = 0; seed < 1000; seed++) {
			check(RandomRecipes.training(seed));
			check(RandomRecipes.reserved(ReservedFamily.values()[(int) (seed % 2)],
				seed));
		}
	}

	private static void check(final RandomRecipes.Look look) {
		assertFalse(look.recipe().layers().isEmpty());
		for (final Layer layer : look.recipe().layers())
			for (final LayerType.Parameter p : layer.type().parameters()) {
				final Object value = layer.values().get(p.name());
				if (p.isNumber()) assertTrue((Double) value >= p.min() &&
					(Double) value <= p.max(), layer.toString());
				else if (p.choices().isEmpty()) assertTrue(value.equals(p.initial()) ||
					((String) value).matches("#[0-9a-f]{6}"), layer.toString());
				else assertTrue(p.choices().contains(value));
			}
	}

	@Test
	void allLayersOccurAndHalfTheLooksHeedOcclusion() {
		final Map<LayerType, Integer> counts = new EnumMap<>(LayerType.class);
		int heeding = 0;
		for (long seed = 0; seed < 1000; seed++) {
			final RandomRecipes.Look look = RandomRecipes.training(seed);
			look.recipe().layers().forEach(l -> counts.merge(l.type(), 1,
				Integer::sum));
			if (look.heedsOcclusion()) heeding++;
		}
		for (final LayerType type : LayerType.values())
			assertTrue(counts.getOrDefault(type, 0) > 100, type + ": " + counts);
		assertTrue(heeding > 420 && heeding < 580, "" + heeding);
	}

	@Test
	void sameSeedSameLook() {
		assertEquals(RandomRecipes.training(5), RandomRecipes.training(5));
		assertFalse(RandomRecipes.training(5).equals(RandomRecipes.training(6)));
	}
}
