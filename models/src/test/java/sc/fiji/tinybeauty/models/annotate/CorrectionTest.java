package sc.fiji.tinybeauty.models.annotate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CorrectionTest {

	private static final int[] RENDER = { 0x102030, 0xf0f0f0, 0x808080, 0x000000 };

	@Test
	void strokesStayOnAnotherRender() {
		final int[] painted = RENDER.clone();
		painted[0] = 0x203020;
		final Correction c = Correction.none(4).plus(RENDER, painted);
		assertEquals(1, c.pixels());
		assertArrayEquals(painted, c.on(RENDER));
		assertArrayEquals(new int[] { 0x506030, 0xf0f0f0, 0x808080, 0 }, c.on(
			new int[] { 0x405040, 0xf0f0f0, 0x808080, 0 }));
	}

	@Test
	void whatWasCutOffIsNotLost() {
		final int[] painted = RENDER.clone();
		painted[2] = 0xffffff;
		final Correction c = Correction.none(4).plus(RENDER, painted);
		final int[] bright = RENDER.clone();
		bright[2] = 0xc0c0c0;
		// Shown as white, and nothing is painted there: the stroke keeps its strength.
		final int[] more = c.on(bright);
		more[0] = 0xffffff;
		assertArrayEquals(painted(painted[2]), c.plus(bright, more).on(RENDER));
	}

	private static int[] painted(final int third) {
		return new int[] { 0xffffff, 0xf0f0f0, third, 0 };
	}

	@Test
	void nothingPaintedIsTheSame() {
		final Correction none = Correction.none(4);
		// ImageJ keeps opaque pixels, the renderer bare ones.
		final int[] opaque = RENDER.clone();
		for (int i = 0; i < 4; i++)
			opaque[i] |= 0xff000000;
		assertSame(none, none.plus(RENDER, opaque));
		assertTrue(none.isNone());
		assertThrows(IllegalArgumentException.class, () -> none.on(new int[5]));
	}

	@Test
	void paintingBackIsNoCorrection() {
		final int[] painted = RENDER.clone();
		painted[3] = 0xff0000;
		final Correction c = Correction.none(4).plus(RENDER, painted);
		assertEquals(Correction.none(4), c.plus(RENDER, RENDER));
	}
}
