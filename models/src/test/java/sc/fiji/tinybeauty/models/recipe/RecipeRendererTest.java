package sc.fiji.tinybeauty.models.recipe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.tinybeauty.ops.region.RegionMasks;

/** The renderer on drawn faces of light and deep skin. */
public class RecipeRendererTest {

	private static final int SIZE = 256;
	private static final SyntheticFace LIGHT = new SyntheticFace(SIZE, 0.87f, 0.71f,
		0.62f);
	private static final SyntheticFace DEEP = new SyntheticFace(SIZE, 0.36f, 0.24f,
		0.19f);

	private static float[] render(final SyntheticFace face, final Recipe recipe) {
		final ArrayImg<FloatType, FloatArray> made = ArrayImgs.floats(face.size,
			face.size, 3);
		RecipeRenderer.render(face.image(), face.landmarks, recipe, made);
		return made.update(null).getCurrentStorageArray();
	}

	private static double change(final SyntheticFace face, final float[] made,
		final int i)
	{
		double d = 0;
		final int n = face.size * face.size;
		for (int c = 0; c < 3; c++)
			d = Math.max(d, Math.abs(made[c * n + i] - face.pixels[c * n + i]));
		return d;
	}

	private static double meanChange(final SyntheticFace face,
		final float[] made, final float[] where)
	{
		double sum = 0, weight = 0;
		for (int i = 0; i < where.length; i++) {
			sum += where[i] * change(face, made, i);
			weight += where[i];
		}
		return sum / weight;
	}

	private static Recipe only(final String look, final LayerType... types) {
		final Recipe r = Recipe.shipped(look);
		return new Recipe(r.name(), r.description(), r.layers().stream().filter(
			l -> List.of(types).contains(l.type())).toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "natural", "classic", "smoky", "wing", "bronze",
		"stage" })
	public void visibleOnLightAndDeepSkinAndNowhereElse(final String look) {
		for (final SyntheticFace face : List.of(LIGHT, DEEP)) {
			final float[] made = render(face, Recipe.shipped(look));
			final float[] oval = face.fill(RegionMasks.face(face.landmarks, 1.3));
			int changed = 0;
			for (int i = 0; i < oval.length; i++) {
				final double d = change(face, made, i);
				if (oval[i] == 0) assertEquals(0, d, 0, "outside the face");
				if (d > 0.04) changed++;
			}
			assertTrue(changed > 400, look + " shows on " + changed + " pixels");
			for (final float v : made)
				assertTrue(v >= 0 && v <= 1);
		}
	}

	@Test
	public void sameInputSameOutput() {
		assertArrayEquals(render(LIGHT, Recipe.shipped("smoky")), render(LIGHT, Recipe
			.shipped("smoky")), 0);
	}

	@Test
	public void opacityZeroChangesNothing() {
		assertArrayEquals(LIGHT.pixels, render(LIGHT, Recipe.shipped("smoky")
			.withStrength(0)), 0);
	}

	@Test
	public void moreStrengthMoreColour() {
		final float[] lips = LIGHT.fill(RegionMasks.lips(LIGHT.landmarks));
		final Recipe r = only("classic", LayerType.LIPS);
		final double half = meanChange(LIGHT, render(LIGHT, r.withStrength(0.5)), lips);
		final double full = meanChange(LIGHT, render(LIGHT, r), lips);
		assertTrue(full > 1.5 * half && half > 0.01, half + " and " + full);
	}

	@Test
	public void teethAreSpared() {
		final float[] made = render(LIGHT, Recipe.shipped("classic"));
		final float[] mouth = LIGHT.fill(RegionMasks.mouth(LIGHT.landmarks).scale(
			LIGHT.landmarks.mean(13, 14)[0], LIGHT.landmarks.mean(13, 14)[1], 0.85));
		final float[] lips = LIGHT.fill(RegionMasks.lips(LIGHT.landmarks));
		final float[] all = LIGHT.fill(RegionMasks.mouth(LIGHT.landmarks).scale(
			LIGHT.landmarks.mean(13, 14)[0], LIGHT.landmarks.mean(13, 14)[1], 1.1));
		for (int i = 0; i < lips.length; i++)
			lips[i] *= 1 - all[i];
		assertTrue(meanChange(LIGHT, made, mouth) < 0.01, "teeth change by " +
			meanChange(LIGHT, made, mouth));
		assertTrue(meanChange(LIGHT, made, lips) > 0.15, "lips change by " +
			meanChange(LIGHT, made, lips));
	}

	/** In the shaded half of a face pigment is darker, as the skin is. */
	@Test
	public void pigmentHasTheLightOfItsPlace() {
		final SyntheticFace face = new SyntheticFace(SIZE, 0.87f, 0.71f, 0.62f);
		for (int i = 0; i < face.pixels.length; i++)
			if (i % SIZE < face.landmarks.x(4)) face.pixels[i] *= 0.5f;
		final float[] made = render(face, only("classic", LayerType.LIPS));
		final float[] lips = face.fill(RegionMasks.lips(face.landmarks));
		final double[] red = new double[2], weight = new double[2];
		for (int i = 0; i < lips.length; i++) {
			final int half = i % SIZE < face.landmarks.x(4) ? 0 : 1;
			if (change(face, made, i) < 0.1) continue;
			red[half] += lips[i] * made[i];
			weight[half] += lips[i];
		}
		final double ratio = red[0] / weight[0] / (red[1] / weight[1]);
		assertTrue(ratio > 0.4 && ratio < 0.75, "dark half over light half: " + ratio);
	}

	/** A pale pigment on deep skin hides grain instead of blowing it up. */
	@Test
	public void lighterPigmentDoesNotMagnifyGrain() {
		assertEquals(0.5f, FaceCanvas.texture(0.5f));
		assertEquals(1, FaceCanvas.texture(1));
		assertTrue(FaceCanvas.texture(2) < 1.5f);
	}

	@Test
	public void layersKeepToTheirZones() {
		final float[] parts = RegionMasks.partition(LIGHT.landmarks, SIZE).update(
			null).getCurrentStorageArray();
		final int n = SIZE * SIZE;
		inside(render(LIGHT, only("classic", LayerType.LIPS)), parts, 0);
		inside(render(LIGHT, only("smoky", LayerType.SHADOW, LayerType.LINER,
			LayerType.LOWER_LINER, LayerType.LASHES, LayerType.BROWS)), parts, n);
		final float[] blush = render(LIGHT, only("natural", LayerType.BLUSH));
		for (int i = 0; i < n; i++)
			if (parts[i] > 0.99) assertTrue(change(LIGHT, blush, i) < 0.02);
	}

	/** What changes visibly has at least half its weight in the region. */
	private static void inside(final float[] made, final float[] parts,
		final int region)
	{
		int changed = 0;
		for (int i = 0; i < SIZE * SIZE; i++) {
			if (change(LIGHT, made, i) < 0.03) continue;
			changed++;
			assertTrue(parts[region + i] > 0.5, "pixel " + i % SIZE + ", " + i / SIZE);
		}
		assertTrue(changed > 100);
	}

	@Test
	public void sunglassesStayFree() {
		final SyntheticFace dark = LIGHT.withSunglasses();
		final Recipe eyes = only("smoky", LayerType.SHADOW, LayerType.LINER,
			LayerType.LOWER_LINER, LayerType.LASHES);
		assertArrayEquals(dark.pixels, render(dark, eyes), 0);
		assertTrue(meanChange(LIGHT, render(LIGHT, eyes), LIGHT.fill(RegionMasks
			.eyeZone(LIGHT.landmarks, true))) > 0.05);
	}

	@Test
	public void textureOfTheSkinStays() {
		final float[] made = render(LIGHT, only("natural", LayerType.EVENING));
		double before = 0, after = 0;
		for (int y = 150; y < 165; y++)
			for (int x = 80; x < 95; x++) {
				final int i = y * SIZE + x;
				before += Math.abs(LIGHT.pixels[i] - LIGHT.pixels[i + 1]);
				after += Math.abs(made[i] - made[i + 1]);
			}
		assertEquals(1, after / before, 0.05);
	}

	@Test
	public void sizesAreRefused() {
		final var bare = LIGHT.image();
		final var wrong = ArrayImgs.floats(SIZE, SIZE - 1, 3);
		assertThrows(IllegalArgumentException.class, () -> RecipeRenderer.render(bare,
			LIGHT.landmarks, Recipe.shipped("natural"), wrong));
	}
}
