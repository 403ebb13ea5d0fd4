package sc.fiji.tinybeauty.ops.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import sc.fiji.tinybeauty.ops.color.CieLab;
import sc.fiji.tinybeauty.ops.color.Srgb;

/**
 * Golden numbers: scikit-image 0.26, structural_similarity(gaussian_weights=True,
 * sigma=1.5, use_sample_covariance=False, data_range=1, channel_axis=2),
 * peak_signal_noise_ratio and deltaE_ciede2000 of the same two pictures.
 */
class MetricsTest {

	private static final int W = 40, H = 30;

	private static float value(final int x, final int y, final int c) {
		return (float) (0.5 + 0.3 * Math.sin(0.37 * x + 0.21 * y + c));
	}

	private static Img<FloatType> picture(final boolean changed) {
		final Img<FloatType> image = ArrayImgs.floats(W, H, 3);
		for (int c = 0; c < 3; c++)
			for (int y = 0; y < H; y++)
				for (int x = 0; x < W; x++) {
					final double more = changed ? 0.1 * Math.sin(1.7 * x - 0.9 * y + 2 *
						c) + 0.02 * c : 0;
					image.getAt(x, y, c).set((float) Math.max(0, Math.min(1, value(x, y,
						c) + more)));
				}
		return image;
	}

	@Test
	void agreesWithScikitImage() {
		final Img<FloatType> a = picture(false), b = picture(true);
		assertEquals(22.469100704860526, Psnr.of(a, b), 1e-4);
		assertEquals(0.8308570609308417, Ssim.of(a, b), 1e-4);
		assertEquals(11.385278027206704, ColorDifference.mean(a, b), 5e-3);
	}

	@Test
	void equalPicturesAreEqual() {
		final Img<FloatType> a = picture(true);
		assertEquals(Double.POSITIVE_INFINITY, Psnr.of(a, a));
		assertEquals(1, Ssim.of(a, a), 1e-9);
		assertEquals(0, ColorDifference.mean(a, a), 0);
	}

	@Test
	void onlyPixelsUnderTheMaskCount() {
		final Img<FloatType> a = picture(false), b = picture(false);
		final Img<FloatType> mask = ArrayImgs.floats(W, H);
		for (int y = 0; y < H; y++)
			for (int x = 0; x < W; x++) {
				if (x < 20) mask.getAt(x, y).set(1);
				else for (int c = 0; c < 3; c++)
					b.getAt(x, y, c).set(0);
			}
		assertEquals(Double.POSITIVE_INFINITY, Psnr.of(a, b, mask));
		assertEquals(0, ColorDifference.mean(a, b, mask), 0);
		assertTrue(ColorDifference.mean(a, b) > 10);
		assertTrue(Ssim.of(a, b, mask) > Ssim.of(a, b) + 0.2);
		assertTrue(Double.isNaN(Psnr.of(a, b, ArrayImgs.floats(W, H))));
	}

	@ParameterizedTest
	@CsvFileSource(resources = "sharma2005.csv")
	void publishedColourPairs(final double l1, final double a1, final double b1,
		final double l2, final double a2, final double b2, final double difference)
	{
		final double[] p = { l1, a1, b1 }, q = { l2, a2, b2 };
		assertEquals(difference, ColorDifference.ciede2000(p, q), 6e-5);
		assertEquals(difference, ColorDifference.ciede2000(q, p), 6e-5);
	}

	@Test
	void labOfKnownColours() {
		final double[] lab = new double[3];
		CieLab.fromSrgb(0.2, 0.4, 0.6, lab);
		assertEquals(42.0080, lab[0], 0.01);
		assertEquals(-0.1540, lab[1], 0.02);
		assertEquals(-32.8429, lab[2], 0.02);
		CieLab.fromSrgb(1, 1, 1, lab);
		assertEquals(100, lab[0], 1e-4);
		assertEquals(0, lab[1], 1e-2);
		assertEquals(0, lab[2], 1e-2);
		for (double v = 0; v <= 1; v += 0.01)
			assertEquals(v, Srgb.fromLinear(Srgb.toLinear(v)), 1e-6);
		assertEquals(0.2140, Srgb.toLinear(0.5), 1e-4);
	}

	@Test
	void picturesThatDoNotFitAreRefused() {
		final Img<FloatType> a = picture(false);
		assertThrows(IllegalArgumentException.class, () -> Psnr.of(a, ArrayImgs
			.floats(W, H + 1, 3)));
		assertThrows(IllegalArgumentException.class, () -> Psnr.of(a, a, ArrayImgs
			.floats(W, H + 1)));
		assertThrows(IllegalArgumentException.class, () -> Ssim.of(ArrayImgs.floats(
			10, 50), ArrayImgs.floats(10, 50)));
		assertThrows(IllegalArgumentException.class, () -> ColorDifference.mean(
			ArrayImgs.floats(10, 50), ArrayImgs.floats(10, 50)));
	}
}
