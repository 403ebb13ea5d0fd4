package sc.fiji.tinybeauty.plugin.command;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.tinybeauty.models.style.StyleOrder;
import sc.fiji.tinybeauty.models.style.StyleProgress;
import sc.fiji.tinybeauty.models.style.StyleTraining;
import sc.fiji.tinybeauty.models.style.TrainedStyle;
import sc.fiji.tinybeauty.models.train.LossCurve;
import sc.fiji.tinybeauty.plugin.train.TrainingTable;
import sc.fiji.tinybeauty.plugin.train.TrainingView;

/**
 * Trains a style of one's own from a folder of pairs; Apply Makeup lists it at
 * once. A window shows the course of the training and what the style does on
 * pairs that it has not seen.
 */
@Plugin(type = Command.class, initializer = "prepare", headless = true,
	description = "Trains a make-up style from pairs of pictures", menu = { @Menu(
		label = "Plugins"), @Menu(label = "TinyBeauty", weight = 50), @Menu(
			label = "Train Style...", weight = 15) })
public class TrainStyle extends RememberingCommand {

	@Parameter(label = "Pairs in", style = "directory", persist = false,
		description = "A folder with bare/ and made/, or an amplified set")
	private File pairs;

	@Parameter(label = "Name of the style", persist = false)
	private String name;

	@Parameter(label = "Style file", style = "save,extensions:safetensors",
		persist = false, required = false,
		description = "Optional; otherwise the folder of your own styles")
	private File out;

	@Parameter(label = "Minutes", min = "0.1", max = "10000", persist = false)
	private double minutes = 30;

	@Parameter(label = "Seed", persist = false)
	private int seed = 1;

	@Parameter(label = "Bare faces in", style = "directory", persist = false,
		required = false,
		description = "Optional: the pairs' make-up is warped onto these faces for more pairs")
	private File faces;

	@Parameter(label = "Real seeds in", style = "directory", persist = false,
		required = false,
		description = "Optional, for an amplified set: the pairs it was made from; they judge the style")
	private File seeds;

	@Parameter(label = "Begin with", persist = false,
		description = "auto, random, or a style")
	private String from = StyleOrder.AUTO;

	@Parameter(label = "Steps", min = "0", persist = false,
		description = "A fixed number of training steps; 0: as many as fit into the time")
	private int steps;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus preview;

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT)
	private String report;

	@Override
	public void run() {
		try (TaskProgress task = task("Train Style")) {
			final TrainingView view = new TrainingView("Training " + name, IJ
				.getInstance() != null && !Interpreter.isBatchMode());
			try {
				publish(StyleTraining.train(order(), new Progress(task, view)), view);
			}
			finally {
				view.finish();
			}
			remember();
			task.show(1, 1, "\"" + name + "\" can be chosen in Apply Makeup.");
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			fail(new CancellationException(
				"Train Style was interrupted; the same command goes on where it stopped."));
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			fail(e);
		}
	}

	private void publish(final TrainedStyle trained, final TrainingView view) {
		view.update(trained.curve(), trained.sheet());
		table = TrainingTable.of(trained);
		table.show(TrainingTable.TITLE);
		resolveOutput("table");
		report = trained.summary();
		resolveOutput("report");
		IJ.log(report);
		preview = view.image();
		// A window is there already, or it is a macro's turn to show the image.
		if (preview.getWindow() != null) resolveOutput("preview");
		else if (Interpreter.isBatchMode()) preview.show();
	}

	private StyleOrder order() {
		if (name == null || name.isBlank()) throw new IllegalArgumentException(
			"Give the style a name.");
		final StyleOrder order = StyleOrder.of(pairs.toPath(), name.strip(), path(
			out)).withMinutes(minutes).withSeed(seed).withFrom(from.strip()).withFaces(
				path(faces)).withSeeds(path(seeds));
		return steps > 0 ? order.withSteps(steps, order.batch()) : order;
	}

	/** Shows the training as a task and in its window. */
	private record Progress(TaskProgress task, TrainingView view) implements
		StyleProgress
	{

		@Override
		public void show(final int done, final int total, final String what) {
			task.show(done, total, what);
		}

		@Override
		public void going(final LossCurve curve) {
			view.update(curve, null);
		}

		@Override
		public void checked(final LossCurve curve,
			final Supplier<BufferedImage> sheet)
		{
			view.update(curve, sheet.get());
		}

		@Override
		public void message(final String message) {
			IJ.log("Train Style: " + message);
		}

		@Override
		public boolean stopped() {
			return view.stopped();
		}

		@Override
		public boolean canceled() {
			return view.paused() || task.isCanceled();
		}
	}
}
