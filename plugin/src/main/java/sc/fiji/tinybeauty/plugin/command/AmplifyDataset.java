package sc.fiji.tinybeauty.plugin.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.tinybeauty.models.amplify.AmplifierSettings;
import sc.fiji.tinybeauty.models.amplify.FineTuning;
import sc.fiji.tinybeauty.models.amplify.StyleMix;
import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.pairs.AmplifyOrder;
import sc.fiji.tinybeauty.models.pairs.AmplifyReport;
import sc.fiji.tinybeauty.models.pairs.DatasetAmplifier;
import sc.fiji.tinybeauty.plugin.amplify.AmplificationTable;
import sc.fiji.tinybeauty.plugin.amplify.VariantImages;
import sc.fiji.tinybeauty.plugin.photo.PhotoFrames;

/**
 * Amplifies a few retouched pairs: puts their make-up on the bare faces of a
 * folder of photographs and writes a pair data set, or, without such a folder,
 * shows variants of the open image. Ends in an error if a file failed, after all
 * the others are done.
 */
@Plugin(type = Command.class, initializer = "prepare", headless = true,
	description = "Makes many pairs of pictures out of a few retouched ones",
	menu = { @Menu(label = "Plugins"), @Menu(label = "TinyBeauty", weight = 50),
		@Menu(label = "Amplify Dataset...", weight = 11) })
public class AmplifyDataset extends RememberingCommand {

	private static final String NAME = "Amplify Dataset";
	private static final int PAIRS = 2000, VARIANTS = 8;

	@Parameter(required = false)
	private ImagePlus image;

	@Parameter(label = "Seed pairs in", style = "directory", persist = false,
		description = "A folder with bare/ and made/, or with the table pairs.csv")
	private File seeds;

	@Parameter(label = "Bare faces in", style = "directory", persist = false,
		required = false,
		description = "Photographs; empty for variants of the open image")
	private File faces;

	@Parameter(label = "Pairs to", style = "directory", persist = false,
		required = false, description = "A new folder, or that of a run to go on with")
	private File out;

	@Parameter(label = "Count", min = "0", persist = false,
		description = "Number of pairs; 0: " + PAIRS + ", or " + VARIANTS +
			" variants of the open image")
	private int count;

	@Parameter(label = "Shade", min = "0", max = "2", stepSize = "0.05",
		style = "slider,format:0.00", persist = false,
		description = "Strength of the make-up")
	private double shade = 1;

	@Parameter(label = "Detail", min = "0", max = "2", stepSize = "0.05",
		style = "slider,format:0.00", persist = false,
		description = "1 keeps every pore, 0 smooths the skin")
	private double detail = 1;

	@Parameter(label = "Steps", min = "1", max = "50", persist = false,
		description = "Steps of sampling; more give more variety")
	private int steps = 2;

	@Parameter(label = "Variety", min = "0", max = "1", stepSize = "0.05",
		style = "slider,format:0.00", persist = false,
		description = "How much noise, exemplars and shade vary from pair to pair")
	private double variety = 1;

	@Parameter(label = "Fine-tuning", choices = { "auto", "no", "yes" },
		persist = false,
		description = "auto: if it helps on seeds that were held out")
	private String finetune = "auto";

	@Parameter(label = "Seed", persist = false)
	private long seed = 1;

	@Parameter(label = "Lips from", style = "directory", persist = false,
		required = false, description = "Optional: other seed pairs for the lips")
	private File lips;

	@Parameter(label = "Eyes from", style = "directory", persist = false,
		required = false, description = "Optional: other seed pairs for the eyes")
	private File eyes;

	@Parameter(label = "Skin from", style = "directory", persist = false,
		required = false, description = "Optional: other seed pairs for the skin")
	private File skin;

	@Parameter(label = "Prior", style = "open,extensions:safetensors",
		persist = false, required = false,
		description = "Optional: another prior than the shipped one")
	private File prior;

	@Parameter(label = "Output", choices = { "hyperstack", "overlay" },
		persist = false, description = "How variants of the open image are shown")
	private String output = "hyperstack";

	@Parameter(label = "Device", choices = { "auto", "cpu", "gpu" },
		persist = false)
	private String device = "auto";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus result;

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Override
	public void run() {
		try (TaskProgress progress = task(NAME)) {
			final DatasetAmplifier amplifier = new DatasetAmplifier(new PhotoFrames(),
				new AmplifyProgress(progress, NAME));
			if (path(faces) == null) variants(amplifier);
			else dataset(amplifier);
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			fail(e);
		}
	}

	private void dataset(final DatasetAmplifier amplifier) throws IOException {
		if (path(out) == null) throw new IllegalArgumentException(
			"Give out=DIR, a folder for the pairs.");
		final AmplifyReport report = amplifier.run(order(PAIRS));
		table = AmplificationTable.of(report);
		table.show(AmplificationTable.TITLE);
		resolveOutput("table");
		remember();
		if (report.failed() > 0) throw new IllegalStateException(report.summary());
		IJ.showStatus(report.summary());
	}

	private void variants(final DatasetAmplifier amplifier) throws IOException {
		// Without an open image SciJava may hand over one without pixels.
		if (image == null || image.getWidth() == 0) throw new IllegalArgumentException(
			"Give faces=DIR, a folder of photographs, or open an image.");
		final VariantImages images = new VariantImages(image);
		final DatasetAmplifier.Variants variants = amplifier.variants(order(
			VARIANTS), images.photo().plane());
		final String title = Titles.unique(image.getTitle().replaceFirst(
			"(?<=.)\\.[A-Za-z0-9]{1,5}$", "") + "-variants");
		result = output.equals("overlay") ? images.layers(title, variants) : images
			.hyperstack(title, variants);
		result.changes = true;
		remember();
		// Headless nobody shows an output, so that the macro would not find it.
		if (Interpreter.isBatchMode()) result.show();
	}

	private AmplifyOrder order(final int usual) {
		if (path(seeds) == null) throw new IllegalArgumentException(
			"Give seeds=DIR, a folder with bare/ and made/.");
		if (!output.equals("hyperstack") && !output.equals("overlay"))
			throw new IllegalArgumentException("The output '" + output +
				"' is not known; use hyperstack or overlay.");
		final Map<String, Path> mix = new HashMap<>();
		put(mix, "lips", lips);
		put(mix, "eyes", eyes);
		put(mix, "skin", skin);
		return new AmplifyOrder(path(seeds), mix, path(faces), path(out), count == 0
			? usual : count, new AmplifierSettings(shade, detail, steps, variety, seed,
				StyleMix.SINGLE), FineTuning.Mode.parse(finetune), DeviceChoice.parse(
					device), path(prior));
	}

	private static void put(final Map<String, Path> mix, final String region,
		final File folder)
	{
		if (path(folder) != null) mix.put(region, path(folder));
	}
}
