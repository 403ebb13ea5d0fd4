package sc.fiji.tinybeauty.plugin.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

import ij.IJ;
import ij.measure.ResultsTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

import sc.fiji.tinybeauty.plugin.makeup.MakeupTools;

/** The folder command through SciJava's CommandService, with the real networks. */
class ApplyMakeupToFolderTest {

	@TempDir
	private Path folder;
	private Path in;
	private Path out;
	private final Context context = new Context();

	@BeforeEach
	void photographs() throws Exception {
		in = Files.createDirectory(folder.resolve("in"));
		out = folder.resolve("out");
		for (final String tone : new String[] { "light", "dark" })
			Files.copy(Fixtures.facePath(tone), in.resolve(tone + ".png"));
	}

	@AfterEach
	void close() {
		context.dispose();
		MakeupTools.shared().close();
	}

	private Module run(final Object... more) throws Exception {
		final Object[] inputs = new Object[6 + more.length];
		System.arraycopy(new Object[] { "in", in.toFile(), "out", out.toFile(),
			"style", Fixtures.style("test", 1, folder).toString() }, 0, inputs, 0, 6);
		System.arraycopy(more, 0, inputs, 6, more.length);
		return context.service(ModuleService.class).run(context.service(
			CommandService.class).getCommand(ApplyMakeupToFolder.class), true, inputs)
			.get();
	}

	@Test
	void makesUpAFolder() throws Exception {
		final Module module = run();
		assertEquals(2, ((ResultsTable) module.getOutput("table")).size());
		assertEquals(256, IJ.openImage(out.resolve("dark.png").toString())
			.getWidth());
		assertEquals(3, Files.readAllLines(out.resolve("results.csv")).size());
	}

	@Test
	void failsAtTheEndIfAPhotographFailed() throws Exception {
		Files.write(in.resolve("a broken one.jpg"), new byte[3]);
		final String sentence = assertThrows(ExecutionException.class, this::run)
			.getCause().getCause().getMessage();
		assertTrue(sentence.contains("2 results written") && sentence.contains(
			"1 failed") && sentence.contains("results.csv"), sentence);
		assertTrue(Files.exists(out.resolve("light.png")));
	}

	@Test
	void refusesWrongValues() throws Exception {
		assertThrows(ExecutionException.class, () -> run("format", "webp"));
		assertThrows(ExecutionException.class, () -> run("faces", "roi"));
		out = in;
		assertThrows(ExecutionException.class, this::run);
		assertEquals(2, in.toFile().list().length);
	}
}
