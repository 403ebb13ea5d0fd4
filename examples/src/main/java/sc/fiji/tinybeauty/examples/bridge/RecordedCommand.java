package sc.fiji.tinybeauty.examples.bridge;

import ij.IJ;
import ij.plugin.frame.Recorder;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * What the Recorder is to write for one run of a command: every input the user was asked for, by its lower-cased name,
 * just as Fiji writes it.
 */
final class RecordedCommand {

	private final List<ModuleItem<?>> items = new ArrayList<>();
	private final Module module;

	/** @param module a module before its dialog: what is resolved already is not recorded */
	RecordedCommand(final Module module) {
		this.module = module;
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			if (InputText.isValue(input) && !module.isInputResolved(input.getName())) items.add(input);
		}
	}

	/** Hands the present values to the Recorder, in place of the labels that ImageJ's dialog would record. */
	void record() {
		if (!IJ.recording()) return;
		Recorder.resetCommandOptions();
		for (final ModuleItem<?> item : items) {
			final Object value = item.getValue(module);
			if (value != null) Recorder.recordOption(InputText.key(item), text(value));
		}
	}

	private static String text(final Object value) {
		final String plain = InputText.format(value);
		final String fixed = Recorder.fixString(value instanceof File ? Recorder.fixPath(plain) : plain);
		// The Recorder puts brackets around blanks only, but a leading bracket or quote needs them as well.
		final boolean opens = fixed.startsWith("[") || fixed.startsWith("'");
		return opens && fixed.indexOf(' ') < 0 ? "[" + fixed + "]" : fixed;
	}
}
