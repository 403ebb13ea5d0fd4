package sc.fiji.tinybeauty.examples.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

import sc.fiji.tinybeauty.models.makeup.Styles;

/** Train Style as macros call it; the macro goes on with the new style. */
class TrainStyleMacroTest {

	private static final Path FACES = Path.of("..", "models", "src", "test", "resources", "sc", "fiji", "tinybeauty",
		"models", "face");

	@TempDir
	private Path folder;
	private String before;

	@BeforeEach
	void pairs() throws Exception {
		CommandBridge.install(new Context());
		before = System.setProperty(Styles.FOLDER_PROPERTY, folder.resolve("styles").toString());
		for (final String kind : new String[] { "bare", "made" }) {
			final Path sub = Files.createDirectories(folder.resolve("pairs").resolve(kind));
			for (final String tone : new String[] { "light", "tan", "dark" })
				Files.copy(FACES.resolve(tone + ".png"), sub.resolve(tone + ".png"));
		}
		final String files = "f = getFileList(dir); setBatchMode(true); for (i = 0; i < f.length; i++) { open(dir + f[i]);" +
			" run('Subtract...', 'value=25'); saveAs('PNG', dir + f[i]); close(); } return 'done';";
		assertEquals("done", IJ.runMacro("dir = '" + folder.resolve("pairs").resolve("made") + "/'; " + files));
	}

	@AfterEach
	void restore() {
		if (before == null) System.clearProperty(Styles.FOLDER_PROPERTY);
		else System.setProperty(Styles.FOLDER_PROPERTY, before);
	}

	@Test
	void trainsAndApplies() {
		final String out = folder.resolve("out").resolve("darker.safetensors").toString();
		assertEquals("darker", IJ.runMacro("run('Train Style...', 'pairs=[" + folder.resolve("pairs") +
			"] name=Darker out=[" + out + "] minutes=0.02 seed=1'); setBatchMode(true); open('" + FACES.resolve("tan.png")
				.toAbsolutePath() + "'); run('Apply Makeup...', 'style=Darker faces=whole output=image');" +
			" selectImage('tan-Darker'); close(); return 'darker';"));
		assertTrue(Files.exists(Path.of(out)));
		assertTrue(Styles.names().contains("Darker"));
		assertFalse("went on".equals(IJ.runMacro(
			"run('Train Style...', 'pairs=[/no such/folder] name=x'); return 'went on';")));
	}
}
