package sc.fiji.tinybeauty.ops.residual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.ops.geometry.Crops;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

class ResidualCompositingTest {

	private static final int SIZE = 64;

	private static int[] noise(final int n, final long seed) {
		return new Random(seed).ints(n).toArray();
	}

	private static Img<FloatType> constant(final double value) {
		final Img<FloatType> image = FloatImages.create(SIZE, SIZE, 3);
		image.forEach(v -> v.set((float) value));
		return image;
	}

	private static PlacedResidual place(final RgbPlane photo,
		final Similarity t, final Img<FloatType> residual)
	{
		final Img<FloatType> crop = FloatImages.create(SIZE, SIZE, 3);
		Crops.crop(photo, t, crop);
		return PlacedResidual.of(crop, residual, t);
	}

	@Test
	void nothingOutsideTheCropChanges() {
		final int w = 300, h = 250;
		final int[] pixels = noise(w * h, 1);
		final RgbPlane photo = RgbPlanes.argb(pixels, w, h);
		final Similarity t = Similarity.squareTo(150, 120, 140, 0.3, SIZE);
		final int[] made = pixels.clone();
		ResidualCompositing.composite(photo, List.of(place(photo, t, constant(
			0.2))), RgbPlanes.argb(made, w, h));
		final Similarity inverse = t.inverse();
		int changed = 0;
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++) {
				final double u = inverse.x(x + 0.5, y + 0.5), v = inverse.y(x + 0.5, y +
					0.5);
				if (u < 0 || v < 0 || u > SIZE || v > SIZE) assertEquals(pixels[y * w +
					x], made[y * w + x]);
				else if (pixels[y * w + x] != made[y * w + x]) changed++;
			}
		assertTrue(changed > 140 * 140 * 0.7, "changed " + changed);
	}

	@Test
	void noSquareShowsAtTheBorder() {
		final int w = 300;
		final RgbPlane grey = RgbPlanes.tensor(filled(w, 0.5f));
		final Img<FloatType> residual = FloatImages.create(w, w, 3);
		final Similarity t = Similarity.squareTo(150, 150, 200, 0.2, SIZE);
		ResidualCompositing.residual(grey, List.of(place(grey, t, constant(0.3))),
			true, residual);
		float most = 0;
		for (int y = 0; y < w; y++)
			for (int x = 1; x < w; x++)
				most = Math.max(most, Math.abs(residual.getAt(x, y, 0).get() - residual
					.getAt(x - 1, y, 0).get()));
		assertEquals(0.3, residual.getAt(150, 150, 0).get(), 1e-5);
		assertTrue(most < 0.04, "step of " + most);
	}

	private static Img<FloatType> filled(final int size, final float value) {
		final Img<FloatType> image = FloatImages.create(size, size, 3);
		image.forEach(v -> v.set(value));
		return image;
	}

	@Test
	void zeroResidualLeavesEveryKindOfPixelAlone() {
		final Img<FloatType> image = FloatImages.create(100, 90, 3);
		final Random random = new Random(5);
		image.forEach(v -> v.set(random.nextInt(9) == 0 ? Float.NaN : random
			.nextFloat() * 3 - 1));
		final RgbPlane photo = RgbPlanes.channels(ArrayImgs.floats(FloatImages
			.toArray(image), 100, 90, 3), new double[3], new double[] { 1, 1, 1 });
		final float[] before = FloatImages.toArray(image);
		final PlacedResidual none = place(photo, Similarity.squareTo(50, 50, 70,
			0.1, SIZE), constant(0));
		ResidualCompositing.composite(photo, List.of(none), RgbPlanes.channels(
			image, new double[3], new double[] { 1, 1, 1 }));
		assertArrayEquals(before, FloatImages.toArray(image));
	}

	@Test
	void onlyTheRegionWithStrengthChanges() {
		final Img<FloatType> masks = FloatImages.create(SIZE, SIZE, 3);
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++)
				masks.getAt(x, y, x < 20 ? 0 : x < 40 ? 1 : 2).set(1);
		final Img<FloatType> weighed = FloatImages.create(SIZE, SIZE, 3);
		ResidualCompositing.weigh(constant(0.1), masks, new double[] { 0, 2, 0.5 },
			weighed);
		assertEquals(0, weighed.getAt(19, 30, 1).get());
		assertEquals(0.2, weighed.getAt(20, 30, 1).get(), 1e-7);
		assertEquals(0.05, weighed.getAt(40, 30, 1).get(), 1e-7);
		final int[] pixels = noise(128 * 128, 6), made = pixels.clone();
		final RgbPlane photo = RgbPlanes.argb(pixels, 128, 128);
		ResidualCompositing.weigh(constant(0.1), masks, new double[] { 0, 1, 0 },
			weighed);
		ResidualCompositing.composite(photo, List.of(place(photo, new Similarity(2,
			0, 0, 0), weighed)), RgbPlanes.argb(made, 128, 128));
		for (int y = 0; y < 128; y++)
			for (int x = 0; x < 128; x++) {
				if (x < 32 || x > 88) assertEquals(pixels[y * 128 + x], made[y * 128 +
					x]);
				else if (x > 42 && x < 78 && y > 20 && y < 100 && (pixels[y * 128 + x] &
					0xff) < 200) assertNotEquals(pixels[y * 128 + x], made[y * 128 + x]);
			}
	}

	@Test
	void overlappingFacesAddUp() {
		final RgbPlane grey = RgbPlanes.tensor(filled(120, 0.5f));
		final PlacedResidual a = place(grey, Similarity.squareTo(50, 60, 80, 0,
			SIZE), constant(0.1));
		final PlacedResidual b = place(grey, Similarity.squareTo(70, 60, 80, 0.1,
			SIZE), constant(0.2));
		final Img<FloatType> both = FloatImages.create(120, 120, 3);
		final Img<FloatType> one = FloatImages.create(120, 120, 3);
		final Img<FloatType> two = FloatImages.create(120, 120, 3);
		ResidualCompositing.residual(grey, List.of(a, b), true, both);
		ResidualCompositing.residual(grey, List.of(a), true, one);
		ResidualCompositing.residual(grey, List.of(b), true, two);
		assertEquals(0.3, both.getAt(60, 60, 1).get(), 1e-5);
		final float[] sum = FloatImages.toArray(one), second = FloatImages.toArray(
			two);
		for (int i = 0; i < sum.length; i++)
			sum[i] += second[i];
		assertArrayEquals(sum, FloatImages.toArray(both), 1e-6f);
	}

	@Test
	void resultsAreClampedButOutliersStay() {
		final Img<FloatType> image = filled(80, 0.95f);
		image.getAt(40, 40, 0).set(1.7f);
		image.getAt(41, 40, 0).set(-0.4f);
		final RgbPlane photo = RgbPlanes.tensor(ArrayImgs.floats(FloatImages
			.toArray(image), 80, 80, 3));
		ResidualCompositing.composite(photo, List.of(place(photo, Similarity
			.squareTo(40, 40, 80, 0, SIZE), constant(0.2))), RgbPlanes.tensor(image));
		assertEquals(1, image.getAt(30, 30, 0).get(), 0);
		assertEquals(1.7f, image.getAt(40, 40, 0).get(), 0);
		assertEquals(-0.2f, image.getAt(41, 40, 0).get(), 1e-6);
	}

	@Test
	void tinyPhotographsWork() {
		for (final int[] size : new int[][] { { 1, 1 }, { 1, 40 }, { 40, 1 } }) {
			final int[] pixels = noise(size[0] * size[1], 8);
			final RgbPlane photo = RgbPlanes.argb(pixels, size[0], size[1]);
			ResidualCompositing.composite(photo, List.of(place(photo, Similarity
				.squareTo(size[0] / 2.0, size[1] / 2.0, 30, 0.1, SIZE), constant(0.1))),
				photo);
		}
		final RgbPlane photo = RgbPlanes.argb(new int[4], 2, 2);
		ResidualCompositing.composite(photo, List.of(), photo);
		assertThrows(IllegalArgumentException.class, () -> ResidualCompositing
			.composite(photo, List.of(), RgbPlanes.argb(new int[6], 3, 2)));
	}
}
