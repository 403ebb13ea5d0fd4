package sc.fiji.tinybeauty.ops.residual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.ops.geometry.Crops;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

class GuidedUpsamplingTest {

	private static final int SIZE = 64, FACTOR = 8;

	private static Img<FloatType> noise(final int w, final int h,
		final double low, final double high)
	{
		final Img<FloatType> image = FloatImages.create(w, h, 3);
		final Random random = new Random(9);
		image.forEach(v -> v.set((float) (low + (high - low) * random
			.nextDouble())));
		return image;
	}

	@Test
	void atItsOwnResolutionTheResidualIsUnchanged() {
		final Img<FloatType> crop = noise(SIZE, SIZE, 0, 1);
		final Img<FloatType> residual = noise(SIZE, SIZE, -0.5, 0.5);
		final Img<FloatType> out = FloatImages.create(SIZE, SIZE, 3);
		GuidedUpsampling.upsample(GuidedUpsampling.fit(crop, residual),
			Similarity.IDENTITY, RgbPlanes.tensor(crop), out);
		for (int y = 5; y < SIZE - 5; y++)
			for (int x = 5; x < SIZE - 5; x++)
				assertEquals(residual.getAt(x, y, 2).get(), out.getAt(x, y, 2).get(),
					1e-5);
	}

	/** Lips below a slanted edge: darker than the skin above them. */
	private static Img<FloatType> photo() {
		final int w = SIZE * FACTOR;
		final Img<FloatType> photo = noise(w, w, -0.01, 0.01);
		for (int y = 0; y < w; y++)
			for (int x = 0; x < w; x++)
				for (int c = 0; c < 3; c++)
					photo.getAt(x, y, c).add(new FloatType(isLip(x, y) ? 0.4f : 0.6f));
		return photo;
	}

	private static boolean isLip(final int x, final int y) {
		return y > 200 + x / 5;
	}

	private static double error(final float epsilon) {
		final int w = SIZE * FACTOR;
		final Img<FloatType> photo = photo();
		final Similarity t = new Similarity(FACTOR, 0, 0, 0);
		final Img<FloatType> truth = FloatImages.create(w, w, 3);
		for (int y = 0; y < w; y++)
			for (int x = 0; x < w; x++)
				truth.getAt(x, y, 1).set(isLip(x, y) ? -0.3f : 0);
		final Img<FloatType> crop = FloatImages.create(SIZE, SIZE, 3);
		final Img<FloatType> residual = FloatImages.create(SIZE, SIZE, 3);
		final RgbPlane plane = RgbPlanes.tensor(photo);
		Crops.crop(plane, t, crop);
		Crops.crop(RgbPlanes.tensor(truth), t, residual);
		final Img<FloatType> out = FloatImages.create(w, w, 3);
		GuidedUpsampling.upsample(GuidedUpsampling.fit(crop, residual, 2, epsilon),
			t, plane, out);
		double sum = 0;
		for (int y = 60; y < w - 60; y++)
			for (int x = 60; x < w - 60; x++)
				sum += Math.abs(out.getAt(x, y, 1).get() - truth.getAt(x, y, 1).get());
		return sum;
	}

	@Test
	void edgesAreFarSharperThanBilinear() {
		final double bilinear = error(Float.POSITIVE_INFINITY);
		final double guided = error(GuidedUpsampling.EPSILON);
		assertTrue(guided < 0.4 * bilinear, guided + " against " + bilinear);
	}

	@Test
	void evenMakeupIgnoresTheTextureBelow() {
		final Img<FloatType> photo = noise(SIZE * 4, SIZE * 4, 0, 1);
		final Img<FloatType> crop = noise(SIZE, SIZE, 0, 1);
		final Img<FloatType> residual = FloatImages.create(SIZE, SIZE, 3);
		residual.forEach(v -> v.set(0.25f));
		final Img<FloatType> out = FloatImages.create(SIZE * 4, SIZE * 4, 3);
		GuidedUpsampling.upsample(GuidedUpsampling.fit(crop, residual),
			new Similarity(4, 0, 0, 0), RgbPlanes.tensor(photo), out);
		for (int y = 40; y < 216; y++)
			for (int x = 40; x < 216; x++)
				assertEquals(0.25, out.getAt(x, y, 0).get(), 1e-5);
	}

	@Test
	void smallFacesDoNotAlias() {
		final Img<FloatType> crop = noise(SIZE, SIZE, 0, 1);
		final Img<FloatType> stripes = FloatImages.create(SIZE, SIZE, 3);
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++)
				stripes.getAt(x, y, 0).set(x / 2 % 2);
		final Img<FloatType> out = FloatImages.create(20, 20, 3);
		final PlacedResidual placed = PlacedResidual.of(crop, stripes, Similarity
			.squareTo(10, 10, 16, 0, SIZE));
		GuidedUpsampling.upsample(placed.residual(), placed.gridToPhoto(), RgbPlanes
			.tensor(noise(20, 20, 0, 1)), out);
		for (int x = 5; x < 15; x++)
			assertEquals(0.5, out.getAt(x, 10, 0).get(), 0.05);
	}

	@Test
	void sizesMustAgree() {
		assertThrows(IllegalArgumentException.class, () -> GuidedUpsampling.fit(
			FloatImages.create(8, 8, 3), FloatImages.create(9, 8, 3)));
	}
}
