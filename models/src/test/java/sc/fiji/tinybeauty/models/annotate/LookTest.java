package sc.fiji.tinybeauty.models.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.models.recipe.Layer;
import sc.fiji.tinybeauty.models.recipe.LayerType;
import sc.fiji.tinybeauty.models.recipe.Recipe;

/** Regions of a look: opacity, colours, off and on again. */
class LookTest {

	private static final Look STAGE = Look.of(Recipe.shipped("stage"));

	@Test
	void everyKindOfLayerBelongsToOneRegion() {
		for (final LayerType type : LayerType.values()) {
			final Layer layer = new Layer(type, java.util.Map.of("opacity", 0.5));
			final Recipe one = new Recipe("one", "", List.of(layer));
			assertEquals(1, List.of(MakeupRegion.values()).stream().filter(r -> r
				.opacity(one) == 0.5).count(), type.key());
		}
	}

	@Test
	void layersOfARegionKeepTheirProportion() {
		final List<Layer> before = layers(STAGE, LayerType.SHADOW);
		assertEquals(2, before.size());
		final List<Layer> after = layers(STAGE.withOpacity(MakeupRegion.SHADOW, 0.45),
			LayerType.SHADOW);
		assertEquals(0.45, after.get(0).opacity(), 1e-6);
		assertEquals(before.get(1).opacity() / before.get(0).opacity(), after.get(1)
			.opacity() / after.get(0).opacity(), 1e-6);
		assertEquals(layers(STAGE, LayerType.LIPS), layers(STAGE.withOpacity(
			MakeupRegion.SHADOW, 0.45), LayerType.LIPS));
	}

	private static List<Layer> layers(final Look look, final LayerType type) {
		return look.recipe().layers().stream().filter(l -> l.type() == type).toList();
	}

	@Test
	void offAndOnAgainIsAsBefore() {
		final Look off = STAGE.with(MakeupRegion.SHADOW, false);
		assertFalse(off.isOn(MakeupRegion.SHADOW));
		assertEquals(0, off.opacity(MakeupRegion.SHADOW));
		assertTrue(layers(off, LayerType.SHADOW).stream().allMatch(l -> l
			.opacity() == 0));
		assertEquals(STAGE.recipe(), off.with(MakeupRegion.SHADOW, true).recipe());
		assertEquals(STAGE.recipe(), STAGE.withOpacity(MakeupRegion.SHADOW, 0).with(
			MakeupRegion.SHADOW, true).recipe());
	}

	@Test
	void coloursChangeOneByOne() {
		assertEquals(List.of("#8c3f9e", "#46206b", "#e9d3e2"), STAGE.colours(
			MakeupRegion.SHADOW));
		assertEquals(List.of("#8c3f9e", "#46206b", "#112233"), STAGE.withColour(
			MakeupRegion.SHADOW, 2, "#112233").colours(MakeupRegion.SHADOW));
		assertThrows(IllegalArgumentException.class, () -> STAGE.withColour(
			MakeupRegion.LIPS, 0, "red"));
		assertThrows(IllegalArgumentException.class, () -> STAGE.withColour(
			MakeupRegion.SKIN, 0, "#112233"));
	}

	@Test
	void aRegionThatARecipeLacksIsPutInItsPlace() {
		Look look = Look.NONE.withColour(MakeupRegion.LIPS, 0, "#a01020");
		look = look.withOpacity(MakeupRegion.BLUSH, 0.3).with(MakeupRegion.SKIN,
			true);
		assertEquals(List.of(LayerType.EVENING, LayerType.BLUSH, LayerType.LIPS), look
			.recipe().layers().stream().map(Layer::type).toList());
		assertEquals(List.of("#a01020"), look.colours(MakeupRegion.LIPS));
		assertTrue(look.isOn(MakeupRegion.LIPS));
		assertTrue(Look.NONE.recipe().layers().isEmpty(), "the first look is as it was");
	}

	@Test
	void everyColouredRegionHasItsSwatches() {
		for (final MakeupRegion region : MakeupRegion.values()) {
			final List<Swatch> list = Swatch.of(region);
			assertEquals(region.isColoured(), !list.isEmpty(), region.label());
			final Set<String> names = new HashSet<>();
			for (final Swatch s : list) {
				assertTrue(s.color().matches("#[0-9a-f]{6}"), s.toString());
				assertTrue(names.add(s.name()), s.toString());
			}
		}
	}
}
