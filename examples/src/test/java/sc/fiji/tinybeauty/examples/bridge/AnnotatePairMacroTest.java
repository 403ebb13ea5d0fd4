package sc.fiji.tinybeauty.examples.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ij.IJ;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

import sc.fiji.tinybeauty.models.pairs.PairSet;

/** Annotate Pair as macros call it without a window. */
class AnnotatePairMacroTest {

	private static final Path FACES = Path.of("..", "models", "src", "test", "resources", "sc", "fiji", "tinybeauty",
		"models", "face");

	@TempDir
	private Path folder;

	@Test
	void importsAndEndsTheMacroIfAPictureFails() throws Exception {
		CommandBridge.install(new Context());
		final Path faces = Files.createDirectory(folder.resolve("my faces")), made = Files.createDirectory(folder.resolve("made"));
		for (final String tone : new String[] { "tan", "dark" }) {
			Files.copy(FACES.resolve(tone + ".png"), faces.resolve(tone + ".png"));
			Files.copy(FACES.resolve("tan.png"), made.resolve(tone + ".png"));
		}
		final String line = "run('Annotate Pair...', 'faces=[" + faces + "] retouched=[" + made + "] out=[" + folder.resolve(
			"pairs") + "] licence=CC0-1.0 consent=[not needed]'); return 'went on';";
		assertNotEquals("went on", IJ.runMacro(line), "the made dark face is the tan one");
		assertEquals("tan.png not needed", PairSet.open(folder.resolve("pairs")).all().stream().map(e -> e.face() + " " + e
			.consent()).reduce("", String::concat));
		Files.delete(made.resolve("dark.png"));
		assertEquals("went on", IJ.runMacro(line));
		assertNotEquals("went on", IJ.runMacro("run('Annotate Pair...', 'faces=[" + faces + "] out=[" + folder.resolve(
			"pairs") + "]'); return 'went on';"), "there is no window");
	}
}
