package sc.fiji.tinybeauty.plugin.command;

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
import sc.fiji.tinybeauty.plugin.makeup.MakerSource;
import sc.fiji.tinybeauty.plugin.makeup.MakeupSettings;
import sc.fiji.tinybeauty.plugin.makeup.MakeupTools;

/**
 * Puts make-up on every face of the active image. The image itself is never
 * changed; the result is a new one.
 */
@Plugin(type = Command.class, initializer = "prepare", headless = true,
	description = "Puts make-up on the faces of an image",
	menu = { @Menu(label = "Plugins"), @Menu(label = "TinyBeauty", weight = 50),
		@Menu(label = "Apply Makeup...", weight = 1) })
public class ApplyMakeup extends ImageMakeupCommand {

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

	@Override
	protected void prepare() {
		getInfo().getMutableInput("style", String.class).setChoices(Styles
			.names());
		super.prepare();
		warmUp();
	}

	@Override
	String name() {
		return "Apply Makeup";
	}

	@Override
	MakerSource source() {
		return MakeupTools.shared();
	}

	@Override
	MakeupSettings settings() {
		return new MakeupSettings(style, new Strengths(strength, lips, eyes, skin),
			FaceSelection.parse(faces), Search.parse(search), DeviceChoice.parse(
				device));
	}

	@Override
	String output() {
		return output;
	}

	@Override
	boolean previewed() {
		return preview;
	}
}
