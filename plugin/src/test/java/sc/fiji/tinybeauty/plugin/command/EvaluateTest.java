package sc.fiji.tinybeauty.plugin.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import sc.fiji.tinybeauty.plugin.photo.PhotoFormat;
import sc.fiji.tinybeauty.plugin.photo.PhotoWriter;

/** The command through SciJava's services, on real faces. */
class EvaluateTest {

	@TempDir
	private Path folder;
	private Path bare;
	private Path truth;
	private Path result;
	private Path out;
	private final Context context = new Context();

	/** The truth is 20 grey levels darker, the result 10. */
	@BeforeEach
	void pictures() throws Exception {
		bare = Files.createDirectory(folder.resolve("bare"));
		truth = Files.createDirectory(folder.resolve("truth"));
		result = Files.createDirectory(folder.resolve("result"));
		out = folder.resolve("new").resolve("out.csv");
		for (final String tone : List.of("light", "dark")) {
			final ImagePlus face = Fixtures.face(tone);
			face.getProcessor().add(20);
			PhotoWriter.write(face, PhotoFormat.TIFF, bare.resolve(tone + ".tif"));
			face.getProcessor().subtract(10);
			PhotoWriter.write(face, PhotoFormat.PNG, result.resolve(tone + ".png"));
			face.getProcessor().subtract(10);
			PhotoWriter.write(face, PhotoFormat.PNG, truth.resolve(tone + ".png"));
		}
		Files.writeString(folder.resolve("groups.csv"),
			"file,group\nlight.png,first\ndark.png,second\n");
	}

	@AfterEach
	void close() {
		context.dispose();
	}

	private Module run(final Object... more) throws Exception {
		final Object[] inputs = new Object[6 + more.length];
		System.arraycopy(new Object[] { "bare", bare.toFile(), "result", result
			.toFile(), "out", out.toFile() }, 0, inputs, 0, 6);
		System.arraycopy(more, 0, inputs, 6, more.length);
		return context.service(ModuleService.class).run(context.service(
			CommandService.class).getCommand(Evaluate.class), true, inputs).get();
	}

	@Test
	void measuresAFolder() throws Exception {
		final Module module = run("truth", truth.toFile(), "groups", folder.resolve(
			"groups.csv").toFile());
		final ResultsTable table = (ResultsTable) module.getOutput("table");
		assertEquals(5, table.size());
		assertEquals("first", table.getStringValue("group", 1));
		assertEquals(2, table.getValue("count", 0), 0);
		// Half the error is 6 dB more; clipped shadows and lights make it less exact.
		assertEquals(6, table.getValue(Figure.GAIN.column(), 0), 0.3);
		assertTrue(table.getValue(Figure.LIPS.column(), 3) > 1);
		assertTrue(table.getValue(Figure.LIDS.column(), 4) > 1);
		assertEquals(6, Files.readAllLines(out).size());
		assertTrue(((ImagePlus) module.getOutput("plots")).getStackSize() > 4);
	}

	@Test
	void truthAndGroupsMayBeLeftOut() throws Exception {
		final ResultsTable table = (ResultsTable) run().getOutput("table");
		assertEquals(3, table.size());
		assertEquals(10, table.getValue(Figure.CHANGE.column(), 0), 0.3);
		assertTrue(Double.isNaN(table.getValue(Figure.PSNR.column(), 0)));
	}

	@Test
	void failsAtTheEndIfAPictureFailed() throws Exception {
		Files.write(result.resolve("a broken one.png"), new byte[3]);
		Files.write(bare.resolve("a broken one.png"), new byte[3]);
		final String sentence = assertThrows(ExecutionException.class, this::run)
			.getCause().getCause().getMessage();
		assertTrue(sentence.contains("2 pictures measured, 1 failed"), sentence);
		assertEquals(1 + 1 + 3, Files.readAllLines(out).size());
	}

	@Test
	void refusesWrongFolders() {
		result = folder.resolve("nowhere");
		assertThrows(ExecutionException.class, this::run);
		assertTrue(Files.notExists(out));
	}
}
