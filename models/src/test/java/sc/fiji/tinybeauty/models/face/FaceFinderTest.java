package sc.fiji.tinybeauty.models.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.FinalInterval;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.ops.face.FaceMesh478;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/** Finding synthetic faces of five skin tones in larger pictures. */
class FaceFinderTest {

	private static FaceFinder finder;

	@BeforeAll
	static void open() {
		finder = FaceFinder.open(DeviceChoice.CPU);
	}

	@AfterAll
	static void close() {
		finder.close();
	}

	private static void assertFace(final String name, final Similarity toPhoto,
		final Face found, final double tolerance)
	{
		final Landmarks expected = finder.whole(TestFaces.read(name)).landmarks()
			.transform(toPhoto);
		double sum = 0;
		for (int i = 0; i < Landmarks.COUNT; i++)
			sum += Math.hypot(expected.x(i) - found.landmarks().x(i), expected.y(i) -
				found.landmarks().y(i));
		assertEquals(0, sum / Landmarks.COUNT / found.size(), tolerance, name);
	}

	/** Cut out a little differently, a face keeps its landmarks' places better. */
	@ParameterizedTest
	@ValueSource(strings = { "light", "dark" })
	void theMeanOfViewsIsSteadier(final String name) {
		double one = 0, mean = 0;
		for (final double shift : new double[] { 1.3, 2.6, 3.9 }) {
			final RgbPlane a = TestFaces.canvas(300, 300), b = TestFaces.canvas(300,
				300);
			final Similarity toA = TestFaces.paste(name, 150, 150, 250, 0, a);
			final Similarity toB = TestFaces.paste(name, 150 + shift, 150 - shift, 250 -
				shift, 0.02, b);
			final Face inA = finder.find(a, Search.NORMAL, null).get(0), inB = finder
				.find(b, Search.NORMAL, null).get(0);
			one += distance(inA, toA, inB, toB);
			mean += distance(finder.precise(a, inA), toA, finder.precise(b, inB), toB);
		}
		assertTrue(mean < 0.8 * one, mean + " instead of " + one);
	}

	/** Mean distance of the landmarks in the pasted picture. */
	private static double distance(final Face a, final Similarity toA,
		final Face b, final Similarity toB)
	{
		final Landmarks p = a.landmarks().transform(toA.inverse()), q = b.landmarks()
			.transform(toB.inverse());
		double sum = 0;
		for (int i = 0; i < Landmarks.COUNT; i++)
			sum += Math.hypot(p.x(i) - q.x(i), p.y(i) - q.y(i));
		return sum / Landmarks.COUNT;
	}

	@Test
	void findsSeveralFacesLargestFirst() {
		final RgbPlane photo = TestFaces.canvas(640, 480);
		final Similarity large = TestFaces.paste("dark", 160, 200, 300, 0, photo);
		final Similarity middle = TestFaces.paste("tan", 420, 160, 180, 0, photo);
		final Similarity small = TestFaces.paste("light", 540, 380, 90, 0, photo);
		final List<Face> faces = finder.find(photo, Search.NORMAL, null);
		assertEquals(3, faces.size());
		assertFace("dark", large, faces.get(0), 0.015);
		assertFace("tan", middle, faces.get(1), 0.015);
		assertFace("light", small, faces.get(2), 0.03);
		final List<Face> again = finder.find(photo, Search.NORMAL, null);
		for (int i = 0; i < 3; i++)
			assertArrayEquals(faces.get(i).landmarks().toArray(), again.get(i)
				.landmarks().toArray());
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "intermediate", "tan", "brown", "dark" })
	void normalSearchFindsFourPercent(final String name) {
		final RgbPlane photo = TestFaces.canvas(1000, 700);
		// The face is 0.56 of its crop.
		final Similarity toPhoto = TestFaces.paste(name, 690, 230, 40 / 0.56, 0,
			photo);
		final List<Face> faces = finder.find(photo, Search.NORMAL, null);
		assertEquals(1, faces.size());
		assertTrue(faces.get(0).size() < 48, "size " + faces.get(0).size());
		assertFace(name, toPhoto, faces.get(0), 0.05);
	}

	@ParameterizedTest
	@CsvSource({ "light,15", "intermediate,30", "tan,45", "brown,60", "dark,75",
		"light,90", "intermediate,105", "tan,120", "brown,135", "dark,150",
		"light,165", "intermediate,180", "brown,-45", "dark,-90" })
	void findsTurnedFaces(final String name, final double degrees) {
		final RgbPlane photo = TestFaces.canvas(400, 320);
		final Similarity toPhoto = TestFaces.paste(name, 190, 150, 260, degrees,
			photo);
		final List<Face> faces = finder.find(photo, Search.NORMAL, null);
		assertEquals(1, faces.size());
		final Landmarks l = faces.get(0).landmarks();
		final double[] left = l.mean(FaceMesh478.leftEye()), right = l.mean(
			FaceMesh478.rightEye());
		final double angle = Math.toDegrees(Math.atan2(right[1] - left[1],
			right[0] - left[0]));
		assertEquals(0, Math.IEEEremainder(angle - degrees, 360), 8);
		assertFace(name, toPhoto, faces.get(0), 0.03);
	}

	@Test
	void thoroughSearchFindsFortyEightPixelsInEveryRotation() {
		final RgbPlane photo = TestFaces.canvas(1800, 600);
		TestFaces.paste("light", 300, 200, 48 / 0.56, 0, photo);
		TestFaces.paste("brown", 1500, 400, 48 / 0.56, 90, photo);
		TestFaces.paste("dark", 900, 300, 400, 180, photo);
		assertEquals(3, finder.find(photo, Search.THOROUGH, null).size());
	}

	@Test
	void aRegionOfInterestRestrictsTheSearch() {
		final RgbPlane photo = TestFaces.canvas(640, 480);
		TestFaces.paste("dark", 160, 200, 300, 0, photo);
		final Similarity right = TestFaces.paste("tan", 460, 240, 240, 0, photo);
		final List<Face> faces = finder.find(photo, Search.NORMAL, FinalInterval
			.createMinSize(400, 180, 120, 140));
		assertEquals(1, faces.size());
		assertFace("tan", right, faces.get(0), 0.015);
		assertTrue(finder.find(photo, Search.NORMAL, FinalInterval.createMinSize(
			280, 380, 100, 90)).isEmpty());
		assertTrue(finder.find(photo, Search.NORMAL, FinalInterval.createMinSize(700,
			0, 10, 10)).isEmpty());
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "1,500", "500,1", "7,7", "20,20", "300,200" })
	void picturesWithoutFacesGiveNone(final int w, final int h) {
		assertEquals(List.of(), finder.find(TestFaces.canvas(w, h), Search.NORMAL,
			null));
	}

	@Test
	void notANumberIsNoFace() {
		final RgbPlane photo = TestFaces.canvas(64, 64);
		final float[] row = new float[3 * 64];
		Arrays.fill(row, Float.NaN);
		for (int y = 0; y < 64; y++)
			photo.write(0, y, 64, row);
		assertEquals(List.of(), finder.find(photo, Search.NORMAL, null));
	}
}
