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
import sc.fiji.tinybeauty.models.recipe.Recipe;
import sc.fiji.tinybeauty.models.recipe.Recipes;
import sc.fiji.tinybeauty.plugin.makeup.MakerSource;
import sc.fiji.tinybeauty.plugin.makeup.MakeupSettings;
import sc.fiji.tinybeauty.plugin.makeup.MakeupTools;

/**
 * Paints a recipe on every face of the active image, without a trained network:
 * to try a look before a style learns it.
 */
@Plugin(type = Command.class, initializer = "prepare", headless = true,
	description = "Paints a make-up recipe on the faces of an image", menu = {
		@Menu(label = "Plugins"), @Menu(label = "TinyBeauty", weight = 50), @Menu(
			label = "Render Recipe...", weight = 3) })
public class RenderRecipe extends ImageMakeupCommand {

	@Parameter(label = "Recipe", persist = false,
		description = "A recipe of this plugin, or a recipe file")
	private String recipe = Recipe.SHIPPED.get(0);

	@Parameter(label = "Strength", min = "0", max = "2", stepSize = "0.05",
		style = "slider,format:0.00", persist = false)
	private double strength = 1;

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
		persist = false, description = "Where faces are searched")
	private String device = "auto";

	@Parameter(label = "Preview", persist = false, required = false)
	private boolean preview = true;

	@Parameter(label = "Help", callback = "help", persist = false,
		required = false)
	private Button help;

	@Override
	protected void prepare() {
		getInfo().getMutableInput("recipe", String.class).setChoices(Recipes
			.names());
		super.prepare();
		warmUp();
	}

	@Override
	String name() {
		return "Render Recipe";
	}

	@Override
	MakerSource source() {
		return MakeupTools.recipes();
	}

	@Override
	MakeupSettings settings() {
		return new MakeupSettings(recipe, new Strengths(strength, 1, 1, 1),
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
