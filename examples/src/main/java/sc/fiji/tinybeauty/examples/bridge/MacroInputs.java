package sc.fiji.tinybeauty.examples.bridge;

import java.io.File;
import java.util.Map;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

/**
 * Fills a command's inputs from a macro's options.
 * <p>
 * A key that the macro leaves out keeps the parameter's default: never the value of some earlier run, so that the same
 * line always means the same.
 * </p>
 */
final class MacroInputs extends AbstractPreprocessorPlugin {

	private final Map<String, String> options;
	private final InputText text;

	MacroInputs(final Map<String, String> options, final InputText text) {
		this.options = options;
		this.text = text;
	}

	@Override
	public void process(final Module module) {
		try {
			for (final ModuleItem<?> input : module.getInfo().inputs())
				fill(module, input);
		}
		catch (final IllegalArgumentException e) {
			cancel(e.getMessage());
		}
	}

	private void fill(final Module module, final ModuleItem<?> input) {
		if (module.isInputResolved(input.getName())) return;
		final String value = options.get(InputText.key(input));
		final boolean noFile = input.getType() == File.class && "".equals(value);
		if (value != null && !noFile && InputText.isValue(input)) text.set(module, input, value);
		// A required input without a value stays open, and CheckInputsPreprocessor says so.
		if (input.getValue(module) != null || !input.isRequired()) module.resolveInput(input.getName());
	}
}
