package sc.fiji.tinybeauty.models.amplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;

class CompactBackboneTest extends ResidualBackboneContract {

	@Override
	ResidualBackbone create() {
		return CompactBackbone.open(Seeds.untrained(), DeviceChoice.CPU);
	}

	/** F(x) is x without its texture inside the face, and x itself outside. */
	@Test
	void unconditionalPictureIsSmoothInsideTheFace() {
		final float[] x = Seeds.person(3).pixels.clone();
		final int cheek = 150 * Seeds.N + 90, corner = 3 * Seeds.N + 3;
		assertEquals(1, FaceMasks.face(Seeds.landmarks())[cheek]);
		for (int i = 0; i < Seeds.PIXELS; i++)
			x[i] += (i % Seeds.N + i / Seeds.N) % 2 == 0 ? 0.01f : -0.01f;
		try (ResidualBackbone backbone = create()) {
			final float[] f = backbone.unconditional(new ResidualBackbone.Target(x,
				Seeds.landmarks()));
			assertTrue(texture(f, cheek) < 0.25 * texture(x, cheek), texture(f,
				cheek) + " of " + texture(x, cheek));
			assertEquals(x[corner], f[corner]);
		}
	}

	/** Mean difference of neighbours in a window. */
	private static double texture(final float[] picture, final int at) {
		double sum = 0;
		for (int y = 0; y < 12; y++)
			for (int x = 0; x < 12; x++)
				sum += Math.abs(picture[at + y * Seeds.N + x] - picture[at + y * Seeds.N +
					x + 1]) / 144;
		return sum;
	}
}
