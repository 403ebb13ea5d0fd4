package sc.fiji.tinybeauty.examples.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.tinybeauty.models.makeup.Styles;

/** From the menu to the result: Apply Makeup in the real window, as a person uses it. */
class ApplyMakeupWindowTest {

	private static final Path PICTURES = Path.of("target", "screenshots");
	private static final String[] MENU = { "Plugins", "TinyBeauty", "Apply Makeup..." };
	private static final String STYLE = Styles.names().get(0);

	/** Which choice of the dialog says what the result is: after style, faces and search. */
	private static final int OUTPUT = 3;

	@TempDir
	Path home;

	@Test
	void menuDialogPreviewResultAndRecordedLine() throws IOException {
		final String missing = Screen.missing();
		assumeTrue(missing == null, () -> "no window test without " + missing);
		try (Screen screen = new Screen()) {
			final ImageJOnScreen imagej = new ImageJOnScreen(screen, home);
			imagej.ask("macro run('Astronaut Portrait'); run('Record...');");
			screen.awaitWindow("Recorder");
			screen.run("wmctrl", "-r", "Recorder", "-e", "0,0,620,-1,-1");
			final String original = imagej.ask("pixels astronaut.png");
			final String bare = imagej.ask("drawn astronaut.png");

			imagej.openMenus(MENU);
			screen.photograph(PICTURES.resolve("menu.png"));
			final List<String> commands = List.of(imagej.ask("menu Plugins>TinyBeauty").split("\\|"));
			assertEquals(List.of("Apply Makeup...", "Apply Makeup to Folder..."), commands.subList(0, 2), "ordered by weight");
			imagej.choose(MENU);
			screen.awaitWindow("Apply Makeup");

			final String full = changedFrom(screen, imagej, bare);
			imagej.clickWidget("number 0");
			screen.press("ctrl+a");
			screen.type("0.8");
			// While the text is only "0" the face is bare.
			changedFrom(screen, imagej, full, bare);
			screen.photograph(PICTURES.resolve("dialog.png"));
			imagej.focusChoice(OUTPUT);
			screen.press("Down");
			imagej.clickWidget("button OK");
			final String title = "astronaut-" + STYLE;
			screen.awaitWindow(title);
			screen.awaitNoWindow("Apply Makeup");
			screen.photograph(PICTURES.resolve("result.png"));

			assertEquals(original, imagej.ask("pixels astronaut.png"), "the original is as it was");
			assertEquals(bare, imagej.ask("drawn astronaut.png"), "the preview is gone");
			final String result = imagej.ask("pixels " + title);
			assertNotEquals(original, result);
			final String recorded = screen.await("the recorded line", () -> imagej.ask("recorded").lines()
				.filter(line -> line.startsWith("run(\"Apply Makeup...\"")).findFirst().orElse(null));
			assertTrue(recorded.startsWith("run(\"Apply Makeup...\", \"style=" + STYLE + " strength=0.8 lips=1.0 eyes=1.0 " +
				"skin=1.0 faces=all search=normal output=image device=auto"), recorded);

			imagej.ask("macro close('" + title + "'); selectImage('astronaut.png'); " + recorded);
			assertEquals(result, imagej.ask("pixels " + title), "the recorded line gives the same pixels");
		}
	}

	private static String changedFrom(final Screen screen, final ImageJOnScreen imagej, final String... before) {
		return screen.await("another preview", () -> {
			final String now = imagej.ask("drawn astronaut.png");
			return List.of(before).contains(now) ? null : now;
		});
	}
}
