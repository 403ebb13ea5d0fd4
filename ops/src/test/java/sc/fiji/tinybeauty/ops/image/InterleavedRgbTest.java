package sc.fiji.tinybeauty.ops.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class InterleavedRgbTest {

	@Test
	void planesHoldOneColourEach() {
		assertArrayEquals(new float[] { 0, 1, 1, 0.2f, 0.4f, 0 }, InterleavedRgb
			.planar(new byte[] { 0, -1, 102, -1, 51, 0 }));
	}

	@Test
	void roundsAndCutsOff() {
		assertArrayEquals(new byte[] { 0, -1, -128 }, InterleavedRgb.of(
			new float[] { -0.3f, 1.2f, 0.5f }));
	}

	@Test
	void goesThereAndBack() {
		final byte[] rgb = new byte[3 * 256];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = (byte) (5 * i);
		assertArrayEquals(rgb, InterleavedRgb.of(InterleavedRgb.planar(rgb)));
	}
}
