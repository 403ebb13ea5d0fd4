package sc.fiji.tinybeauty.models.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.models.face.TestFaces;
import sc.fiji.tinybeauty.ops.geometry.Crops;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/** Pairs whose retouched picture was moved by known amounts, on real faces. */
class PairAlignmentTest {

	private static final FaceCutter CUTTER = new DrawnFaces.Source().cutter();

	private static float[] tan() {
		return FaceCrops.crop(TestFaces.read("tan"), Similarity.IDENTITY);
	}

	/** The face with painted lips and cheeks, smoothed a little, moved. */
	private static float[] retouched(final double dx, final double dy,
		final double scale)
	{
		final float[] made = tan();
		final int n = made.length / 3;
		for (int i = 0; i < n; i++) {
			final double x = i % 256, y = i / 256;
			final float lips = (float) Math.exp(-Math.pow((x - 128) / 22, 2) - Math.pow(
				(y - 178) / 10, 2));
			final float cheek = (float) Math.exp(-Math.pow((Math.abs(x - 128) - 48) /
				20, 2) - Math.pow((y - 140) / 18, 2));
			made[i] += 0.2f * lips + 0.1f * cheek;
			made[n + i] -= 0.25f * lips;
			made[2 * n + i] += 0.1f * lips - 0.05f * cheek;
		}
		return FaceCrops.crop(FaceCrops.plane(made), new Similarity(scale, 0, 128 -
			scale * 128 - dx, 128 - scale * 128 - dy));
	}

	private static PairAlignment align(final float[] made) throws IOException {
		return PairAlignment.of(FaceCrops.plane(tan()), FaceCrops.plane(made),
			CUTTER);
	}

	@Test
	void unmovedPairsAreTakenAsTheyAre() throws IOException {
		final PairAlignment a = align(retouched(0, 0, 1));
		assertEquals(0, a.pixels(), 0.05);
		assertTrue(!a.aligned() && a.message().contains("0.0"), a.message());
		assertEquals(0.3, align(retouched(0.3, 0, 1)).pixels(), 0.05);
	}

	@Test
	void smallMovementsAreTakenBack() throws IOException {
		for (final double[] d : new double[][] { { 1.5, -0.5, 1 }, { -3.25, 2, 1 },
			{ 1, 1, 1.01 } })
		{
			final PairAlignment a = align(retouched(d[0], d[1], d[2]));
			assertTrue(a.aligned(), a.message());
			if (d[2] == 1) assertEquals(Math.hypot(d[0], d[1]), a.pixels(), 0.1);
			// Less differs than if nothing had been done, outside the make-up.
			assertTrue(difference(a.bare(), a.made()) < 0.4 * difference(tan(),
				retouched(d[0], d[1], d[2])), a.message());
		}
	}

	/** Mean difference in the upper third, where nothing is painted. */
	private static double difference(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 256 * 8; i < 256 * 80; i++)
			if (i % 256 > 8 && i % 256 < 248) sum += Math.abs(a[i] - b[i]);
		return sum / (72 * 239);
	}

	@Test
	void largeMovementsAreRefusedWithTheirSize() {
		PairSetTest.assertSentence("moved by 10.0 pixels", () -> align(retouched(6, 8,
			1)));
		PairSetTest.assertSentence("do not show the same", () -> align(FaceCrops.crop(
			TestFaces.read("dark"), Similarity.IDENTITY)));
	}

	@Test
	void aScaledPictureFitsAndACroppedOneDoesNot() throws IOException {
		final float[] large = new float[3 * 512 * 512];
		Crops.crop(FaceCrops.plane(retouched(0, 0,
			1)), new Similarity(0.5, 0, 0, 0), ArrayImgs.floats(large, 512, 512, 3));
		final RgbPlane made = RgbPlanes.tensor(ArrayImgs.floats(large, 512, 512, 3));
		assertEquals(0, PairAlignment.of(FaceCrops.plane(tan()), made, CUTTER)
			.pixels(), 0.1);
		PairSetTest.assertSentence("different proportions", () -> PairAlignment.of(
			FaceCrops.plane(tan()), RgbPlanes.tensor(ArrayImgs.floats(256, 300, 3)),
			CUTTER));
	}
}
