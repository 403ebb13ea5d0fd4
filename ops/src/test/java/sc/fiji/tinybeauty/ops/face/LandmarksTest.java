package sc.fiji.tinybeauty.ops.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

class LandmarksTest {

	@Test
	void mirroredTwiceIsWhatItWas() {
		final float[] xy = new float[2 * Landmarks.COUNT];
		final Random random = new Random(1);
		for (int i = 0; i < xy.length; i++)
			xy[i] = 100 * random.nextFloat();
		final Landmarks face = new Landmarks(xy);
		assertArrayEquals(xy, face.mirrored(256).mirrored(256).toArray(), 1e-4f);
	}

	@Test
	void leftAndRightChangePlaces() {
		final float[] xy = new float[2 * Landmarks.COUNT];
		for (int i = 0; i < CanonicalFrame.POINTS; i++) {
			xy[2 * i] = 50 + 10 * CanonicalFrame.u(i);
			xy[2 * i + 1] = 20 + 10 * CanonicalFrame.v(i);
		}
		// The first point of an iris is its centre.
		xy[2 * 468] = 45;
		xy[2 * 473] = 55;
		final Landmarks mirrored = new Landmarks(xy).mirrored(100);
		// The mean face is symmetric, so its mirror image is itself.
		for (int i = 0; i < CanonicalFrame.POINTS; i++) {
			assertEquals(xy[2 * i], mirrored.x(i), 1e-3);
			assertEquals(xy[2 * i + 1], mirrored.y(i), 1e-3);
		}
		assertEquals(45, mirrored.x(468));
		assertEquals(55, mirrored.x(473));
	}
}
