package sc.fiji.tinybeauty.models.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Sets of vectors whose distances can be worked out by hand. */
class FeatureDistributionsTest {

	@Test
	void frechetDistanceOfAxes() {
		// Standard deviations (1, 2) and (3, 1), means 5 apart.
		final double[][] a = cross(1, 2, 0), b = cross(3, 1, 5);
		assertEquals(25 + 4 + 1, FrechetDistance.of(a, b), 1e-9);
		assertEquals(0, FrechetDistance.of(a, a), 1e-9);
	}

	/** Four points of which x and y have the given standard deviations. */
	private static double[][] cross(final double sx, final double sy,
		final double x)
	{
		final double f = Math.sqrt(1.5);
		return new double[][] { { x + f * sx, 0 }, { x - f * sx, 0 }, { x, f * sy },
			{ x, -f * sy } };
	}

	@Test
	void fewerVectorsThanNumbersInOne() {
		// Two points along different axes: variances 2 and 8 in one dimension each.
		assertEquals(2 + 8, FrechetDistance.of(new double[][] { { 1, 0, 0 }, { -1, 0,
			0 } }, new double[][] { { 0, 2, 0 }, { 0, -2, 0 } }), 1e-9);
	}

	@Test
	void kernelDistanceByHand() {
		// Cosines 1 within each set and 0 between them: 8 + 8 - 1 - 1.
		final double[][] a = { { 2, 0 }, { 1, 0 } }, b = { { 0, 1 }, { 0, 3 } };
		final KernelDistance k = new KernelDistance(a, b);
		assertEquals(14, k.of(new int[] { 0, 1 }), 1e-12);
		assertEquals(14, k.of(new int[] { 0, 1, 1 }), 1e-12);
		assertEquals(0, new KernelDistance(a, a).of(new int[] { 0, 1 }), 1e-12);
	}

	@Test
	void intervalsHoldADistanceAndRepeat() {
		final FeatureDistributions near = new FeatureDistributions(sets(0));
		final FeatureDistributions far = new FeatureDistributions(sets(1));
		assertEquals(far.kernel(), far.kernel());
		assertEquals(far.frechet(), new FeatureDistributions(sets(1)).frechet());
		assertTrue(far.kernel().low() < far.kernel().value() && far.kernel()
			.value() < far.kernel().high());
		assertTrue(far.frechet().low() < far.frechet().value() && far.frechet()
			.value() < far.frechet().high());
		assertTrue(far.kernel().low() > near.kernel().high());
		assertTrue(far.frechet().value() > near.frechet().value() + 5);
	}

	@Test
	void onePictureIsNoSet() {
		assertTrue(Double.isNaN(new FeatureDistributions(sets(0).subList(0, 1))
			.kernel().value()));
	}

	private static List<PooledFeatures> sets(final double shift) {
		final Random random = new Random(7);
		final List<PooledFeatures> pictures = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			final double[] a = new double[8], b = new double[8];
			for (int c = 0; c < 8; c++) {
				a[c] = random.nextGaussian();
				b[c] = random.nextGaussian() + shift;
			}
			pictures.add(new PooledFeatures(a, b));
		}
		return pictures;
	}
}
