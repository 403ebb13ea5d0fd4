package sc.fiji.tinybeauty.plugin.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.ItemIO;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.task.event.TaskEvent;

import sc.fiji.tinybeauty.models.makeup.Styles;
import sc.fiji.tinybeauty.plugin.image.Samples;
import sc.fiji.tinybeauty.plugin.makeup.MakeupTools;

/** The command through SciJava's CommandService, with the real networks. */
class ApplyMakeupTest {

	@TempDir
	private static Path folder;
	private static String style;
	private static String other;

	private final Context context = new Context();
	private final CommandService commands = context.service(
		CommandService.class);

	@BeforeAll
	static void styles() throws IOException {
		style = Fixtures.style("test", 1, folder).toString();
		other = Fixtures.style("other", 2, folder).toString();
	}

	@AfterEach
	void close() {
		Interpreter.batchMode = false;
		context.dispose();
		MakeupTools.shared().close();
	}

	/** Commands whose choices are made at run time are modules themselves. */
	private Module run(final Object... inputs) throws InterruptedException,
		ExecutionException
	{
		return context.service(ModuleService.class).run(commands.getCommand(
			ApplyMakeup.class), true, inputs).get();
	}

	private String failure(final Object... inputs) {
		Throwable cause = assertThrows(ExecutionException.class, () -> run(inputs));
		while (cause.getCause() != null && !(cause instanceof IllegalStateException))
			cause = cause.getCause();
		final String sentence = cause.getMessage();
		assertTrue(sentence.endsWith(".") && !sentence.contains("\n"), sentence);
		return sentence;
	}

	@Test
	void makesUpAFaceAndSaysSo() throws Exception {
		final ImagePlus face = Fixtures.face("brown");
		final int before = Samples.hash(face);
		final Module module = run("image", face, "style", style, "output",
			"image");
		assertFalse(((Cancelable) module).isCanceled(), ((Cancelable) module).getCancelReason());
		final ImagePlus result = (ImagePlus) module.getOutput("result");
		assertEquals("brown-test", result.getTitle());
		assertEquals(24, result.getBitDepth());
		assertNotEquals(Samples.pixels(face, 1), Samples.pixels(result, 1));
		assertEquals(before, Samples.hash(face), "the original was touched");
		final ResultsTable table = (ResultsTable) module.getOutput("table");
		assertEquals(1, table.size());
		assertEquals("ok", table.getStringValue("status", 0));
		assertEquals("test", table.getStringValue("style", 0));
		assertEquals("brown.png", table.getStringValue("image", 0));
		assertTrue(table.getStringValue("device", 0).matches("cpu|gpu\\d"));
		assertTrue(table.getValue("w", 0) > 80 && table.getValue("ms", 0) > 0);
	}

	@Test
	void givesLayersUnlessToldOtherwise() throws Exception {
		final ImagePlus result = (ImagePlus) run("image", Fixtures.face("light"),
			"style", style).getOutput("result");
		assertEquals(3, result.getOverlay().size());
		assertEquals("lips", result.getOverlay().get(2).getName());
	}

	@Test
	void aKeyLeftOutIsItsDefaultNotTheLastValue() throws Exception {
		final ImagePlus face = Fixtures.face("tan");
		final int plain = pixels(run("image", face, "style", style, "output",
			"image"));
		assertNotEquals(plain, pixels(run("image", face, "style", style, "output",
			"image", "strength", 0.4, "lips", 0.2, "eyes", 2.0, "skin", 0.0)));
		assertEquals(plain, pixels(run("image", face, "style", style, "output",
			"image")));
		assertNotEquals(plain, pixels(run("image", face, "style", other, "output",
			"image")));
	}

	private static int pixels(final Module module) {
		return Samples.pixels((ImagePlus) module.getOutput("result"), 1);
	}

	@Test
	void aMacroNeedNotSayEverything() throws Exception {
		final List<String> open = new ArrayList<>();
		final Thread macro = new Thread(() -> {
			Macro.setOptions("style=abc strength=0.5");
			final ApplyMakeup command = new ApplyMakeup();
			context.inject(command);
			command.prepare();
			for (final String key : List.of("style", "strength", "lips", "faces",
				"output", "device"))
				if (!command.isInputResolved(key)) open.add(key);
		}, "Run$_test");
		macro.start();
		macro.join();
		assertEquals(List.of("style", "strength"), open);
	}

	@Test
	void resultsOfBatchMacrosAreImagesOfTheMacro() throws Exception {
		Interpreter.batchMode = true;
		final ImagePlus face = Fixtures.face("dark");
		Interpreter.addBatchModeImage(face);
		final ImagePlus result = (ImagePlus) run("image", face, "style", style,
			"output", "image").getOutput("result");
		assertSame(result, Interpreter.getLastBatchModeImage());
		assertEquals(2, WindowManager.getImageCount());
		assertEquals("dark-test-1", ((ImagePlus) run("image", face, "style", style,
			"output", "image").getOutput("result")).getTitle());
	}

	@Test
	void withoutAFaceItSaysSoAndGivesNothing() {
		Interpreter.batchMode = true;
		final ImagePlus empty = IJ.createImage("wall.png", "RGB white", 200, 200, 1);
		assertTrue(failure("image", empty, "style", style, "output", "image")
			.contains("\"wall.png\": No face was found"));
		assertEquals(0, Interpreter.getBatchModeImageCount());
	}

	@Test
	void wrongValuesEndInOneSentence() throws Exception {
		final ImagePlus face = Fixtures.face("light");
		assertTrue(failure("image", face, "style", style, "faces", "some").contains(
			"all, largest, roi or whole"));
		assertTrue(failure("image", face, "style", style, "output", "film")
			.contains("overlay, image"));
		assertTrue(failure("image", face, "style", style, "strength", 2.5).contains(
			"between 0 and 2"));
		assertTrue(failure("image", face, "style", "no such style").contains(
			"no such style"));
		assertTrue(failure("image", face, "style", folder.resolve(
			"gone.safetensors").toString()).contains("gone.safetensors"));
		assertTrue(failure("image", face, "style", style, "faces", "roi").contains(
			"needs a selection"));
	}

	@Test
	void aMissingGpuIsSaidInOneSentence() throws Exception {
		final ImagePlus face = Fixtures.face("light");
		try {
			final Module module = run("image", face, "style", style, "device",
				"gpu");
			assertTrue(((ResultsTable) module.getOutput("table")).getStringValue(
				"device", 0).startsWith("gpu"));
		}
		catch (final ExecutionException e) {
			assertTrue(failure("image", face, "style", style, "device", "gpu")
				.contains("GPU"));
		}
	}

	/** Cancels whatever task shows its second step. */
	private static final class Impatient {

		@EventHandler
		void on(final TaskEvent event) {
			if (event.getTask().getProgressValue() == 1 && !event.getTask()
				.isCanceled()) event.getTask().cancel("enough");
		}
	}

	@Test
	void aCancelledTaskLeavesNothing() throws Exception {
		final ImageStack stack = new ImageStack(256, 256);
		for (int i = 0; i < 4; i++)
			stack.addSlice(Fixtures.face("tan").getProcessor());
		final Impatient impatient = new Impatient();
		context.service(EventService.class).subscribe(impatient);
		final Module module = run("image", new ImagePlus("movie", stack),
			"style", style, "output", "image");
		assertTrue(((Cancelable) module).isCanceled());
		assertTrue(((Cancelable) module).getCancelReason().contains("cancelled"));
		assertNull(module.getOutput("result"));
		assertNotNull(impatient);
	}

	@Test
	void theWholeFrameIsACropOfItsOwn() throws Exception {
		final Module module = run("image", Fixtures.face("intermediate"),
			"style", style, "faces", "whole", "output", "residual");
		final ImagePlus residual = (ImagePlus) module.getOutput("result");
		assertEquals("intermediate-test-residual", residual.getTitle());
		assertEquals(32, residual.getBitDepth());
		assertEquals(3, residual.getNChannels());
	}

	@Test
	void itsKeysAreAContract() {
		final CommandInfo info = commands.getCommand(ApplyMakeup.class);
		assertEquals("Plugins > TinyBeauty > Apply Makeup...", info.getMenuPath()
			.getMenuString());
		final List<String> keys = new ArrayList<>();
		int images = 0;
		for (final ModuleItem<?> item : info.inputs()) {
			if (item.getType() == ImagePlus.class) images++;
			else if (!item.isPersisted()) keys.add(item.getName());
			assertNotEquals(ItemIO.BOTH, item.getIOType());
		}
		assertEquals(1, images);
		assertEquals(List.of("style", "strength", "lips", "eyes", "skin", "faces",
			"search", "output", "device", "preview", "help"), keys);
		assertTrue(Styles.names().containsAll(Styles.shipped()));
	}
}
