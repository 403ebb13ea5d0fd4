package sc.fiji.tinybeauty.ops.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

class CropsTest {

	/** x, y and their sum, linear over the photo, as red, green and blue. */
	private static Img<FloatType> ramp(final int w, final int h) {
		final Img<FloatType> image = FloatImages.create(w, h, 3);
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++) {
				image.getAt(x, y, 0).set((x + 0.5f) / w);
				image.getAt(x, y, 1).set((y + 0.5f) / h);
				image.getAt(x, y, 2).set((x + y + 1f) / (w + h));
			}
		return image;
	}

	private static Img<FloatType> noise(final int w, final int h) {
		final Img<FloatType> image = FloatImages.create(w, h, 3);
		final Random random = new Random(4);
		image.forEach(v -> v.set(random.nextFloat()));
		return image;
	}

	@Test
	void wholeNumberedReductionIsTheBoxAverage() {
		final Img<FloatType> photo = noise(40, 36);
		final Img<FloatType> crop = FloatImages.create(6, 5, 3);
		Crops.crop(RgbPlanes.tensor(photo), new Similarity(4, 0, 8, 12), crop);
		for (int c = 0; c < 3; c++)
			for (int j = 0; j < 5; j++)
				for (int i = 0; i < 6; i++) {
					double sum = 0;
					for (int k = 0; k < 16; k++)
						sum += photo.getAt(8 + 4 * i + k % 4, 12 + 4 * j + k / 4, c).get();
					assertEquals(sum / 16, crop.getAt(i, j, c).get(), 1e-6);
				}
	}

	@Test
	void brokenReductionWeighsPartialPixels() {
		final Img<FloatType> photo = noise(10, 3);
		final Img<FloatType> crop = FloatImages.create(2, 1, 3);
		Crops.crop(RgbPlanes.tensor(photo), new Similarity(2.5, 0, 1, 0.25), crop);
		double sum = 0;
		for (int y = 0; y < 3; y++)
			for (int x = 0; x < 10; x++)
				sum += photo.getAt(x, y, 1).get() * overlap(x, 3.5, 6) * overlap(y, 0.25,
					2.75);
		assertEquals(sum / 6.25, crop.getAt(1, 0, 1).get(), 1e-6);
	}

	private static double overlap(final int pixel, final double from,
		final double to)
	{
		return Math.max(0, Math.min(to, pixel + 1) - Math.max(from, pixel));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.3, 0.9, 1.2, 2.7, 4.4, 9.3 })
	void rotatedCropsOfARampAreExact(final double scale) {
		final int w = 400, h = 360;
		final RgbPlane photo = RgbPlanes.tensor(ramp(w, h));
		final Img<FloatType> crop = FloatImages.create(16, 16, 3);
		final Similarity t = Similarity.squareTo(201, 178, 16 * scale, 0.4, 16);
		Crops.crop(photo, t, crop);
		for (int j = 0; j < 16; j++)
			for (int i = 0; i < 16; i++) {
				final double x = t.x(i + 0.5, j + 0.5), y = t.y(i + 0.5, j + 0.5);
				assertEquals(x / w, crop.getAt(i, j, 0).get(), 1e-5);
				assertEquals(y / h, crop.getAt(i, j, 1).get(), 1e-5);
				assertEquals((x + y) / (w + h), crop.getAt(i, j, 2).get(), 1e-5);
			}
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.02, 0.5 })
	void finePatternsAverageOutInsteadOfFolding(final double angle) {
		final int size = 600;
		final Img<FloatType> stripes = FloatImages.create(size, size, 3);
		for (int y = 0; y < size; y++)
			for (int x = 0; x < size; x++)
				for (int c = 0; c < 3; c++)
					stripes.getAt(x, y, c).set((x / 2 + y / 2) % 2);
		final Img<FloatType> crop = FloatImages.create(50, 50, 3);
		Crops.crop(RgbPlanes.tensor(stripes), Similarity.squareTo(300, 300, 50 * 8.3,
			angle, 50), crop);
		for (int j = 0; j < 50; j++)
			for (int i = 0; i < 50; i++)
				assertEquals(0.5, crop.getAt(i, j, 0).get(), 0.06);
	}

	@Test
	void theEdgeGoesOnOrTurnsBlack() {
		final RgbPlane photo = RgbPlanes.tensor(ramp(40, 40));
		final Img<FloatType> crop = FloatImages.create(20, 20, 3);
		for (final double angle : new double[] { 0, 0.1 }) {
			final Similarity t = Similarity.squareTo(0, 20, 60, angle, 20);
			Crops.crop(photo, t, crop);
			assertEquals(0.5 / 40, crop.getAt(1, 10, 0).get(), 1e-5);
			Crops.crop(photo, t, Border.ZERO, crop);
			assertEquals(0, crop.getAt(1, 10, 0).get(), 0);
			assertEquals(0, crop.getAt(10, 0, 2).get(), 0);
			assertTrue(crop.getAt(14, 10, 0).get() > 0.1);
		}
	}

	@Test
	void aCropBesideThePhotographIsItsEdge() {
		final RgbPlane photo = RgbPlanes.tensor(ramp(9, 9));
		final Img<FloatType> crop = FloatImages.create(4, 4, 3);
		for (final double angle : new double[] { 0, 0.3 }) {
			Crops.crop(photo, Similarity.squareTo(500, 4.5, 8, angle, 4), crop);
			assertEquals(8.5 / 9, crop.getAt(2, 2, 0).get(), 1e-5);
			Crops.crop(photo, Similarity.squareTo(4.5, -500, 8, angle, 4), crop);
			assertEquals(0.5 / 9, crop.getAt(2, 2, 1).get(), 1e-5);
		}
	}

	@Test
	void tinyPhotographsWork() {
		final Img<FloatType> crop = FloatImages.create(8, 8, 3);
		for (final int[] size : new int[][] { { 1, 1 }, { 1, 50 }, { 50, 1 } })
			for (final double angle : new double[] { 0, 0.3 })
				for (final double side : new double[] { 2, 100 }) {
					Crops.crop(RgbPlanes.tensor(ramp(size[0], size[1])), Similarity
						.squareTo(size[0] / 2.0, size[1] / 2.0, side, angle, 8), crop);
					crop.forEach(v -> assertTrue(v.get() >= 0 && v.get() <= 1));
				}
	}

	@Test
	void letterboxShowsAllOfAPhotographInTheMiddle() {
		final Similarity t = Crops.letterbox(200, 100, 50);
		assertEquals(0, t.x(0, 25), 1e-9);
		assertEquals(200, t.x(50, 25), 1e-9);
		assertEquals(50, t.y(25, 25), 1e-9);
		assertEquals(0, t.y(25, 12.5), 1e-9);
	}

	@Test
	void placingReversesCropping() {
		final int w = 90, h = 80;
		final Img<FloatType> image = ramp(w, h);
		final Similarity t = Similarity.squareTo(44, 41, 40, 0.3, 64);
		final Img<FloatType> crop = FloatImages.create(64, 64, 3);
		Crops.crop(RgbPlanes.tensor(image), t, crop);
		final Img<FloatType> blank = FloatImages.create(w, h, 3);
		blank.forEach(v -> v.set(-1));
		Crops.place(crop, t, RgbPlanes.tensor(blank));
		final Similarity inverse = t.inverse();
		int inside = 0;
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++) {
				final double u = inverse.x(x + 0.5, y + 0.5), v = inverse.y(x + 0.5, y +
					0.5);
				if (u >= 0 && v >= 0 && u < 64 && v < 64) {
					inside++;
					assertEquals(image.getAt(x, y, 0).get(), blank.getAt(x, y, 0).get(),
						0.01);
				}
				else assertEquals(-1, blank.getAt(x, y, 0).get(), x + "," + y);
			}
		assertEquals(1600, inside, 60);
	}
}
