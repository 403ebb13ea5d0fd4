package sc.fiji.tinybeauty.models.annotate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.tinybeauty.models.face.TestFaces;
import sc.fiji.tinybeauty.models.pairs.PairEntry;
import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.models.pairs.PairSet;
import sc.fiji.tinybeauty.models.pairs.Provenance;
import sc.fiji.tinybeauty.models.pairs.StillPictures;
import sc.fiji.tinybeauty.models.recipe.Recipe;
import sc.fiji.tinybeauty.models.weights.AtomicFile;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/** Annotating without a window, on real faces and with the real face networks. */
class PairAnnotatorTest {

	@TempDir
	private Path folder;
	private Path faces;
	private Path out;

	@BeforeEach
	void photographs() throws IOException {
		faces = Files.createDirectory(folder.resolve("bare é"));
		out = folder.resolve("pairs");
		write(faces.resolve("tan.png"), 256, "tan");
		write(faces.resolve("dark.png"), 256, "dark");
	}

	/** A face of 256 pixels, enlarged by copying pixels. */
	private static void write(final Path file, final int size,
		final String name) throws IOException
	{
		final RgbPlane face = TestFaces.read(name);
		final BufferedImage image = new BufferedImage(size, size,
			BufferedImage.TYPE_INT_RGB);
		final float[] rgb = new float[3];
		for (int y = 0; y < size; y++)
			for (int x = 0; x < size; x++) {
				face.read(x * 256 / size, y * 256 / size, 1, rgb);
				image.setRGB(x, y, Math.round(255 * rgb[0]) << 16 | Math.round(255 *
					rgb[1]) << 8 | Math.round(255 * rgb[2]));
			}
		AtomicFile.writePng(file, image);
	}

	private PairAnnotator annotator() throws IOException {
		return new PairAnnotator(AnnotateOrder.of(faces, out), new StillPictures());
	}

	private static int[] painted(final AnnotatedFace face, final int x,
		final int y)
	{
		final int[] picture = face.made();
		for (int j = y; j < y + 10; j++)
			Arrays.fill(picture, j * face.size() + x, j * face.size() + x + 10, 0x2040c0);
		return picture;
	}

	@Test
	void correctionsOutliveTheLookAndCanBeTakenBack() throws IOException {
		try (PairAnnotator annotator = annotator()) {
			final AnnotatedFace face = annotator.open("tan.png");
			assertFalse(face.isChanged());
			final int[] natural = face.made();
			assertFalse(Arrays.equals(natural, face.bare()), "there is make-up");
			assertTrue(face.take(painted(face, 20, 30)));
			assertFalse(face.take(face.made()), "nothing new");
			face.want(Look.of(Recipe.shipped("stage")));
			assertTrue(face.isStale());
			face.refresh();
			final int[] stage = face.made(), plain = face.render(face.look());
			assertEquals(0x2040c0, stage[30 * 256 + 20], "far from the face it is the stroke");
			int same = 0;
			for (int i = 0; i < stage.length; i++)
				if (stage[i] == plain[i]) same++;
			assertEquals(256 * 256 - 100, same);
			assertTrue(face.isChanged());
			face.take(painted(face, 60, 30));
			assertEquals(200, face.correction().pixels());
			assertTrue(face.undo());
			assertArrayEquals(stage, face.made());
			face.clear();
			assertArrayEquals(plain, face.made());
			assertTrue(face.undo());
			assertArrayEquals(stage, face.made());
			assertTrue(face.undo());
			assertFalse(face.undo());
			assertArrayEquals(plain, face.made());
		}
	}

	@Test
	void savedFacesCanBeGoneOnWith() throws IOException {
		final byte[] photograph = Files.readAllBytes(faces.resolve("tan.png"));
		final int[] made;
		try (PairAnnotator annotator = annotator()) {
			final AnnotatedFace face = annotator.open("tan.png");
			face.want(face.look().withColour(MakeupRegion.LIPS, 0, "#b01429")
				.withOpacity(MakeupRegion.BLUSH, 0.2).with(MakeupRegion.BROWS, false));
			face.refresh();
			face.take(painted(face, 20, 30));
			assertEquals(0, annotator.done());
			annotator.save(face);
			assertFalse(face.isChanged());
			assertEquals(1, annotator.done());
			made = face.made();
		}
		PairSet.open(out).reject("tan", true);
		try (PairAnnotator annotator = annotator()) {
			assertTrue(annotator.isDone("tan.png") && !annotator.isDone("dark.png"));
			final AnnotatedFace face = annotator.open("tan.png");
			assertArrayEquals(made, face.made());
			assertEquals(100, face.correction().pixels());
			assertEquals(List.of("#b01429"), face.look().colours(MakeupRegion.LIPS));
			assertEquals(0.2, face.look().opacity(MakeupRegion.BLUSH), 1e-6);
			assertFalse(face.look().isOn(MakeupRegion.BROWS));
			face.clear();
			annotator.save(face);
		}
		final PairSet set = PairSet.open(out);
		assertEquals(1, set.all().size(), "a second save replaces the first");
		assertTrue(set.all().get(0).rejected(), "a reviewer's mark stays");
		assertArrayEquals(photograph, Files.readAllBytes(faces.resolve("tan.png")));
		try (var files = Files.list(faces)) {
			assertEquals(2, files.count());
		}
	}

	@Test
	void metadataTellsWhereAPairComesFrom() throws IOException {
		Files.writeString(faces.resolve("manifest.csv"),
			"file,licence,consent\ndark.png,CC0-1.0,written\n");
		try (PairAnnotator annotator = new PairAnnotator(AnnotateOrder.of(faces, out)
			.withRights("CC-BY-4.0", " own model "), new StillPictures()))
		{
			for (final String name : annotator.faces())
				annotator.save(annotator.open(name));
		}
		try (PairAnnotator annotator = annotator()) {
			// Whoever goes on without saying them keeps them.
			annotator.save(annotator.open("tan.png"));
		}
		final List<PairEntry> all = PairSet.open(out).all();
		assertEquals(List.of("dark", "tan"), all.stream().map(PairEntry::name)
			.toList());
		assertEquals("CC0-1.0 written", all.get(0).licence() + " " + all.get(0)
			.consent());
		assertEquals("CC-BY-4.0 own model", all.get(1).licence() + " " + all.get(1)
			.consent());
		for (final PairEntry e : all) {
			assertEquals(Provenance.ANNOTATED, e.provenance());
			assertEquals(e.name() + ".png", e.face());
			assertEquals("natural", Recipe.read(out.resolve("recipes").resolve(e
				.name() + ".json")).name());
		}
	}

	@Test
	void aLargerFaceGetsALargerCropAndUnchangedPixelsStayExact()
		throws IOException
	{
		write(faces.resolve("large.png"), 800, "light");
		try (PairAnnotator annotator = annotator()) {
			final AnnotatedFace face = annotator.open("large.png");
			assertEquals(512, face.size());
			annotator.save(face);
		}
		final PairPictures p = PairSet.open(out).read(PairSet.open(out).all().get(
			0));
		assertEquals(512, p.width());
		int changed = 0;
		for (int i = 0; i < p.bare().length; i += 3)
			if (p.bare()[i] != p.made()[i]) changed++;
		assertTrue(changed > 1000 && changed < 512 * 512 / 2, changed + " changed");
	}

	@Test
	void picturesOfTheSameBaseNameAreTwoPairs() throws IOException {
		write(faces.resolve("tan.bmp.png"), 256, "light");
		Files.move(faces.resolve("tan.bmp.png"), faces.resolve("TAN.jpg"));
		try (PairAnnotator annotator = annotator()) {
			for (final String name : annotator.faces())
				annotator.save(annotator.open(name));
		}
		assertEquals(List.of("TAN.jpg", "dark", "tan.png"), PairSet.open(out).all()
			.stream().map(PairEntry::name).toList());
	}

	@Test
	void whatShowsNoFaceIsToldInOneSentence() throws IOException {
		AtomicFile.writePng(faces.resolve("blank.png"), new BufferedImage(300, 200,
			BufferedImage.TYPE_INT_RGB));
		Files.write(faces.resolve("broken.jpg"), new byte[20]);
		try (PairAnnotator annotator = annotator()) {
			assertSentence("\"blank.png\" shows no face", () -> annotator.open(
				"blank.png"));
			assertSentence("broken.jpg", () -> annotator.open("broken.jpg"));
		}
	}

	@Test
	void photographsAreNeverOverwritten() throws IOException {
		final Path set = folder.resolve("set"), bare = Files.createDirectories(set
			.resolve("bare"));
		write(bare.resolve("tan.png"), 256, "tan");
		assertSentence("give another folder", () -> new PairAnnotator(AnnotateOrder.of(
			bare, set), new StillPictures()));
		assertSentence("pairs of another program", () -> new PairAnnotator(
			AnnotateOrder.of(faces, set), new StillPictures()));
		Files.createDirectories(folder.resolve("amplified").resolve("unfinished"));
		assertSentence("amplified set", () -> new PairAnnotator(AnnotateOrder.of(faces,
			folder.resolve("amplified")), new StillPictures()));
		assertSentence("no recipe", () -> new PairAnnotator(new AnnotateOrder(faces,
			null, out, "ball", 256, "", "", false,
			sc.fiji.tinybeauty.models.engine.DeviceChoice.AUTO), new StillPictures()));
		assertNotEquals(0, Files.size(bare.resolve("tan.png")));
	}

	static void assertSentence(final String part,
		final org.junit.jupiter.api.function.Executable action)
	{
		final String said = assertThrows(Exception.class, action).getMessage();
		assertTrue(said.contains(part) && said.endsWith("."), said);
	}
}
