package sc.fiji.tinybeauty.examples.bridge;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;

/** Shows the images and tables that a command gives back; headless, images join the macro's invisible ones. */
final class ImageOutputs extends AbstractPostprocessorPlugin {

	@Override
	public void process(final Module module) {
		for (final ModuleItem<?> output : module.getInfo().outputs()) {
			if (module.isOutputResolved(output.getName())) continue;
			show(output, output.getValue(module));
			module.resolveOutput(output.getName());
		}
	}

	private static void show(final ModuleItem<?> output, final Object value) {
		if (value instanceof ImagePlus image) show(image);
		if (value instanceof ImagePlus[] images) {
			for (final ImagePlus image : images)
				show(image);
		}
		if (value instanceof ResultsTable table && table.size() > 0) show(output, table);
	}

	private static void show(final ModuleItem<?> output, final ResultsTable table) {
		if (IJ.getInstance() != null) {
			table.show(table.getTitle() != null ? table.getTitle() : output.getLabel());
			return;
		}
		// Without a window the table is for whoever reads the console.
		IJ.log(table.getColumnHeadings());
		for (int row = 0; row < table.size(); row++)
			IJ.log(table.getRowAsString(row));
	}

	private static void show(final ImagePlus image) {
		// Headless commands put their results among a macro's images themselves, since Fiji would not.
		if (image == null || WindowManager.getImage(image.getID()) == image) return;
		image.show();
	}
}
