package sc.fiji.tinybeauty.examples.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bridge clicked through on a screen, with a command that has every kind of input. */
class DemoWindowTest {

	private static final Path PICTURES = Path.of("target", "screenshots");
	private static final String[] MENU = { "Plugins", "Bridge Demo", "Tint Demo..." };

	@TempDir
	Path home;

	@Test
	void menuDialogPreviewRecorderAndReplay() throws IOException {
		final String missing = Screen.missing();
		assumeTrue(missing == null, () -> "no window test without " + missing);
		try (Screen screen = new Screen()) {
			final ImageJOnScreen imagej = new ImageJOnScreen(screen, home);
			imagej.ask("macro run('Astronaut Portrait'); run('Record...');");
			screen.awaitWindow("Recorder");
			final String original = imagej.ask("pixels astronaut.png");
			imagej.openMenus(MENU);
			screen.photograph(PICTURES.resolve("demo-menu.png"));
			imagej.choose(MENU);
			screen.awaitWindow("Tint Demo");

			imagej.clickWidget("box Preview");
			final String previewed = changedFrom(screen, imagej, original);
			imagej.clickWidget("number 0");
			screen.press("ctrl+a");
			screen.type("0.25");
			changedFrom(screen, imagej, previewed);
			screen.photograph(PICTURES.resolve("demo-dialog.png"));
			imagej.clickWidget("text 0");
			screen.type("two words");
			imagej.clickWidget("button OK");
			screen.awaitWindow("astronaut.png-green");
			screen.awaitNoWindow("Tint Demo");

			assertEquals(original, imagej.ask("pixels astronaut.png"), "the original is as it was");
			final String result = imagej.ask("pixels astronaut.png-green");
			assertNotEquals(original, result);
			final String recorded = screen.await("the recorded line", () -> imagej.ask("recorded").lines()
				.filter(line -> line.startsWith("run(\"Tint Demo...\"")).findFirst().orElse(null));
			assertEquals("run(\"Tint Demo...\", \"channel=green amount=0.25 keepblack=false offset=7 note=[two words]\");", recorded);
			screen.photograph(PICTURES.resolve("demo-result.png"));

			imagej.ask("macro close('astronaut.png-green'); selectImage('astronaut.png'); " + recorded);
			assertEquals(result, imagej.ask("pixels astronaut.png-green"), "the recorded line gives the same pixels");
			assertTrue(imagej.ask("images").contains("astronaut.png-green"));
		}
	}

	@Test
	void escapeCancelsAndTakesThePreviewBack() throws IOException {
		final String missing = Screen.missing();
		assumeTrue(missing == null, () -> "no window test without " + missing);
		try (Screen screen = new Screen()) {
			final ImageJOnScreen imagej = new ImageJOnScreen(screen, home);
			imagej.ask("macro run('Astronaut Portrait'); run('Record...');");
			screen.awaitWindow("Recorder");
			final String original = imagej.ask("pixels astronaut.png");
			imagej.openMenus(MENU);
			imagej.choose(MENU);
			screen.awaitWindow("Tint Demo");
			imagej.clickWidget("box Preview");
			changedFrom(screen, imagej, original);
			screen.press("Escape");
			screen.awaitNoWindow("Tint Demo");
			screen.await("the original", () -> imagej.ask("pixels astronaut.png").equals(original) ? original : null);
			assertEquals("astronaut.png", imagej.ask("images"));
			assertTrue(!imagej.ask("recorded").contains("Tint"), "a cancelled command is not recorded");
		}
	}

	private static String changedFrom(final Screen screen, final ImageJOnScreen imagej, final String before) {
		return screen.await("another preview", () -> {
			final String now = imagej.ask("pixels astronaut.png");
			return now.equals(before) ? null : now;
		});
	}
}
