package sc.fiji.tinybeauty.ops.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.ops.image.FloatImages;

class FiltersTest {

	private static Img<FloatType> noise(final long... size) {
		final Img<FloatType> image = ArrayImgs.floats(size);
		final Random random = new Random(11);
		image.forEach(v -> v.set(random.nextFloat()));
		return image;
	}

	@Test
	void gaussianOfAPointIsABell() {
		final Img<FloatType> point = ArrayImgs.floats(41, 41);
		point.getAt(20, 20).set(1);
		Gaussian.blur(point, 3, point);
		double sum = 0, variance = 0;
		for (int y = 0; y < 41; y++)
			for (int x = 0; x < 41; x++) {
				sum += point.getAt(x, y).get();
				variance += (x - 20) * (x - 20) * point.getAt(x, y).get();
			}
		assertEquals(1, sum, 1e-5);
		assertEquals(9, variance, 0.15);
		assertEquals(point.getAt(20, 20).get() * Math.exp(-0.5 * 25 / 9), point.getAt(
			23, 24).get(), 1e-5);
	}

	@Test
	void boxIsTheMeanOfTheWindowInEveryPlane() {
		final Img<FloatType> in = noise(9, 8, 3), out = ArrayImgs.floats(9, 8, 3);
		Box.blur(in, 2, out);
		for (int c = 0; c < 3; c++)
			for (int y = 0; y < 8; y++)
				for (int x = 0; x < 9; x++) {
					double sum = 0;
					for (int v = -2; v <= 2; v++)
						for (int u = -2; u <= 2; u++)
							sum += in.getAt(Math.min(8, Math.max(0, x + u)), Math.min(7, Math
								.max(0, y + v)), c).get();
					assertEquals(sum / 25, out.getAt(x, y, c).get(), 1e-5);
				}
	}

	@Test
	void widthZeroChangesNothing() {
		final Img<FloatType> in = noise(7, 5, 2), out = ArrayImgs.floats(7, 5, 2);
		Gaussian.blur(in, 0, out);
		assertArrayEquals(FloatImages.toArray(in), FloatImages.toArray(out));
		Box.blur(in, 0, out);
		assertArrayEquals(FloatImages.toArray(in), FloatImages.toArray(out), 1e-6f);
		Resize.resize(in, out);
		assertArrayEquals(FloatImages.toArray(in), FloatImages.toArray(out), 1e-6f);
	}

	@Test
	void resizingDownAveragesAndUpInterpolates() {
		final Img<FloatType> in = noise(6, 4), half = ArrayImgs.floats(4, 2);
		Resize.resize(in, half);
		final double expected = (in.getAt(0, 0).get() + in.getAt(0, 1).get() + 0.5 *
			(in.getAt(1, 0).get() + in.getAt(1, 1).get())) / 3;
		assertEquals(expected, half.getAt(0, 0).get(), 1e-6);
		final Img<FloatType> twice = ArrayImgs.floats(12, 4);
		Resize.resize(in, twice);
		assertEquals(in.getAt(0, 2).get(), twice.getAt(0, 2).get(), 1e-6);
		assertEquals(0.75 * in.getAt(1, 2).get() + 0.25 * in.getAt(2, 2).get(), twice
			.getAt(3, 2).get(), 1e-6);
	}

	@Test
	void tinyImagesAndWrongArguments() {
		final Img<FloatType> one = ArrayImgs.floats(new float[] { 0.5f }, 1, 1);
		Gaussian.blur(one, 4, one);
		Box.blur(one, 9, one);
		assertEquals(0.5, one.firstElement().get(), 1e-6);
		final Img<FloatType> large = ArrayImgs.floats(5, 3);
		Resize.resize(one, large);
		assertEquals(0.5, large.getAt(4, 2).get(), 1e-6);
		assertThrows(IllegalArgumentException.class, () -> Gaussian.blur(one, -1,
			one));
		assertThrows(IllegalArgumentException.class, () -> Gaussian.blur(one, 1,
			ArrayImgs.floats(2, 2)));
		assertThrows(IllegalArgumentException.class, () -> Box.blur(one, -1, one));
		assertThrows(IllegalArgumentException.class, () -> Resize.resize(noise(4, 4,
			3), noise(4, 4, 2)));
	}
}
