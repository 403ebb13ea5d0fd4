package sc.fiji.tinybeauty.plugin.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

/** Engines come from files, into Fiji's folder, or not at all. */
class InstallEngineTest {

	@TempDir
	private Path folder;

	private String failure(final Path file) {
		try (Context context = new Context()) {
			return assertThrows(ExecutionException.class, () -> context.service(
				ModuleService.class).run(context.service(CommandService.class).getCommand(
					InstallEngine.class), true, "file", file.toFile()).get()).getCause()
						.getCause().getMessage();
		}
	}

	@Test
	void refusesWhatIsNoEngine() throws Exception {
		final String before = System.getProperty("imagej.dir");
		System.setProperty("imagej.dir", folder.toString());
		try {
			final Path text = Files.writeString(folder.resolve("a.jar"), "no jar");
			for (final String sentence : new String[] { failure(text), failure(folder
				.resolve("gone.jar")), failure(folder) })
				assertTrue(sentence.endsWith(".") && !sentence.contains("\n"), sentence);
			assertFalse(Files.exists(folder.resolve("lib")));
		}
		finally {
			if (before == null) System.clearProperty("imagej.dir");
			else System.setProperty("imagej.dir", before);
		}
	}

	@Test
	void theFolderIsFijisNeverTheWorkingDirectory() {
		final String before = System.getProperty("imagej.dir");
		try {
			System.setProperty("imagej.dir", folder.toString());
			assertEquals(folder.resolve("lib").resolve("tinybeauty"), FijiFolders
				.engines());
			System.setProperty("imagej.dir", ".");
			assertTrue(FijiFolders.engines().startsWith(System.getProperty(
				"user.home")));
		}
		finally {
			if (before == null) System.clearProperty("imagej.dir");
			else System.setProperty("imagej.dir", before);
		}
	}
}
