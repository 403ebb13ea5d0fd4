package sc.fiji.tinybeauty.models.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.face.TestFaces;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

class FaceFilterTest {

	private static final int SIZE = 256, N = SIZE * SIZE;

	private static byte[] rgb;
	private static Landmarks face;

	@BeforeAll
	static void face() {
		final RgbPlane photo = TestFaces.read("dark");
		final float[] planar = new float[3 * N], row = new float[3 * SIZE];
		for (int y = 0; y < SIZE; y++) {
			photo.read(0, y, SIZE, row);
			for (int c = 0; c < 3; c++)
				System.arraycopy(row, c * SIZE, planar, c * N + y * SIZE, SIZE);
		}
		rgb = InterleavedRgb.of(planar);
		try (FaceFinder finder = FaceFinder.open(DeviceChoice.CPU)) {
			face = finder.whole(photo).landmarks();
		}
	}

	/** Lenses over both eyes, down to the middle of the nose. */
	@ParameterizedTest
	@ValueSource(strings = { "none", "dark", "blue" })
	void eyesMustBeSeen(final String lens) {
		final byte[] picture = rgb.clone();
		final int bottom = Math.round(face.y(4));
		for (int i = 0; i < N; i++) {
			final int y = i / SIZE, at = 3 * i;
			if (lens.equals("none") || y < face.y(10) || y > (face.y(6) + bottom) / 2)
				continue;
			picture[at] = (byte) ((picture[at] & 255) / 4);
			picture[at + 1] = (byte) ((picture[at + 1] & 255) / 4);
			picture[at + 2] = (byte) (lens.equals("blue") ? 160 : (picture[at + 2] &
				255) / 4);
		}
		final String flaw = FaceFilter.flaw(picture, SIZE, face);
		if (lens.equals("none")) assertNull(flaw);
		else assertEquals(lens.equals("dark") ? "dark glasses"
			: "coloured glasses or paint", flaw);
	}
}
