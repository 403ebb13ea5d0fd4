package sc.fiji.tinybeauty.models.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.face.TestFaces;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.region.Outline;
import sc.fiji.tinybeauty.ops.region.Polygons;
import sc.fiji.tinybeauty.ops.region.RegionMasks;

/** The shipped looks on faces from light to dark skin. */
class ShippedRecipesTest {

	private static final int SIZE = 256, N = SIZE * SIZE;

	/** A face: planar pixels and landmarks. */
	private record Subject(String name, float[] pixels, Landmarks landmarks) {}

	private static final List<Subject> FACES = new ArrayList<>();

	@BeforeAll
	static void faces() {
		try (FaceFinder finder = FaceFinder.open(DeviceChoice.CPU)) {
			for (final String name : TestFaces.NAMES) {
				final RgbPlane photo = TestFaces.read(name);
				final float[] pixels = new float[3 * N], row = new float[3 * SIZE];
				for (int y = 0; y < SIZE; y++) {
					photo.read(0, y, SIZE, row);
					for (int c = 0; c < 3; c++)
						System.arraycopy(row, c * SIZE, pixels, c * N + y * SIZE, SIZE);
				}
				FACES.add(new Subject(name, pixels, finder.whole(photo).landmarks()));
			}
		}
	}

	static Stream<String> looks() {
		return Recipe.SHIPPED.stream();
	}

	/** @return largest channel difference of each pixel */
	private static float[] change(final Subject s, final Recipe recipe) {
		final ArrayImg<FloatType, FloatArray> made = ArrayImgs.floats(SIZE, SIZE, 3);
		RecipeRenderer.render(ArrayImgs.floats(s.pixels, SIZE, SIZE, 3), s.landmarks,
			recipe, made);
		final float[] m = made.update(null).getCurrentStorageArray();
		final float[] change = new float[N];
		for (int i = 0; i < 3 * N; i++)
			change[i % N] = Math.max(change[i % N], Math.abs(m[i] - s.pixels[i]));
		return change;
	}

	private static float[] fill(final Outline outline) {
		return Polygons.fill(SIZE, SIZE, outline).update(null)
			.getCurrentStorageArray();
	}

	private static double mean(final float[] values, final float[] where) {
		double sum = 0, weight = 1e-9;
		for (int i = 0; i < N; i++) {
			sum += where[i] * values[i];
			weight += where[i];
		}
		return sum / weight;
	}

	@ParameterizedTest
	@MethodSource("looks")
	void showsOnEveryFaceAndNowhereElse(final String look) {
		for (final Subject s : FACES) {
			final float[] change = change(s, Recipe.shipped(look));
			final float[] face = fill(RegionMasks.face(s.landmarks, 1.3));
			int visible = 0;
			for (int i = 0; i < N; i++) {
				if (face[i] == 0) assertEquals(0, change[i], 0, look + " outside of " +
					s.name);
				if (change[i] > 0.04f) visible++;
			}
			assertTrue(visible > 300, look + " shows on " + visible + " pixels of " +
				s.name);
		}
	}

	@ParameterizedTest
	@MethodSource("looks")
	void eyeballsStayFree(final String look) {
		for (final Subject s : FACES)
			for (final boolean left : new boolean[] { true, false }) {
				final Outline eye = RegionMasks.eye(s.landmarks, left);
				double x = 0, y = 0;
				for (int i = 0; i < eye.size(); i++) {
					x += eye.x()[i] / eye.size();
					y += eye.y()[i] / eye.size();
				}
				final double change = mean(change(s, Recipe.shipped(look)), fill(eye
					.scale(x, y, 0.6)));
				assertTrue(change < 0.02, look + " changes an eye of " + s.name +
					" by " + change);
			}
	}

	@ParameterizedTest
	@MethodSource("looks")
	void moreStrengthMoreChange(final String look) {
		for (final Subject s : FACES) {
			final float[] face = fill(RegionMasks.face(s.landmarks, 1.3));
			double before = 0;
			for (final double strength : new double[] { 0.25, 0.5, 1 }) {
				final double now = mean(change(s, Recipe.shipped(look).withStrength(
					strength)), face);
				assertTrue(now > 1.2 * before, look + " on " + s.name + ": " + now +
					" after " + before);
				before = now;
			}
		}
	}

	@ParameterizedTest
	@MethodSource("looks")
	void teethAreSpared(final String look) {
		final SyntheticFace smile = new SyntheticFace(SIZE, 0.5f, 0.36f, 0.29f);
		final Subject s = new Subject("a drawn face", smile.pixels,
			smile.landmarks);
		final double[] middle = s.landmarks.mean(13, 14);
		final float[] change = change(s, Recipe.shipped(look));
		final double teeth = mean(change, fill(RegionMasks.mouth(s.landmarks).scale(
			middle[0], middle[1], 0.85)));
		assertTrue(teeth < 0.01, look + " changes teeth by " + teeth);
	}

	@ParameterizedTest
	@MethodSource("looks")
	void carriesItsOwnName(final String look) {
		assertEquals(look, Recipe.shipped(look).name());
	}
}
