package sc.fiji.tinybeauty.models.face;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.pairs.StillPictures;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/** Which of the faces found in a photograph are faces. */
class FoundFacesTest {

	private static final Landmarks ANY = new Landmarks(new float[2 *
		Landmarks.COUNT]);

	private static Face face(final double x, final double y, final double size,
		final double confidence)
	{
		return new Face(ANY, x, y, size, size, confidence);
	}

	@Test
	void aLessSureFaceInsideALargerOneIsAPartOfIt() {
		final Face large = face(100, 100, 300, 0.95);
		final Face chin = face(180, 300, 110, 0.67);
		final Face surer = face(180, 300, 110, 0.96);
		final Face beside = face(350, 300, 110, 0.67);
		assertEquals(List.of(large), FoundFaces.withoutParts(List.of(chin, large)));
		assertEquals(List.of(large, surer), FoundFaces.withoutParts(List.of(large,
			surer)), "somebody in front");
		assertEquals(List.of(large, beside), FoundFaces.withoutParts(List.of(large,
			beside)));
	}

	/** A portrait whose moustache was taken for the eyes of a second face. */
	@Test
	void aBeardIsNoFace() throws Exception {
		final Path photo = Path.of(System.getProperty("tinybeauty.shared",
			"../../shared"), "faces", "images512", "london_n_108_03.jpg");
		Assumptions.assumeTrue(Files.exists(photo));
		try (FaceFinder finder = FaceFinder.open(DeviceChoice.CPU)) {
			assertEquals(1, finder.find(RgbPlanes.tensor(new StillPictures().read(
				photo).get(0)), Search.NORMAL, null).size());
		}
	}
}
