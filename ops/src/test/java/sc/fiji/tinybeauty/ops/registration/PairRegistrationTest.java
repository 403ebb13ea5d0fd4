package sc.fiji.tinybeauty.ops.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.tinybeauty.ops.geometry.Similarity;

class PairRegistrationTest {

	private static final int N = 128;

	/** A smooth random picture, known at every place. */
	private static float[] picture(final long seed, final Similarity toScene) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[][] waves = new double[60][4];
		for (final double[] w : waves)
			for (int i = 0; i < 4; i++)
				w[i] = random.nextDouble() * 2 - 1;
		final float[] rgb = new float[3 * N * N];
		for (int y = 0, i = 0; y < N; y++)
			for (int x = 0; x < N; x++, i++) {
				final double u = toScene.x(x + 0.5, y + 0.5), v = toScene.y(x + 0.5, y +
					0.5);
				double sum = 0;
				for (final double[] w : waves)
					sum += w[3] * Math.sin(0.8 * (w[0] * u + w[1] * v) + 9 * w[2]);
				for (int c = 0; c < 3; c++)
					rgb[c * N * N + i] = (float) (0.5 + 0.04 * sum);
			}
		return rgb;
	}

	private static Similarity about(final double dx, final double dy,
		final double scale, final double degrees)
	{
		final double a = scale * Math.cos(Math.toRadians(degrees)), b = scale * Math
			.sin(Math.toRadians(degrees)), c = N / 2.0;
		return new Similarity(a, b, c - a * c + b * c + dx, c - b * c - a * c + dy);
	}

	@ParameterizedTest
	@CsvSource({ "0,0,1,0", "0.3,-0.2,1,0", "1.7,0.4,1,0", "-6.25,4.5,1,0",
		"2,1,1.02,0", "0,0,0.99,1", "-11,9,1,0" })
	void findsKnownMovements(final double dx, final double dy,
		final double scale, final double degrees)
	{
		final Similarity moved = about(dx, dy, scale, degrees);
		final PairRegistration.Result r = PairRegistration.register(picture(1,
			Similarity.IDENTITY), picture(1, moved.inverse()), N, N, null);
		assertEquals(moved.tx(), r.toMade().tx(), 0.05);
		assertEquals(moved.ty(), r.toMade().ty(), 0.05);
		assertEquals(moved.a(), r.toMade().a(), 5e-4);
		assertEquals(moved.b(), r.toMade().b(), 5e-4);
		assertTrue(r.agreement() > 0.95, "" + r);
		if (scale == 1 && degrees == 0) assertEquals(Math.hypot(dx, dy), r
			.displacement(), 0.06);
	}

	@Test
	void paintAndExposureDoNotDisturbIt() {
		final float[] made = picture(2, new Similarity(1, 0, -1.5, 0.75));
		for (int i = 0; i < made.length; i++) {
			final int x = i % N, y = i / N % N;
			if (x > 40 && x < 80 && y > 50 && y < 75) made[i] = 0.2f;
			else made[i] = 0.1f + 0.7f * made[i];
		}
		final PairRegistration.Result r = PairRegistration.register(picture(2,
			Similarity.IDENTITY), made, N, N, null);
		assertEquals(1.5, r.toMade().tx(), 0.1);
		assertEquals(-0.75, r.toMade().ty(), 0.1);
	}

	@Test
	void differentPicturesDoNotAgree() {
		assertTrue(PairRegistration.register(picture(3, Similarity.IDENTITY), picture(
			4, Similarity.IDENTITY), N, N, null).agreement() < 0.5);
		assertEquals(0, PairRegistration.register(new float[3 * N * N], new float[3 *
			N * N], N, N, null).agreement());
	}

	@Test
	void sizesMustFit() {
		assertThrows(IllegalArgumentException.class, () -> PairRegistration.register(
			new float[300], new float[303], 10, 10, null));
	}
}
