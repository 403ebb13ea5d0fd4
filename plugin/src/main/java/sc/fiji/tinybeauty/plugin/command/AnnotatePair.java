package sc.fiji.tinybeauty.plugin.command;

import java.io.File;
import java.io.IOException;

import ij.IJ;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.tinybeauty.models.annotate.AnnotateOrder;
import sc.fiji.tinybeauty.models.annotate.ImportReport;
import sc.fiji.tinybeauty.models.annotate.ImportRow.Status;
import sc.fiji.tinybeauty.models.annotate.PairAnnotator;
import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.recipe.Recipe;
import sc.fiji.tinybeauty.models.recipe.Recipes;
import sc.fiji.tinybeauty.plugin.annotate.AnnotationDesk;
import sc.fiji.tinybeauty.plugin.annotate.ImportTable;
import sc.fiji.tinybeauty.plugin.photo.PhotoFrames;

/**
 * Makes pairs by hand: opens a window in which faces are made up and corrected, or
 * imports pictures that were retouched elsewhere, without a window. Photographs
 * are never changed.
 */
@Plugin(type = Command.class, initializer = "prepare", headless = true,
	description = "Makes pairs of bare and made-up faces by hand", menu = { @Menu(
		label = "Plugins"), @Menu(label = "TinyBeauty", weight = 50), @Menu(
			label = "Annotate Pair...", weight = 10) })
public class AnnotatePair extends RememberingCommand {

	private static final String NAME = "Annotate Pair";

	@Parameter(label = "Bare faces in", style = "directory", persist = false,
		description = "Photographs; they are only read")
	private File faces;

	@Parameter(label = "Pairs to", style = "directory", persist = false,
		description = "A new folder, or one to go on with")
	private File out;

	@Parameter(label = "Retouched pictures in", style = "directory",
		persist = false, required = false,
		description = "Optional: imports pictures of equal names instead of opening a window")
	private File retouched;

	@Parameter(label = "Begin with", persist = false,
		description = "A recipe of this plugin, or a recipe file")
	private String recipe = Recipe.SHIPPED.get(0);

	@Parameter(label = "Largest size", choices = { "256", "512", "1024" },
		persist = false, description = "Side of the face crops, pixels")
	private String size = "512";

	@Parameter(label = "Licence", persist = false, required = false,
		description = "Terms of photographs that no manifest.csv names")
	private String licence = "";

	@Parameter(label = "Consent", persist = false, required = false,
		description = "Consent of the people, as recorded")
	private String consent = "";

	@Parameter(label = "Replace pairs", persist = false, required = false,
		description = "Whether an import replaces pairs that are there already")
	private boolean replace;

	@Parameter(label = "Device", choices = { "auto", "cpu", "gpu" },
		persist = false, description = "Where faces are searched")
	private String device = "auto";

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Override
	protected void prepare() {
		getInfo().getMutableInput("recipe", String.class).setChoices(Recipes
			.names());
		super.prepare();
	}

	@Override
	public void run() {
		try {
			final AnnotateOrder order = new AnnotateOrder(path(faces), path(retouched),
				path(out), recipe, Integer.parseInt(size), licence, consent, replace,
				DeviceChoice.parse(device));
			if (order.retouched() == null) openWindow(order);
			else importPictures(order);
		}
		catch (final NumberFormatException e) {
			fail(new IllegalArgumentException("A size of " + size +
				" is not offered; use one of " + AnnotateOrder.SIZES + ".", e));
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			fail(e);
		}
	}

	private void openWindow(final AnnotateOrder order) throws IOException {
		if (IJ.getInstance() == null || Interpreter.isBatchMode())
			throw new IllegalArgumentException(
				"Annotating needs a window; give retouched=DIR to import pictures without one.");
		final PairAnnotator annotator = new PairAnnotator(order, new PhotoFrames());
		remember();
		AnnotationDesk.open(annotator);
	}

	private void importPictures(final AnnotateOrder order) throws IOException {
		try (TaskProgress progress = task(NAME);
				PairAnnotator annotator = new PairAnnotator(order, new PhotoFrames()))
		{
			final ImportReport report = annotator.importAll(new AmplifyProgress(progress, NAME));
			table = ImportTable.of(report);
			table.show(ImportTable.TITLE);
			resolveOutput("table");
			// An import is for once: the next dialog opens for the window again.
			retouched = new File("");
			remember();
			if (report.count(Status.FAILED) > 0) throw new IllegalStateException(report
				.summary());
			IJ.showStatus(report.summary());
		}
	}
}
