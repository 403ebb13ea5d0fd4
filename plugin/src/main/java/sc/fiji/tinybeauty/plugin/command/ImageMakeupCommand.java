package sc.fiji.tinybeauty.plugin.command;

import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import org.scijava.ItemIO;
import org.scijava.command.Previewable;
import org.scijava.plugin.Parameter;

import sc.fiji.tinybeauty.plugin.makeup.MakerSource;
import sc.fiji.tinybeauty.plugin.makeup.MakeupJob;
import sc.fiji.tinybeauty.plugin.makeup.MakeupResult;
import sc.fiji.tinybeauty.plugin.makeup.MakeupSettings;
import sc.fiji.tinybeauty.plugin.makeup.OutputKind;
import sc.fiji.tinybeauty.plugin.preview.LivePreview;
import sc.fiji.tinybeauty.plugin.report.MakeupRow;
import sc.fiji.tinybeauty.plugin.report.MakeupTable;

/**
 * A command that puts make-up on every face of the active image, with a live
 * preview. The image itself is never changed; the result is a new one. Where the
 * make-up comes from, subclasses say.
 */
abstract class ImageMakeupCommand extends RememberingCommand implements
	Previewable
{

	@Parameter
	private ImagePlus image;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus result;

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable table;

	private LivePreview live;

	/** @return the command's name, for its task */
	abstract String name();

	/** @return where make-up comes from */
	abstract MakerSource source();

	/** @return what the dialog says */
	abstract MakeupSettings settings();

	/** @return what to make of it, as written in macros */
	abstract String output();

	/** @return whether a preview is wanted */
	abstract boolean previewed();

	@Override
	public void preview() {
		if (image == null || !interactive()) return;
		if (live == null) live = new LivePreview(image, source(), IJ::showStatus);
		if (!previewed()) live.hide();
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
		try (TaskProgress progress = task(name())) {
			final MakeupResult made = new MakeupJob(source(), progress).run(image,
				settings(), OutputKind.parse(output()));
			report(made.rows());
			if (made.image() == null) throw new IllegalStateException("\"" + image
				.getTitle() + "\": " + made.rows().get(0).reason());
			publish(made);
			remember();
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			result = null;
			fail(e);
		}
	}

	/** Loads in the background what the first preview needs. */
	final void warmUp() {
		if (!interactive() || image == null) return;
		live = new LivePreview(image, source(), IJ::showStatus);
		final MakeupSettings settings = settings();
		live.warmUp(settings.style(), settings.device());
	}

	private void report(final List<MakeupRow> rows) {
		table = MakeupTable.table(rows);
		MakeupTable.show(rows);
		resolveOutput("table");
	}

	private void publish(final MakeupResult made) {
		result = made.image();
		result.setTitle(Titles.unique(Titles.of(image.getTitle(), made.rows()
			.stream().map(MakeupRow::style).findFirst().orElse(settings().style()),
			OutputKind.parse(output()))));
		result.changes = true;
		// Headless nobody shows an output, so that the macro would not find it.
		if (Interpreter.isBatchMode()) result.show();
	}
}
