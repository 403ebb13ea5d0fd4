package sc.fiji.tinybeauty.examples.bridge;

import ij.ImagePlus;
import ij.WindowManager;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

/** Gives a command that takes exactly one image the active one. */
final class ActiveImageInput extends AbstractPreprocessorPlugin {

	@Override
	public void process(final Module module) {
		final ModuleItem<?> input = singleImage(module);
		if (input == null) return;
		final ImagePlus image = WindowManager.getCurrentImage();
		if (image == null && input.isRequired()) {
			cancel("There are no images open: open one first.");
			return;
		}
		module.setInput(input.getName(), image);
		module.resolveInput(input.getName());
	}

	private static ModuleItem<?> singleImage(final Module module) {
		ModuleItem<?> found = null;
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			if (input.getType() != ImagePlus.class || !input.isAutoFill()) continue;
			if (module.isInputResolved(input.getName())) continue;
			if (found != null) return null;
			found = input;
		}
		return found;
	}
}
