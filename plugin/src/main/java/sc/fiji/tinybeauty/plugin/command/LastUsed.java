package sc.fiji.tinybeauty.plugin.command;

import java.awt.GraphicsEnvironment;
import java.util.List;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import org.scijava.command.DynamicCommand;
import org.scijava.convert.ConvertService;
import org.scijava.module.ModuleItem;
import org.scijava.prefs.PrefService;

/**
 * Remembers what a dialog was last left with, for dialogs only. SciJava's own
 * memory also fills the keys that a macro leaves out, which would make a macro
 * depend on who used the dialog before; so the parameters are not persisted
 * there, and this is done instead.
 */
final class LastUsed {

	private static final String PREFIX = "last.";

	private final DynamicCommand command;
	private final PrefService prefs;
	private final ConvertService converter;
	private final List<String> names;
	private final boolean interactive = isInteractive();

	/** @param names the parameters to remember */
	LastUsed(final DynamicCommand command, final PrefService prefs,
		final ConvertService converter, final String... names)
	{
		this.command = command;
		this.prefs = prefs;
		this.converter = converter;
		this.names = List.of(names);
	}

	/** @return whether a person was asked, or will be */
	boolean interactive() {
		return interactive;
	}

	/**
	 * To be called by the initializer. In a dialog, fills in what was last used; in
	 * a macro, settles that keys left out are their defaults, so that nobody is
	 * asked for them.
	 */
	void recall() {
		final String options = Macro.getOptions();
		for (final String name : names) {
			if (command.isInputResolved(name)) continue;
			if (interactive) recall(command.getInfo().getInput(name));
			else if (options != null && Macro.getValue(options, name, null) == null)
				command.resolveInput(name);
		}
	}

	/** To be called when the command has done its work. */
	void remember() {
		if (!interactive) return;
		for (final String name : names)
			if (command.getInput(name) != null) prefs.put(command.getClass(), PREFIX +
				name, String.valueOf(command.getInput(name)));
	}

	private <T> void recall(final ModuleItem<T> item) {
		final String text = prefs.get(command.getClass(), PREFIX + item.getName());
		if (text == null) return;
		final T value = converter.convert(text, item.getType());
		final List<T> choices = item.getChoices();
		final boolean offered = choices == null || choices.isEmpty() || choices
			.contains(value);
		if (value != null && offered) item.setValue(command, value);
	}

	private static boolean isInteractive() {
		return !GraphicsEnvironment.isHeadless() && IJ.getInstance() != null &&
			Macro.getOptions() == null && !Interpreter.isBatchMode();
	}
}
