package sc.fiji.tinybeauty.plugin.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

import sc.fiji.tinybeauty.models.amplify.Prior;
import sc.fiji.tinybeauty.models.amplify.ResidualDiffusion;
import sc.fiji.tinybeauty.models.pairs.PairSet;
import sc.fiji.tinybeauty.models.pairs.Provenance;
import sc.fiji.tinybeauty.models.weights.ModelCard;
import sc.fiji.tinybeauty.plugin.photo.PhotoFormat;
import sc.fiji.tinybeauty.plugin.photo.PhotoWriter;

/** The command through SciJava's services, with the real networks; the prior's is small in effect and untrained. */
class AmplifyDatasetTest {

	@TempDir
	private Path folder;
	private Path seeds;
	private Path faces;
	private Path out;
	private Path prior;
	private final Context context = new Context();

	@BeforeEach
	void pictures() throws Exception {
		seeds = Files.createDirectories(folder.resolve("seeds of mine"));
		faces = Files.createDirectory(folder.resolve("faces"));
		out = folder.resolve("new").resolve("pairs");
		for (final String tone : List.of("light", "tan")) {
			final ImagePlus face = Fixtures.face(tone);
			PhotoWriter.write(face, PhotoFormat.PNG, seeds.resolve("bare").resolve(
				tone + ".png"));
			paint((ColorProcessor) face.getProcessor());
			PhotoWriter.write(face, PhotoFormat.PNG, seeds.resolve("made").resolve(
				tone + ".png"));
		}
		for (final String tone : List.of("intermediate", "dark"))
			Files.copy(Fixtures.facePath(tone), faces.resolve(tone + ".png"));
		prior = prior(folder);
	}

	static Path prior(final Path folder) throws Exception {
		final Path file = folder.resolve("prior.safetensors");
		new Prior(ResidualDiffusion.initialWeights(1), new ModelCard("test",
			"For tests.", "BSD-2-Clause", ResidualDiffusion.ARCHITECTURE,
			ResidualDiffusion.graph().parameterCount(), 0, 0, List.of(), Map.of(), ""))
			.save(file);
		return file;
	}

	private static void paint(final ColorProcessor face) {
		for (int y = 150; y < 210; y++)
			for (int x = 80; x < 176; x++) {
				final double share = 0.5 * Math.exp(-Math.pow((x - 128) / 25.0, 2) - Math
					.pow((y - 178) / 12.0, 2));
				final int c = face.get(x, y);
				face.set(x, y, mix(c >> 16 & 255, 200, share) << 16 | mix(c >> 8 & 255, 20,
					share) << 8 | mix(c & 255, 60, share));
			}
	}

	private static int mix(final int a, final int b, final double share) {
		return (int) Math.round(a + share * (b - a));
	}

	@AfterEach
	void close() {
		context.dispose();
	}

	private Module run(final Object... more) throws Exception {
		final Object[] inputs = new Object[6 + more.length];
		System.arraycopy(new Object[] { "seeds", seeds.toFile(), "prior", prior
			.toFile(), "finetune", "no" }, 0, inputs, 0, 6);
		System.arraycopy(more, 0, inputs, 6, more.length);
		return context.service(ModuleService.class).run(context.service(
			CommandService.class).getCommand(AmplifyDataset.class), true, inputs).get();
	}

	@Test
	void makesAPairSet() throws Exception {
		final ResultsTable table = (ResultsTable) run("faces", faces.toFile(), "out",
			out.toFile(), "count", 3).getOutput("table");
		assertEquals(5, table.getValue("pairs", 0), 0);
		final PairSet set = PairSet.open(out);
		assertEquals(3, set.all().stream().filter(e -> e
			.provenance() == Provenance.AMPLIFIED).count());
		assertEquals(List.of("light", "tan"), set.all().subList(0, 2).stream().map(
			e -> e.face()).toList());
		assertEquals(256, set.read(set.all().get(4)).width());
		assertTrue(Files.notExists(out.resolve("problems.csv")));
		// The same once more is done already; with other settings it is refused.
		assertEquals(0, ((ResultsTable) run("faces", faces.toFile(), "out", out
			.toFile(), "count", 3).getOutput("table")).getValue("made_now", 0), 0);
		final String sentence = sentence(() -> run("faces", faces.toFile(), "out", out
			.toFile(), "count", 4));
		assertTrue(sentence.contains("count: 3 there, 4 now"), sentence);
	}

	@Test
	void failsAtTheEndIfAFileFailed() throws Exception {
		Files.write(faces.resolve("a broken one.jpg"), new byte[3]);
		final String sentence = sentence(() -> run("faces", faces.toFile(), "out", out
			.toFile(), "count", 3));
		assertTrue(sentence.contains("5 pairs") && sentence.contains("1 failed") &&
			sentence.contains("problems.csv"), sentence);
		assertTrue(Files.readString(out.resolve("problems.csv")).contains(
			"a broken one.jpg,failed,"));
		assertEquals(5, PairSet.open(out).all().size());
	}

	@Test
	void variantsOfTheOpenImage() throws Exception {
		final ImagePlus image = Fixtures.face("brown");
		image.setTitle("brown.png");
		final ImagePlus stack = (ImagePlus) run("image", image, "count", 3)
			.getOutput("result");
		assertEquals("brown-variants", stack.getTitle());
		assertEquals(2, stack.getNChannels());
		assertEquals(3, stack.getNFrames());
		assertTrue(stack.isHyperStack());
		for (int t = 1; t <= 3; t++)
			assertEquals(0, difference(image, stack, stack.getStackIndex(1, 1, t)), 0);
		final double made = difference(image, stack, stack.getStackIndex(2, 1, 1));
		assertTrue(made > 0.05 && made < 20, "mean change " + made);
		assertTrue(stack.getStack().getSliceLabel(2).startsWith("variant 1: shade"));
		final ImagePlus layers = (ImagePlus) run("image", image, "count", 2, "output",
			"overlay").getOutput("result");
		assertEquals(0, difference(image, layers, 1), 0);
		assertEquals(2, layers.getOverlay().size());
		assertEquals("variant 2", layers.getOverlay().get(1).getName());
	}

	private static double difference(final ImagePlus a, final ImagePlus b,
		final int slice)
	{
		final int[] p = (int[]) a.getProcessor().getPixels(), q = (int[]) b
			.getStack().getPixels(slice);
		double sum = 0;
		for (int i = 0; i < p.length; i++)
			for (int shift = 0; shift < 24; shift += 8)
				sum += Math.abs((p[i] >> shift & 255) - (q[i] >> shift & 255));
		return sum / p.length;
	}

	@Test
	void refusesWrongValues() throws Exception {
		for (final Object[] wrong : new Object[][] { { "count", 1 }, { "faces", faces
			.toFile(), "count", 1 }, { "faces", faces.toFile(), "out", out.toFile(),
				"shade", 3.0 }, { "faces", faces.toFile(), "out", out.toFile(), "finetune",
					"perhaps" }, { "faces", folder.resolve("none").toFile(), "out", out
						.toFile() } })
		{
			final String sentence = sentence(() -> run(wrong));
			assertTrue(sentence.endsWith(".") && !sentence.contains("Exception"),
				sentence);
		}
		assertFalse(Files.exists(out));
	}

	private static String sentence(
		final Executable action)
	{
		return assertThrows(ExecutionException.class, action).getCause().getCause()
			.getMessage();
	}
}
