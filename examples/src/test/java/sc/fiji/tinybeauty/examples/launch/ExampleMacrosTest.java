package sc.fiji.tinybeauty.examples.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.tinybeauty.examples.sample.OpenSample;
import sc.fiji.tinybeauty.models.makeup.Styles;

/** The macros in {@code examples/macros}, headless; the one for folders meets one photograph and one ruin. */
class ExampleMacrosTest {

	@TempDir
	Path temp;

	@Test
	void resultsRowsAndAFailingExitCode() throws Exception {
		final Path in = Files.createDirectories(temp.resolve("my photos é 中"));
		final Path out = Files.createDirectories(temp.resolve("made up é 中"));
		try (InputStream sample = OpenSample.class.getResourceAsStream("astronaut.png")) {
			Files.copy(sample, in.resolve("portrait 中.png"));
		}
		Files.writeString(in.resolve("ruin.jpg"), "no photograph at all");
		final ChildJvm.Outcome outcome = ChildJvm.headless(temp, "--run", Path.of("macros", "Apply_to_Folder.ijm").toString(),
			"in=\"" + in + "\",out=\"" + out + "\",style=" + Styles.names().get(0));
		assertEquals(1, outcome.code(), outcome.out() + outcome.err());
		assertEquals(1, outcome.err().lines().count(), outcome.err());
		assertTrue(outcome.err().contains("1 failed") && outcome.err().contains("results.csv"), outcome.err());
		assertEquals(512, IJ.openImage(out.resolve("portrait 中.png").toString()).getWidth());
		assertFalse(Files.exists(out.resolve("ruin.png")));
		final List<String> rows = Files.readAllLines(out.resolve("results.csv"));
		assertEquals(3, rows.size(), rows.toString());
		assertTrue(rows.get(0).startsWith("image,slice,face,"), rows.get(0));
	}

	@Test
	void sampleAndBeforeAndAfter() throws Exception {
		final Path picture = temp.resolve("é 中.png");
		final ChildJvm.Outcome outcome = ChildJvm.headless(temp, "--run", Path.of("macros", "Apply_to_Sample.ijm").toString(),
			"style=" + Styles.names().get(0) + ",strength=0.5,out=\"" + picture + "\"", "-eval", "close('*');",
			"--run", Path.of("macros", "Before_and_After.ijm").toString(), "style=" + Styles.names().get(0),
			"-eval", "print(getTitle() + ' ' + getWidth());");
		assertEquals(new ChildJvm.Outcome(0, "astronaut-before-after 1024\n", ""), outcome);
		assertEquals(512, IJ.openImage(picture.toString()).getWidth());
	}

	@Test
	void galleryHasARowForEveryPhotograph() throws Exception {
		final Path in = Files.createDirectories(temp.resolve("portraits"));
		for (final String name : List.of("a.png", "b.png"))
			try (InputStream sample = OpenSample.class.getResourceAsStream("astronaut.png")) {
				Files.copy(sample, in.resolve(name));
			}
		Files.writeString(in.resolve("notes.txt"), "no photograph");
		final Path gallery = temp.resolve("gallery.png");
		final ChildJvm.Outcome outcome = ChildJvm.headless(temp, "--run", Path.of("macros", "Style_Gallery.ijm").toString(),
			"in=\"" + in + "\",out=\"" + gallery + "\",styles=\"natural classic\",cell=128");
		assertEquals(new ChildJvm.Outcome(0, "", ""), outcome);
		final ImagePlus image = IJ.openImage(gallery.toString());
		assertEquals(List.of(3 * 128, 2 * 128), List.of(image.getWidth(), image.getHeight()));
		assertEquals(mean(image, 0, 0), mean(image, 0, 128), "the same photograph twice");
		assertNotEquals(mean(image, 0, 0), mean(image, 256, 0), "classic against bare");
	}

	private static double mean(final ImagePlus image, final int x, final int y) {
		image.setRoi(x, y, 128, 128);
		return image.getStatistics().mean;
	}
}
