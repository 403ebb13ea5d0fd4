package sc.fiji.tinybeauty.examples.window;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.tinybeauty.models.pairs.PairSet;

/** Annotate Pair in the real window, from the dialog to a saved pair, with the keyboard alone. */
class AnnotatePairWindowTest {

	private static final Path PICTURES = Path.of("target", "screenshots");
	private static final Path FACES = Path.of("..", "models", "src", "test", "resources", "sc", "fiji", "tinybeauty",
		"models", "face");
	/** Small crops are shown at twice their size. */
	private static final String IMAGE = "tan.png made up", WINDOW = IMAGE + " (200%)", TOOLS = "Annotation";

	@TempDir
	Path home;
	private Path faces;
	private Path out;

	@BeforeEach
	void photographs() throws IOException {
		faces = Files.createDirectory(home.resolve("faces"));
		out = home.resolve("pairs");
		Files.copy(FACES.resolve("tan.png"), faces.resolve("tan.png"));
	}

	@Test
	void dialogKeysPaintingAndSaving() throws IOException {
		final String missing = Screen.missing();
		assumeTrue(missing == null, () -> "no window test without " + missing);
		try (Screen screen = new Screen()) {
			final ImageJOnScreen imagej = new ImageJOnScreen(screen, home);
			openThroughTheDialog(screen, imagej);
			final String natural = imagej.ask("pixels " + IMAGE);
			focus(screen);
			// One step only: of two, the first could be seen and the second come later.
			screen.press("1", "period");
			final String stronger = changedFrom(screen, imagej, "pixels ", natural);
			final String shown = imagej.ask("drawn " + IMAGE);
			screen.run("xdotool", "keydown", "b");
			final String bare = changedFrom(screen, imagej, "drawn ", shown);
			assertEquals(stronger, imagej.ask("pixels " + IMAGE), "the bare face lies above");
			screen.run("xdotool", "keyup", "b");
			changedFrom(screen, imagej, "drawn ", bare);

			// F is a key of ImageJ's own: Edit > Fill.
			imagej.ask("macro setForegroundColor(200, 30, 30); makeRectangle(20, 20, 30, 30);");
			focus(screen);
			screen.press("f");
			final String painted = changedFrom(screen, imagej, "pixels ", stronger);
			screen.press("comma");
			changedFrom(screen, imagej, "pixels ", painted);
			assertEquals("200", imagej.ask("macro return '' + ((getPixel(30, 30) >> 16) & 255);"), "painting stays");
			screen.photograph(PICTURES.resolve("annotate.png"));
			focus(screen);
			screen.press("s");
			screen.await("the pair", () -> Files.exists(out.resolve("metadata.jsonl")) ? out : null);
			assertEquals(List.of("tan"), PairSet.open(out).entries().stream().map(e -> e.name()).toList());
			assertArrayEquals(Files.readAllBytes(FACES.resolve("tan.png")), Files.readAllBytes(faces.resolve("tan.png")));
			closeWithoutSaving(screen);
		}
	}

	private void openThroughTheDialog(final Screen screen, final ImageJOnScreen imagej) {
		imagej.ask("macro run('Record...');");
		screen.awaitWindow("Recorder");
		imagej.ask("macro doCommand('Annotate Pair...');");
		screen.awaitWindow("Annotate Pair");
		imagej.clickWidget("text 0");
		screen.type(faces.toString());
		imagej.clickWidget("text 1");
		screen.type(out.toString());
		screen.photograph(PICTURES.resolve("annotate-dialog.png"));
		imagej.clickWidget("button OK");
		screen.awaitWindow(WINDOW);
		screen.awaitWindow(TOOLS);
		final String recorded = screen.await("the recorded line", () -> imagej.ask("recorded").lines()
			.filter(line -> line.startsWith("run(\"Annotate Pair...\"")).findFirst().orElse(null));
		assertTrue(recorded.contains("faces=" + faces) && recorded.contains("out=" + out)
			&& recorded.contains("recipe=natural size=512"), recorded);
	}

	private static void closeWithoutSaving(final Screen screen) {
		screen.press("o", "q");
		screen.awaitWindow("Annotate Pair");
		screen.press("Escape");
		screen.awaitNoWindow("Annotate Pair");
		screen.awaitWindow(WINDOW);
		focus(screen);
		screen.press("q");
		screen.awaitWindow("Annotate Pair");
		screen.press("n");
		screen.awaitNoWindow(WINDOW);
		screen.awaitNoWindow(TOOLS);
	}

	private static void focus(final Screen screen) {
		screen.run("wmctrl", "-a", WINDOW);
		screen.await("focus", () -> screen.run("xdotool", "getwindowfocus", "getwindowname").strip().equals(WINDOW) ? WINDOW
			: null);
	}

	private static String changedFrom(final Screen screen, final ImageJOnScreen imagej, final String what,
		final String before)
	{
		return screen.await("another picture", () -> {
			final String now = imagej.ask(what + IMAGE);
			return now.equals(before) ? null : now;
		});
	}
}
