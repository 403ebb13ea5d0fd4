package sc.fiji.tinybeauty.models.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.tinybeauty.models.annotate.ImportRow.Status;
import sc.fiji.tinybeauty.models.face.TestFaces;
import sc.fiji.tinybeauty.models.pairs.AmplifyListener;
import sc.fiji.tinybeauty.models.pairs.PairSet;
import sc.fiji.tinybeauty.models.pairs.StillPictures;
import sc.fiji.tinybeauty.models.weights.AtomicFile;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/** Retouched pictures from elsewhere: in place, moved, too far, another person. */
class PairImportTest {

	@TempDir
	private Path folder;
	private Path faces;
	private Path retouched;
	private Path out;

	@BeforeEach
	void pictures() throws IOException {
		faces = Files.createDirectory(folder.resolve("bare"));
		retouched = Files.createDirectory(folder.resolve("from my editor"));
		out = folder.resolve("pairs");
		for (final String name : TestFaces.NAMES)
			write(faces.resolve(name + ".png"), name, 0, false);
		write(retouched.resolve("light.png"), "light", 0, true);
		write(retouched.resolve("tan.png"), "tan", 3, true);
		write(retouched.resolve("brown.png"), "brown", 9, true);
		write(retouched.resolve("dark.png"), "light", 0, true);
		write(retouched.resolve("stranger.png"), "dark", 0, true);
		Files.write(retouched.resolve("intermediate.png"), new byte[40]);
	}

	/** A face moved to the right; edges go on; with red lips if wanted. */
	private static void write(final Path file, final String name,
		final int moved, final boolean lips) throws IOException
	{
		final RgbPlane face = TestFaces.read(name);
		final BufferedImage image = new BufferedImage(256, 256,
			BufferedImage.TYPE_INT_RGB);
		final float[] rgb = new float[3];
		for (int y = 0; y < 256; y++)
			for (int x = 0; x < 256; x++) {
				final int from = Math.max(0, x - moved);
				face.read(from, y, 1, rgb);
				if (lips && Math.hypot((from - 128) / 24.0, (y - 178) / 9.0) < 1)
					rgb[0] = Math.min(1, rgb[0] + 0.3f);
				image.setRGB(x, y, Math.round(255 * rgb[0]) << 16 | Math.round(255 *
					rgb[1]) << 8 | Math.round(255 * rgb[2]));
			}
		AtomicFile.writePng(file, image);
	}

	private ImportReport run(final boolean replace) throws IOException {
		try (PairAnnotator annotator = new PairAnnotator(AnnotateOrder.of(faces, out)
			.importing(retouched, replace).withRights("CC0-1.0", "yes"),
			new StillPictures()))
		{
			return annotator.importAll(AmplifyListener.NONE);
		}
	}

	private static ImportRow row(final ImportReport report, final String file) {
		return report.rows().stream().filter(r -> r.file().equals(file)).findFirst()
			.orElseThrow();
	}

	@Test
	void takesMovesBackOrRefusesAndSaysByHowMuch() throws IOException {
		final ImportReport report = run(false);
		assertEquals(6, report.rows().size());
		assertEquals(Status.ACCEPTED, row(report, "light.png").status());
		assertEquals(0, row(report, "light.png").pixels(), 0.1);
		assertEquals(Status.ALIGNED, row(report, "tan.png").status());
		assertEquals(3, row(report, "tan.png").pixels(), 0.2);
		assertFailed(report, "brown.png", "moved by 9.");
		assertFailed(report, "dark.png", "do not show the same face");
		assertFailed(report, "stranger.png", "No photograph");
		assertFailed(report, "intermediate.png", "intermediate.png");
		assertTrue(report.summary().contains(
			"1 pairs taken as they were, 1 moved back, 1 photographs") || report
				.summary().contains("4 failed"), report.summary());
		final PairSet set = PairSet.open(out);
		assertEquals(List.of("light", "tan"), set.all().stream().map(e -> e.name())
			.toList());
		assertEquals("CC0-1.0", set.all().get(0).licence());
		final List<String> problems = Files.readAllLines(out.resolve(
			"problems.csv"));
		assertEquals(5, problems.size());
		assertTrue(problems.get(1).startsWith("brown.png,failed,"), problems.get(1));
	}

	private static void assertFailed(final ImportReport report,
		final String file, final String why)
	{
		final ImportRow row = row(report, file);
		assertEquals(Status.FAILED, row.status(), row.message());
		assertTrue(row.message().contains(why) && row.message().endsWith("."), row
			.message());
	}

	@Test
	void asSecondImportKeepsWhatIsThere() throws IOException {
		run(false);
		try (PairAnnotator annotator = new PairAnnotator(AnnotateOrder.of(faces, out),
			new StillPictures()))
		{
			// An imported pair can be worked on: its retouching is a correction.
			final AnnotatedFace face = annotator.open("tan.png");
			assertTrue(face.correction().pixels() > 200);
			face.clear();
			face.want(face.look().withOpacity(MakeupRegion.LIPS, 0.8));
			annotator.save(face);
		}
		final byte[] mine = Files.readAllBytes(out.resolve("made/tan.png"));
		Files.delete(retouched.resolve("brown.png"));
		assertEquals(Status.KEPT, row(run(false), "tan.png").status());
		assertEquals(4, Files.readAllLines(out.resolve("problems.csv")).size());
		assertTrue(java.util.Arrays.equals(mine, Files.readAllBytes(out.resolve(
			"made/tan.png"))));
		assertEquals(Status.ALIGNED, row(run(true), "tan.png").status());
		assertFalse(java.util.Arrays.equals(mine, Files.readAllBytes(out.resolve(
			"made/tan.png"))));
	}

	@Test
	void oneFileAndOneFileAreAPairWhateverTheirNames() throws IOException {
		Files.move(retouched.resolve("light.png"), folder.resolve("final v2.png"));
		try (PairAnnotator annotator = new PairAnnotator(AnnotateOrder.of(faces
			.resolve("light.png"), out).importing(folder.resolve("final v2.png"),
				false), new StillPictures()))
		{
			assertEquals("1 pairs taken as they were, 0 moved back, 0 failed.", annotator
				.importAll(AmplifyListener.NONE).summary());
		}
		assertEquals("light.png", PairSet.open(out).all().get(0).face());
		assertFalse(Files.exists(out.resolve("problems.csv")));
	}

	@Test
	void stopsBetweenTwoPictures() throws IOException {
		final List<String> said = new ArrayList<>();
		try (PairAnnotator annotator = new PairAnnotator(AnnotateOrder.of(faces, out)
			.importing(retouched, false), new StillPictures()))
		{
			assertThrows(CancellationException.class, () -> annotator.importAll((done,
				total, what) -> {
				said.add(what);
				return done < 1;
			}));
		}
		assertEquals(2, said.size());
		assertFalse(Files.exists(out.resolve("metadata.jsonl")),
			"brown, the first one, is refused");
	}
}
