package sc.fiji.tinybeauty.plugin.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

import sc.fiji.tinybeauty.models.annotate.AnnotateOrder;
import sc.fiji.tinybeauty.models.annotate.AnnotatedFace;
import sc.fiji.tinybeauty.models.annotate.PairAnnotator;
import sc.fiji.tinybeauty.models.pairs.PairSet;
import sc.fiji.tinybeauty.plugin.photo.PhotoFormat;
import sc.fiji.tinybeauty.plugin.photo.PhotoFrames;
import sc.fiji.tinybeauty.plugin.photo.PhotoWriter;

/** The command through SciJava's services, and what the other commands make of its pairs. */
class AnnotatePairTest {

	@TempDir
	private Path folder;
	private Path faces;
	private Path retouched;
	private Path out;
	private final Context context = new Context();

	/** A light face of 700 pixels, two small ones; retouched ones are brighter. */
	@BeforeEach
	void pictures() throws Exception {
		faces = Files.createDirectory(folder.resolve("bare faces"));
		retouched = Files.createDirectory(folder.resolve("retouched"));
		out = folder.resolve("pairs");
		final ImagePlus large = Fixtures.face("light");
		large.setProcessor(large.getProcessor().resize(700, 700));
		PhotoWriter.write(large, PhotoFormat.PNG, faces.resolve("light.png"));
		for (final String tone : List.of("tan", "dark")) {
			final ImagePlus face = Fixtures.face(tone);
			PhotoWriter.write(face, PhotoFormat.PNG, faces.resolve(tone + ".png"));
			face.getProcessor().add(15);
			PhotoWriter.write(face, PhotoFormat.TIFF, retouched.resolve(tone + ".tif"));
		}
	}

	@AfterEach
	void close() {
		context.dispose();
	}

	private Module run(final Class<? extends Command> command,
		final Object... inputs) throws Exception
	{
		return context.service(ModuleService.class).run(context.service(
			CommandService.class).getCommand(command), true, inputs).get();
	}

	private static String sentence(final Executable action) {
		final String said = assertThrows(ExecutionException.class, action).getCause()
			.getCause().getMessage();
		assertTrue(said.endsWith(".") && !said.contains("Exception"), said);
		return said;
	}

	@Test
	void importsAllAndFailsAtTheEndIfOneFailed() throws Exception {
		Files.write(retouched.resolve("broken.png"), new byte[9]);
		final String said = sentence(() -> run(AnnotatePair.class, "faces", faces
			.toFile(), "retouched", retouched.toFile(), "out", out.toFile(), "licence",
			"CC0-1.0", "consent", "yes"));
		assertTrue(said.contains("2 pairs taken") && said.contains("1 failed") && said
			.contains("problems.csv"), said);
		final PairSet set = PairSet.open(out);
		assertEquals(List.of("dark", "tan"), set.all().stream().map(e -> e.name())
			.toList());
		assertEquals("CC0-1.0 yes", set.all().get(1).licence() + " " + set.all().get(1)
			.consent());
		Files.delete(retouched.resolve("broken.png"));
		final ResultsTable table = (ResultsTable) run(AnnotatePair.class, "faces",
			faces.toFile(), "retouched", retouched.toFile(), "out", out.toFile(),
			"replace", true).getOutput("table");
		assertEquals(2, table.size());
		assertEquals("accepted", table.getStringValue("status", 0));
		assertEquals(0, table.getValue("pixels", 0), 0.1);
	}

	@Test
	void refusesInOneSentence() {
		assertTrue(sentence(() -> run(AnnotatePair.class, "faces", faces.toFile(),
			"out", out.toFile())).contains("needs a window"));
		for (final Object[] wrong : new Object[][] { { "size", "300" }, { "size",
			"large" }, { "faces", new File("") }, { "recipe", "ball" }, { "retouched",
				folder.resolve("nowhere").toFile() } })
		{
			final Object[] inputs = { "faces", faces.toFile(), "retouched", retouched
				.toFile(), "out", out.toFile(), wrong[0], wrong[1] };
			sentence(() -> run(AnnotatePair.class, inputs));
		}
		assertTrue(Files.notExists(out));
	}

	@Test
	void pairsServeAsSeedsAndForTraining() throws Exception {
		try (PairAnnotator annotator = new PairAnnotator(AnnotateOrder.of(faces, out)
			.importing(retouched, false), new PhotoFrames()))
		{
			final AnnotatedFace face = annotator.open("light.png");
			assertEquals(512, face.size());
			annotator.save(face);
			annotator.importAll((done, total, what) -> true);
		}
		final Path amplified = folder.resolve("amplified");
		final ResultsTable table = (ResultsTable) run(AmplifyDataset.class, "seeds",
			out.toFile(), "faces", faces.toFile(), "out", amplified.toFile(), "count", 2,
			"finetune", "no", "prior", AmplifyDatasetTest.prior(folder).toFile())
				.getOutput("table");
		assertEquals(5, table.getValue("pairs", 0), 0, "three seeds and two new ones");
		assertTrue(Files.notExists(amplified.resolve("problems.csv")));
		final Path style = folder.resolve("mine.safetensors");
		run(TrainStyle.class, "pairs", out.toFile(), "name", "mine", "out", style
			.toFile(), "steps", 2);
		assertTrue(Files.exists(style));
	}
}
