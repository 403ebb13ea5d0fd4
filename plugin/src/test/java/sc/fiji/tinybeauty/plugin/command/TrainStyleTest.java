package sc.fiji.tinybeauty.plugin.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

import sc.fiji.tinybeauty.models.evaluate.Figure;
import sc.fiji.tinybeauty.models.makeup.Styles;
import sc.fiji.tinybeauty.plugin.photo.PhotoFormat;
import sc.fiji.tinybeauty.plugin.photo.PhotoWriter;

/** The command through SciJava's services, on real faces, for a few steps. */
class TrainStyleTest {

	@TempDir
	private Path folder;
	private String before;
	private final Context context = new Context();

	/** The made-up faces are darker. */
	@BeforeEach
	void pairs() throws Exception {
		for (final String tone : List.of("light", "intermediate", "tan", "brown",
			"dark"))
		{
			final ImagePlus face = Fixtures.face(tone);
			for (final String kind : List.of("bare", "made")) {
				final Path sub = Files.createDirectories(folder.resolve("my pairs")
					.resolve(kind));
				PhotoWriter.write(face, PhotoFormat.PNG, sub.resolve(tone + ".png"));
				face.getProcessor().subtract(20);
			}
		}
		before = System.setProperty(Styles.FOLDER_PROPERTY, folder.resolve("styles")
			.toString());
	}

	@AfterEach
	void close() {
		if (before == null) System.clearProperty(Styles.FOLDER_PROPERTY);
		else System.setProperty(Styles.FOLDER_PROPERTY, before);
		context.dispose();
	}

	private Module run(final String name, final Object... more)
		throws Exception
	{
		final Object[] inputs = new Object[6 + more.length];
		System.arraycopy(new Object[] { "pairs", folder.resolve("my pairs").toFile(),
			"name", name, "steps", 3 }, 0, inputs, 0, 6);
		System.arraycopy(more, 0, inputs, 6, more.length);
		return context.service(ModuleService.class).run(context.service(
			CommandService.class).getCommand(TrainStyle.class), true, inputs).get();
	}

	@Test
	void theStyleIsListedByApplyMakeup() throws Exception {
		final Path out = folder.resolve("out").resolve("evening.safetensors");
		final Module module = run("My evening", "out", out.toFile());
		assertTrue(Files.exists(out) && Files.exists(out.resolveSibling(
			"evening.json")));
		final ResultsTable table = (ResultsTable) module.getOutput("table");
		assertEquals("held out", table.getStringValue("group", 0));
		assertEquals(1, table.getValue("count", 0), 0);
		assertTrue(table.getValue(Figure.IDLE.column(), 0) > 15);
		assertEquals(table.getValue(Figure.GAIN.column(), 0), table.getValue(
			Figure.PSNR.column(), 0) - table.getValue(Figure.IDLE.column(), 0), 1e-6);
		final ImagePlus preview = (ImagePlus) module.getOutput("preview");
		assertNotEquals(preview.getProcessor().get(850, 60), preview.getProcessor()
			.get(850 + 128, 60), "bare and wanted face side by side");
		assertTrue(module.getOutput("report").toString().contains("Held out"));
		assertTrue(Styles.names().contains("My evening"));
		final Module apply = context.service(ModuleService.class).createModule(context
			.service(CommandService.class).getCommand(ApplyMakeup.class));
		apply.initialize();
		assertTrue(apply.getInfo().getInput("style").getChoices().contains(
			"My evening"));
		apply.setInput("image", Fixtures.face("tan"));
		apply.setInput("style", "My evening");
		apply.setInput("faces", "whole");
		apply.setInput("output", "image");
		apply.run();
		assertTrue(apply.getOutput("result") != null);
	}

	@Test
	void withoutAFileItGoesToTheUsersStyles() throws Exception {
		run("plain");
		assertTrue(Files.exists(folder.resolve("styles").resolve(
			"plain.safetensors")));
		assertFalse(Files.exists(folder.resolve("styles").resolve(
			"plain.training")));
	}

	@Test
	void refusesInOneSentence() throws Exception {
		for (final Object[] wrong : new Object[][] { { "natural" }, { "a/b" }, {
			"x", "pairs", folder.resolve("nowhere").toFile() }, { "x", "out", folder
				.resolve("x.png").toFile() }, { "x", "from", "no such style" } })
		{
			final Object[] more = new Object[wrong.length - 1];
			System.arraycopy(wrong, 1, more, 0, more.length);
			final String sentence = assertThrows(ExecutionException.class, () -> run(
				(String) wrong[0], more)).getCause().getCause().getMessage();
			assertTrue(sentence.endsWith("."), sentence);
			assertFalse(sentence.contains("Exception"), sentence);
		}
		assertTrue(!Files.exists(folder.resolve("styles")) || Files.list(folder
			.resolve("styles")).findAny().isEmpty(), "nothing is left behind");
	}
}
