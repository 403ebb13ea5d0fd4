package sc.fiji.tinybeauty.models.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class OptimiserTest {

	@Test
	void findsTheMinimumOfABowl() {
		final float[][] w = { { 3, -2 }, { 1 } };
		final Adam adam = new Adam(w);
		for (int i = 0; i < 2000; i++)
			adam.update(new float[][] { { 2 * (w[0][0] - 1), 2 * (w[0][1] - 1) }, {
				2 * (w[1][0] + 1) } }, 0.01);
		assertEquals(1, w[0][0], 1e-2);
		assertEquals(1, w[0][1], 1e-2);
		assertEquals(-1, w[1][0], 1e-2);
		assertEquals(1, adam.average[0][0], 5e-2);
	}

	@Test
	void clipsBothSignsAlike() {
		final float[][] w = { { 0, 0 } };
		final Adam adam = new Adam(w);
		adam.update(new float[][] { { 5, -5 } }, 0.1);
		assertEquals(w[0][0], -w[0][1], 1e-7);
		assertEquals(Math.sqrt(0.5), adam.first[0][0] / 0.1, 1e-5);
	}

	/** The rows of a random matrix come out nearly orthogonal and of length 1. */
	@Test
	void muonEvensOutSingularValues() {
		final Random random = new Random(1);
		final int rows = 12, columns = 90;
		final float[] x = new float[rows * columns];
		for (int i = 0; i < x.length; i++) x[i] = (float) (random.nextGaussian() *
			(i < columns ? 100 : 1));
		Muon.orthogonal(x, rows);
		for (int a = 0; a < rows; a++)
			for (int b = 0; b < rows; b++) {
				double sum = 0;
				for (int k = 0; k < columns; k++)
					sum += x[a * columns + k] * x[b * columns + k];
				assertEquals(a == b ? 0.9 : 0, sum, a == b ? 0.6 : 0.25);
			}
	}

	@Test
	void muonFindsTheMinimumOfABowl() {
		final float[][] w = { { 3, -2, 1, 4 }, { 2 } };
		final Adam adam = new Adam(w, 0, new int[] { 2, 0 });
		for (int i = 0; i < 3000; i++)
			adam.update(new float[][] { { 2 * (w[0][0] - 1), 2 * w[0][1], 2 * (w[0][2] +
				1), 2 * w[0][3] }, { 2 * (w[1][0] - 1) } }, 0.02 * (1 - i / 3000.0));
		assertArrayEquals(new float[] { 1, 0, -1, 0 }, w[0], 2e-2f);
		assertEquals(1, w[1][0], 2e-2);
	}

	@Test
	void normSeesWhatIsNotFinite() {
		assertFalse(Double.isFinite(Adam.norm(new float[][] { { 1, Float.NaN } })));
		assertEquals(5, Adam.norm(new float[][] { { 3 }, { 4 } }), 1e-6);
	}

	@Test
	void rateRisesThenFalls() {
		final TrainingOptions o = TrainingOptions.standard(1000);
		assertTrue(o.rate(0, 1) < 0.05 * o.peakRate());
		assertEquals(o.peakRate(), o.rate(o.warmup(), 1), 1e-9);
		assertTrue(o.rate(999, 1) < 0.03 * o.peakRate());
		assertEquals(0.5, o.rate(300, 0.5) / o.rate(300, 1), 1e-9);
		assertEquals(1, o.squared(0), 1e-9);
		assertEquals(0.4, o.squared(900), 1e-9);
		assertEquals(TrainingOptions.LATE_EMPHASIS, o.emphasis(900), 1e-9);
		assertEquals(192, o.window(0, 256));
		assertEquals(256, o.window(999, 256));
	}

	@Test
	void collapseIsNoticedAndProgressIsNot() {
		final CollapseWatch stuck = new CollapseWatch(300);
		final CollapseWatch moving = new CollapseWatch(300);
		boolean collapsed = false;
		for (int i = 0; i < 400; i++) {
			final boolean now = stuck.collapsed(i, 0.0199, 0.02);
			assertFalse(now && i < 300, "judged too early");
			collapsed |= now;
			assertFalse(moving.collapsed(i, 0.02 * Math.exp(-i / 300.0), 0.02));
		}
		assertTrue(collapsed);
	}
}
