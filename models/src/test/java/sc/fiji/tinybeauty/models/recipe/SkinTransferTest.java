package sc.fiji.tinybeauty.models.recipe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.ops.region.RegionMasks;

class SkinTransferTest {

	private static final int N = 256;
	private static final SyntheticFace TAN = new SyntheticFace(N, 0.7f, 0.52f,
		0.42f);
	private static final SyntheticFace DEEP = new SyntheticFace(N, 0.36f, 0.24f,
		0.19f);

	private static float[] transfer() {
		final ArrayImg<FloatType, FloatArray> result = ArrayImgs.floats(N, N, 3);
		SkinTransfer.render(TAN.image(), TAN.landmarks, SkinTransfer.colour(DEEP
			.image(), DEEP.landmarks), result);
		return result.update(null).getCurrentStorageArray();
	}

	@Test
	void theSkinGetsTheColour() {
		final float[] wanted = SkinTransfer.colour(DEEP.image(), DEEP.landmarks);
		assertArrayEquals(wanted, SkinTransfer.colour(ArrayImgs.floats(transfer(), N,
			N, 3), TAN.landmarks), 0.01f);
		assertTrue(SkinTransfer.colour(TAN.image(), TAN.landmarks)[0] > wanted[0] +
			0.2);
	}

	@Test
	void eyesTeethAndSurroundingsStay() {
		final float[] result = transfer();
		for (final float[] inside : new float[][] { TAN.fill(RegionMasks.eye(
			TAN.landmarks, true)), TAN.fill(RegionMasks.mouth(TAN.landmarks)) })
		{
			double before = 0, after = 0;
			for (int i = 0; i < inside.length; i++) {
				before += inside[i] * TAN.pixels[i];
				after += inside[i] * result[i];
			}
			assertEquals(before, after, 0.1 * before);
		}
		assertEquals(TAN.pixels[0], result[0]);
	}

	@Test
	void lipsFollowTheSkin() {
		final float[] result = transfer(), inside = TAN.fill(RegionMasks.lips(
			TAN.landmarks)), open = TAN.fill(RegionMasks.mouth(TAN.landmarks));
		double before = 0, after = 0;
		for (int i = 0; i < inside.length; i++) {
			before += (inside[i] - open[i]) * TAN.pixels[i];
			after += (inside[i] - open[i]) * result[i];
		}
		assertTrue(after < 0.75 * before, after + " of " + before);
	}
}
