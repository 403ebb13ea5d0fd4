package sc.fiji.tinybeauty.plugin.command;

import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.command.Previewable;
import org.scijava.convert.ConvertService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;
import org.scijava.task.TaskService;
import org.scijava.widget.Button;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.models.makeup.FaceSelection;
import sc.fiji.tinybeauty.models.makeup.Strengths;
import sc.fiji.tinybeauty.models.makeup.Styles;
import sc.fiji.tinybeauty.plugin.makeup.MakeupJob;
import sc.fiji.tinybeauty.plugin.makeup.MakeupResult;
import sc.fiji.tinybeauty.plugin.makeup.MakeupSettings;
import sc.fiji.tinybeauty.plugin.makeup.MakeupTools;
import sc.fiji.tinybeauty.plugin.makeup.OutputKind;
import sc.fiji.tinybeauty.plugin.preview.LivePreview;
import sc.fiji.tinybeauty.plugin.report.MakeupRow;
import sc.fiji.tinybeauty.plugin.report.MakeupTable;

/**
 * Puts make-up on every face of the active image. The image itself is never
 * changed; the result is a new one.
 */
@Plugin(type = Command.class, initializer = "prepare", headless = true,
	description = "Puts make-up on the faces of an image",
	menu = { @Menu(label = "Plugins"), @Menu(label = "TinyBeauty", weight = 50),
		@Menu(label = "Apply Makeup...", weight = 1) })
public class ApplyMakeup extends DynamicCommand implements Previewable {

	@Parameter
	private ImagePlus image;

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

	@Parameter(label = "Faces", choices = { "all", "largest", "roi", "whole" },
		persist = false,
		description = "whole: the image is one aligned face crop")
	private String faces = "all";

	@Parameter(label = "Search", choices = { "normal", "thorough" },
		persist = false, description = "thorough finds smaller and turned faces")
	private String search = "normal";

	@Parameter(label = "Output", choices = { "overlay", "image", "channels",
		"slices", "residual" }, persist = false,
		description = "Layers on a copy, a new image, or the original beside it")
	private String output = "overlay";

	@Parameter(label = "Device", choices = { "auto", "cpu", "gpu" },
		persist = false)
	private String device = "auto";

	@Parameter(label = "Preview", persist = false, required = false)
	private boolean preview = true;

	@Parameter(label = "Help", callback = "help", persist = false,
		required = false)
	private Button help;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus result;

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Parameter
	private PrefService prefs;

	@Parameter
	private ConvertService converter;

	@Parameter
	private TaskService tasks;

	private LastUsed lastUsed;
	private LivePreview live;

	@Override
	public void preview() {
		if (image == null || lastUsed == null || !lastUsed.interactive()) return;
		if (live == null) live = new LivePreview(image, MakeupTools.shared(),
			IJ::showStatus);
		if (!preview) live.hide();
		else try {
			live.show(settings());
		}
		catch (final IllegalArgumentException e) {
			live.hide();
			IJ.showStatus(e.getMessage());
		}
	}

	@Override
	public void cancel() {
		if (live != null) live.close();
		live = null;
	}

	@Override
	public void run() {
		cancel();
		if (lastUsed == null) lastUsed = memory();
		try (TaskProgress progress = new TaskProgress(tasks, "Apply Makeup")) {
			final MakeupResult made = new MakeupJob(progress).run(image, settings(),
				OutputKind.parse(output));
			report(made.rows());
			if (made.image() == null) throw new IllegalStateException("\"" + image
				.getTitle() + "\": " + made.rows().get(0).reason());
			publish(made);
			lastUsed.remember();
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			result = null;
			Failure.end(this, lastUsed.interactive(), e);
		}
	}

	/** Called before a dialog opens or a macro's values are taken. */
	protected void prepare() {
		getInfo().getMutableInput("style", String.class).setChoices(Styles
			.names());
		lastUsed = memory();
		lastUsed.recall();
		if (!lastUsed.interactive() || image == null) return;
		live = new LivePreview(image, MakeupTools.shared(), IJ::showStatus);
		live.warmUp(style, DeviceChoice.parse(device));
	}

	/** Called by the button. */
	protected void help() {
		Help.open();
	}

	private LastUsed memory() {
		return new LastUsed(this, prefs, converter, "style", "strength", "lips",
			"eyes", "skin", "faces", "search", "output", "device", "preview");
	}

	private MakeupSettings settings() {
		return new MakeupSettings(style, new Strengths(strength, lips, eyes, skin),
			FaceSelection.parse(faces), Search.parse(search), DeviceChoice.parse(
				device));
	}

	private void report(final List<MakeupRow> rows) {
		table = MakeupTable.table(rows);
		MakeupTable.show(rows);
		resolveOutput("table");
	}

	private void publish(final MakeupResult made) {
		result = made.image();
		final OutputKind kind = OutputKind.parse(output);
		result.setTitle(Titles.unique(Titles.of(image.getTitle(),
			made.rows().stream().map(MakeupRow::style).findFirst().orElse(style),
			kind)));
		result.changes = true;
		// Headless nobody shows an output, so that the macro would not find it.
		if (Interpreter.isBatchMode()) result.show();
	}
}
