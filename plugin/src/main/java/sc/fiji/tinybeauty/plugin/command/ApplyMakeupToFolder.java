package sc.fiji.tinybeauty.plugin.command;

import java.io.File;
import java.io.IOException;

import ij.IJ;
import ij.measure.ResultsTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.models.makeup.FaceSelection;
import sc.fiji.tinybeauty.models.makeup.Strengths;
import sc.fiji.tinybeauty.models.makeup.Styles;
import sc.fiji.tinybeauty.plugin.folder.FolderMakeup;
import sc.fiji.tinybeauty.plugin.folder.FolderOrder;
import sc.fiji.tinybeauty.plugin.folder.FolderReport;
import sc.fiji.tinybeauty.plugin.makeup.MakeupSettings;
import sc.fiji.tinybeauty.plugin.photo.PhotoFormat;
import sc.fiji.tinybeauty.plugin.report.MakeupTable;

/**
 * Puts make-up on all photographs of a folder and writes the results, at full
 * size, and a table of them into another one. Ends in an error if a photograph
 * failed, after all the others are done.
 */
@Plugin(type = Command.class, initializer = "prepare", headless = true,
	description = "Puts make-up on all photographs of a folder",
	menu = { @Menu(label = "Plugins"), @Menu(label = "TinyBeauty", weight = 50),
		@Menu(label = "Apply Makeup to Folder...", weight = 2) })
public class ApplyMakeupToFolder extends RememberingCommand {

	@Parameter(label = "Photographs in", style = "directory", persist = false)
	private File in;

	@Parameter(label = "Results to", style = "directory", persist = false)
	private File out;

	@Parameter(label = "Style", persist = false,
		description = "A style of this plugin, or a style file")
	private String style = Styles.shipped().get(0);

	@Parameter(label = "Strength", min = "0", max = "2", stepSize = "0.05",
		style = "slider,format:0.00", persist = false)
	private double strength = 1;

	@Parameter(label = "Lips", min = "0", max = "2", stepSize = "0.05",
		style = "slider,format:0.00", persist = false)
	private double lips = 1;

	@Parameter(label = "Eyes", min = "0", max = "2", stepSize = "0.05",
		style = "slider,format:0.00", persist = false)
	private double eyes = 1;

	@Parameter(label = "Skin", min = "0", max = "2", stepSize = "0.05",
		style = "slider,format:0.00", persist = false)
	private double skin = 1;

	@Parameter(label = "Faces", choices = { "all", "largest", "whole" },
		persist = false, description = "whole: each photograph is one aligned crop")
	private String faces = "all";

	@Parameter(label = "Search", choices = { "normal", "thorough" },
		persist = false, description = "thorough finds smaller and turned faces")
	private String search = "normal";

	@Parameter(label = "Format", choices = { "png", "tiff", "jpg" },
		persist = false, description = "tiff keeps 16 and 32 bits and stacks")
	private String format = "png";

	@Parameter(label = "Device", choices = { "auto", "cpu", "gpu" },
		persist = false)
	private String device = "auto";

	@Parameter(label = "Help", callback = "help", persist = false,
		required = false)
	private Button help;

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Override
	public void run() {
		try (TaskProgress progress = task("Apply Makeup to Folder"))
		{
			final FolderReport report = new FolderMakeup(progress).run(order());
			table = MakeupTable.table(report.rows());
			MakeupTable.show(report.rows());
			resolveOutput("table");
			remember();
			if (report.failed() > 0) throw new IllegalStateException(report
				.summary());
			IJ.showStatus(report.summary());
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			fail(e);
		}
	}

	@Override
	protected void prepare() {
		getInfo().getMutableInput("style", String.class).setChoices(Styles
			.names());
		super.prepare();
	}

	private FolderOrder order() {
		final FaceSelection selection = FaceSelection.parse(faces);
		if (selection == FaceSelection.ROI) throw new IllegalArgumentException(
			"Photographs in a folder have no selection; use faces=all, largest or whole.");
		return new FolderOrder(in.toPath(), out.toPath(), new MakeupSettings(style,
			new Strengths(strength, lips, eyes, skin), selection, Search.parse(
				search), DeviceChoice.parse(device)), PhotoFormat.parse(format));
	}
}
