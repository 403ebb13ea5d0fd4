package sc.fiji.tinybeauty.plugin.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

import sc.fiji.tinybeauty.plugin.image.Samples;
import sc.fiji.tinybeauty.plugin.makeup.MakeupTools;

/** The command through SciJava's CommandService, with the real face networks. */
class RenderRecipeTest {

	private static final String RED_LIPS =
		"{\"format\":\"tinybeauty-recipe\",\"version\":1,\"name\":\"mine\",\"description\":\"Red lips.\",\"layers\":[{\"type\":\"lips\",\"color\":\"#c01020\",\"opacity\":OPACITY}]}";

	@TempDir
	private Path folder;
	private final Context context = new Context();
	private final CommandService commands = context.service(
		CommandService.class);

	@AfterEach
	void close() {
		context.dispose();
		MakeupTools.recipes().close();
	}

	private Module run(final Object... inputs) throws InterruptedException,
		ExecutionException
	{
		return context.service(ModuleService.class).run(commands.getCommand(
			RenderRecipe.class), true, inputs).get();
	}

	private static ImagePlus result(final Module module) {
		return (ImagePlus) module.getOutput("result");
	}

	private String failure(final Object... inputs) {
		Throwable cause = assertThrows(ExecutionException.class, () -> run(inputs));
		while (cause.getCause() != null && !(cause instanceof IllegalStateException))
			cause = cause.getCause();
		assertTrue(cause.getMessage().endsWith("."), cause.getMessage());
		return cause.getMessage();
	}

	@Test
	void paintsLayersByDefault() throws Exception {
		final ImagePlus face = Fixtures.face("dark");
		final int before = Samples.hash(face);
		final Module module = run("image", face, "recipe", "stage");
		assertEquals("dark-stage", result(module).getTitle());
		assertEquals(3, result(module).getOverlay().size());
		assertEquals(before, Samples.hash(face), "the original was touched");
		final ResultsTable table = (ResultsTable) module.getOutput("table");
		assertEquals("stage", table.getStringValue("style", 0));
		assertEquals("ok", table.getStringValue("status", 0));
	}

	@Test
	void strengthZeroChangesNothingAndMoreChangesMore() throws Exception {
		final ImagePlus face = Fixtures.face("light");
		double before = 0;
		for (final double strength : new double[] { 0, 0.5, 1 }) {
			final ImagePlus made = result(run("image", face, "recipe", "classic",
				"strength", strength, "output", "image"));
			final double now = difference(face, made);
			if (strength == 0) assertEquals(0, now, 0);
			else assertTrue(now > 1.5 * before, now + " after " + before);
			before = now;
		}
	}

	private static double difference(final ImagePlus a, final ImagePlus b) {
		final int[] p = (int[]) a.getProcessor().convertToRGB().getPixels();
		final int[] q = (int[]) b.getProcessor().convertToRGB().getPixels();
		double sum = 0;
		for (int i = 0; i < p.length; i++)
			for (int shift = 0; shift < 24; shift += 8)
				sum += Math.abs((p[i] >> shift & 255) - (q[i] >> shift & 255));
		return sum;
	}

	@Test
	void aFileThatWasEditedIsReadAgain() throws Exception {
		final ImagePlus face = Fixtures.face("tan");
		final Path file = folder.resolve("mine.json");
		Files.writeString(file, RED_LIPS.replace("OPACITY", "0.9"));
		final ImagePlus strong = result(run("image", face, "recipe", file
			.toString(), "output", "image"));
		assertEquals("tan-mine", strong.getTitle());
		Files.writeString(file, RED_LIPS.replace("OPACITY", "0.2"));
		Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(
			1_000_000));
		assertNotEquals(Samples.pixels(strong, 1), Samples.pixels(result(run("image",
			face, "recipe", file.toString(), "output", "image")), 1));
	}

	@Test
	void wrongValuesEndInOneSentence() throws Exception {
		final ImagePlus face = Fixtures.face("light");
		assertTrue(failure("image", face, "recipe", "ball").contains("bronze"));
		final Path broken = Files.writeString(folder.resolve("broken.json"),
			RED_LIPS.replace("OPACITY", "7"));
		assertTrue(failure("image", face, "recipe", broken.toString()).contains(
			"opacity"));
		assertTrue(failure("image", face, "strength", 3.0).contains(
			"between 0 and 2"));
		assertTrue(failure("image", IJ.createImage("wall.png", "RGB white", 200, 200,
			1)).contains("No face was found"));
	}

	@Test
	void itsKeysAreAContract() {
		final CommandInfo info = commands.getCommand(RenderRecipe.class);
		assertEquals("Plugins > TinyBeauty > Render Recipe...", info.getMenuPath()
			.getMenuString());
		final List<String> keys = new ArrayList<>();
		for (final ModuleItem<?> item : info.inputs())
			if (!item.isPersisted()) keys.add(item.getName());
		assertEquals(List.of("recipe", "strength", "faces", "search", "output",
			"device", "preview", "help"), keys);
	}
}
