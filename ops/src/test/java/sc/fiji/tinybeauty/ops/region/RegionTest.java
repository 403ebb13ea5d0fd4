package sc.fiji.tinybeauty.ops.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Filling of polygons and distance fields against closed formulas. */
public class RegionTest {

	private static Outline disc(final double cx, final double cy, final double r,
		final int n)
	{
		final double[] x = new double[n], y = new double[n];
		for (int i = 0; i < n; i++) {
			x[i] = cx + r * Math.cos(2 * Math.PI * i / n);
			y[i] = cy + r * Math.sin(2 * Math.PI * i / n);
		}
		return new Outline(x, y, true);
	}

	private static double sum(final float[] v) {
		double s = 0;
		for (final float f : v)
			s += f;
		return s;
	}

	@Test
	public void rectangleAtFractionsOfPixels() {
		final Outline box = new Outline(new double[] { 2.25, 7.5, 7.5, 2.25 },
			new double[] { 3, 3, 6.5, 6.5 }, true);
		final float[] m = Polygons.fill(12, 10, box).update(null)
			.getCurrentStorageArray();
		assertEquals(5.25 * 3.5, sum(m), 1e-4);
		assertEquals(0.75, m[4 * 12 + 2], 1e-6);
		assertEquals(0.25, m[6 * 12 + 7], 1e-6);
		assertEquals(1, m[4 * 12 + 4], 1e-6);
		assertEquals(0, m[2 * 12 + 4], 0);
	}

	@Test
	public void areaOfADiscWithAHole() {
		final double area = Math.PI * (400 - 100);
		final float[] m = Polygons.fill(64, 64, disc(32.3, 31.8, 20, 720), disc(
			32.3, 31.8, 10, 720)).update(null).getCurrentStorageArray();
		assertEquals(area, sum(m), 0.002 * area);
		assertEquals(0, m[32 * 64 + 32], 0);
	}

	@Test
	public void partsOutsideTheImageAreCutOff() {
		final Outline box = new Outline(new double[] { -5, 4, 4, -5 },
			new double[] { -5, -5, 4, 4 }, true);
		assertEquals(16, sum(Polygons.fill(8, 8, box).update(null)
			.getCurrentStorageArray()), 1e-4);
	}

	@Test
	public void distanceToADisc() {
		final float[] d = DistanceField.signed(disc(30, 34, 18, 2000), 64, 64, 10)
			.update(null).getCurrentStorageArray();
		for (int y = 0; y < 64; y++)
			for (int x = 0; x < 64; x++) {
				final double exact = 18 - Math.hypot(x + 0.5 - 30, y + 0.5 - 34);
				assertEquals(Math.max(-10, Math.min(10, exact)), d[y * 64 + x], 1e-3);
			}
	}

	@Test
	public void splinePassesThroughItsPoints() {
		final Outline coarse = disc(0, 0, 10, 24), fine = coarse.smooth(5);
		assertEquals(120, fine.size());
		for (int i = 0; i < 24; i++)
			assertEquals(coarse.x()[i], fine.x()[5 * i], 1e-12);
		assertEquals(Math.PI * 100, fine.area(), 0.3);
		assertTrue(coarse.area() < fine.area());
	}
}
