package sc.fiji.tinybeauty.ops.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.RealRandomAccess;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.interpolation.randomaccess.NLinearInterpolatorFactory;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.region.DistanceField;
import sc.fiji.tinybeauty.ops.region.Polygons;
import sc.fiji.tinybeauty.ops.region.RegionMasks;

/** Canonical frame, dense maps and masks on a synthetic face. */
public class DenseMapsTest {

	/** The mean face, stretched, sheared and bent a little. */
	private static Landmarks face(final double bend) {
		final float[] xy = new float[2 * Landmarks.COUNT];
		final Similarity crop = CanonicalFrame.raster(256).inverse();
		for (int i = 0; i < Landmarks.COUNT; i++) {
			final int k = i < 468 ? i : i < 473 ? 159 : 386;
			final double u = CanonicalFrame.u(k), v = CanonicalFrame.v(k);
			final double bu = u + bend * (0.3 * v + u * u), bv = v * (1 + bend) + bend *
				u * v;
			xy[2 * i] = (float) crop.x(bu, bv);
			xy[2 * i + 1] = (float) crop.y(bu, bv);
		}
		return new Landmarks(xy);
	}

	@Test
	public void frameIsSymmetric() {
		for (int i = 0; i < CanonicalFrame.POINTS; i++) {
			final int m = CanonicalFrame.mirror(i);
			assertEquals(i, CanonicalFrame.mirror(m));
			assertEquals(-CanonicalFrame.u(i), CanonicalFrame.u(m), 2e-5);
			assertEquals(CanonicalFrame.v(i), CanonicalFrame.v(m), 2e-5);
		}
	}

	@Test
	public void fitRecoversASimilarity() {
		final Similarity known = new Similarity(50, 20, 130, 90);
		final float[] xy = new float[2 * Landmarks.COUNT];
		for (int i = 0; i < CanonicalFrame.POINTS; i++) {
			xy[2 * i] = (float) known.x(CanonicalFrame.u(i), CanonicalFrame.v(i));
			xy[2 * i + 1] = (float) known.y(CanonicalFrame.u(i), CanonicalFrame.v(i));
		}
		final Similarity fit = CanonicalFrame.fit(new Landmarks(xy));
		assertEquals(50, fit.a(), 1e-3);
		assertEquals(20, fit.b(), 1e-3);
		assertEquals(130, fit.tx(), 1e-3);
		assertEquals(90, fit.ty(), 1e-3);
	}

	@Test
	public void thereAndBackInsideTheOval() {
		final Landmarks face = face(0.12);
		final float[] there = DenseMaps.toCanonical(face, 256, 256).update(null)
			.getCurrentStorageArray();
		final int size = 512, n = 256 * 256;
		final Similarity raster = CanonicalFrame.raster(size).inverse();
		final RandomAccessibleInterval<FloatType> back = DenseMaps.toFace(face, size);
		final RealRandomAccess<FloatType> bx = linear(Views.hyperSlice(back, 2, 0)),
				by = linear(Views.hyperSlice(back, 2, 1));
		final float[] oval = DistanceField.signed(RegionMasks.face(face, 1), 256, 256,
			3).update(null).getCurrentStorageArray();
		int checked = 0;
		for (int i = 0; i < n; i++) {
			if (oval[i] < 2) continue;
			final double u = there[i], v = there[n + i];
			bx.setPosition(new double[] { raster.x(u, v) - 0.5, raster.y(u, v) -
				0.5 });
			by.setPosition(bx);
			assertEquals(i % 256 + 0.5, bx.get().get(), 0.5);
			assertEquals(i / 256 + 0.5, by.get().get(), 0.5);
			checked++;
		}
		assertTrue(checked > 10000);
	}

	@Test
	public void borderOfThePictureIsMappedToo() {
		final RandomAccess<FloatType> a = DenseMaps.toCanonical(face(0), 256, 256)
			.randomAccess();
		assertEquals(-2 + 0.5 / 64, a.setPositionAndGet(0, 0, 0).get(), 0.02);
		assertEquals(2.1 - 0.5 / 64, a.setPositionAndGet(255, 255, 1).get(), 0.02);
	}

	@Test
	public void partitionSumsToOneAndHoldsTheLips() {
		final Landmarks face = face(0.1);
		final ArrayImg<FloatType, FloatArray> parts = RegionMasks.partition(face,
			256);
		final float[] p = parts.update(null).getCurrentStorageArray();
		final float[] lips = Polygons.fill(256, 256, RegionMasks.lips(face)).update(
			null).getCurrentStorageArray();
		final float[] brow = Polygons.fill(256, 256, RegionMasks.brow(face, true))
			.update(null).getCurrentStorageArray();
		final int n = 256 * 256;
		double eyes = 0;
		for (int i = 0; i < n; i++) {
			assertEquals(1, p[i] + p[n + i] + p[2 * n + i], 1e-6);
			for (int c = 0; c < 3; c++)
				assertTrue(p[c * n + i] >= 0 && p[c * n + i] <= 1);
			if (lips[i] > 0) assertEquals(1, p[i], 1e-6);
			if (brow[i] > 0) assertEquals(1, p[n + i], 0.02);
			eyes += p[n + i];
		}
		assertEquals(1, p[2 * n + 100], 0);
		assertTrue(eyes > 2000 && eyes < 12000, "eyes cover " + eyes);
	}

	private static RealRandomAccess<FloatType> linear(
		final RandomAccessibleInterval<FloatType> image)
	{
		return Views.interpolate(Views.extendBorder(image),
			new NLinearInterpolatorFactory<>()).realRandomAccess();
	}
}
