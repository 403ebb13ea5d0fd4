package sc.fiji.tinybeauty.plugin.command;

import java.io.File;
import java.io.IOException;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.evaluate.Evaluation;
import sc.fiji.tinybeauty.models.evaluate.EvaluationOrder;
import sc.fiji.tinybeauty.models.evaluate.EvaluationReport;
import sc.fiji.tinybeauty.plugin.evaluate.EvaluationPlots;
import sc.fiji.tinybeauty.plugin.evaluate.EvaluationTable;
import sc.fiji.tinybeauty.plugin.photo.PhotoFrames;

/**
 * Measures the quality of make-up: compares a folder of results with the bare
 * and, if there are any, the true pictures of the same names, and writes a table
 * of figures. Ends in an error if a picture could not be measured, after all the
 * others are done.
 */
@Plugin(type = Command.class, initializer = "prepare", headless = true,
	description = "Measures the quality of made-up pictures", menu = { @Menu(
		label = "Plugins"), @Menu(label = "TinyBeauty", weight = 50), @Menu(
			label = "Evaluate...", weight = 20) })
public class Evaluate extends RememberingCommand {

	@Parameter(label = "Bare pictures in", style = "directory", persist = false)
	private File bare;

	@Parameter(label = "True pictures in", style = "directory", persist = false,
		required = false, description = "Optional: with the wanted make-up")
	private File truth;

	@Parameter(label = "Results in", style = "directory", persist = false)
	private File result;

	@Parameter(label = "Table to", style = "save,extensions:csv",
		persist = false)
	private File out;

	@Parameter(label = "Groups from", style = "open,extensions:csv",
		persist = false, required = false,
		description = "Optional: a CSV file with the columns file and group")
	private File groups;

	@Parameter(label = "Device", choices = { "auto", "cpu", "gpu" },
		persist = false)
	private String device = "auto";

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus plots;

	@Override
	public void run() {
		try (TaskProgress progress = task("Evaluate");
				Evaluation evaluation = Evaluation.open(DeviceChoice.parse(device)))
		{
			final EvaluationReport report = evaluation.run(order(), new PhotoFrames(), (
				done, total, name) -> {
				progress.show(done, total, name);
				return !progress.isCanceled();
			});
			report.write(out.toPath());
			table = EvaluationTable.of(report);
			table.show(EvaluationTable.TITLE);
			resolveOutput("table");
			plots = EvaluationPlots.of(report);
			remember();
			final String summary = report.rows().size() - report.failed() +
				" pictures measured, " + report.failed() + " failed; see " + out + ".";
			if (report.failed() > 0) throw new IllegalStateException(summary);
			IJ.showStatus(summary);
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			fail(e);
		}
	}

	private EvaluationOrder order() {
		return new EvaluationOrder(bare.toPath(), path(truth), result.toPath(), path(
			groups));
	}
}
