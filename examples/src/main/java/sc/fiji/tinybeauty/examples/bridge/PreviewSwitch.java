package sc.fiji.tinybeauty.examples.bridge;

import ij.IJ;
import ij.gui.GenericDialog;

import java.awt.Checkbox;

import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.Previewable;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * The preview of a command's dialog. A command with a Boolean input named {@code preview} decides by itself, as in
 * Fiji; any other previewable command gets a check box of its own, which is not recorded.
 */
final class PreviewSwitch {

	private final Module module;
	private final Previewable command;
	private final Checkbox box;

	private boolean shown;

	private PreviewSwitch(final Module module, final Previewable command, final Checkbox box) {
		this.module = module;
		this.command = command;
		this.box = box;
	}

	static PreviewSwitch addTo(final GenericDialog dialog, final Module module) {
		final Previewable command = previewable(module);
		if (command == null || hasOwnSwitch(module)) return new PreviewSwitch(module, command, null);
		dialog.addCheckbox("Preview", false);
		return new PreviewSwitch(module, command, (Checkbox) dialog.getCheckboxes().lastElement());
	}

	private static Previewable previewable(final Module module) {
		if (module instanceof Previewable p) return p;
		final Command command = module instanceof CommandModule m ? m.getCommand() : null;
		return command instanceof Previewable p ? p : null;
	}

	private static boolean hasOwnSwitch(final Module module) {
		final ModuleItem<?> own = module.getInfo().getInput("preview");
		return own != null && (own.getType() == boolean.class || own.getType() == Boolean.class);
	}

	/** @return whether the check box was ticked or unticked since the last {@link #update()} */
	boolean wasSwitched() {
		return box != null && box.getState() != shown;
	}

	/** Shows the preview of the present values, or takes it back. */
	void update() {
		if (command == null) return;
		try {
			if (box == null || box.getState()) module.preview();
			else if (shown) module.cancel();
		}
		catch (final RuntimeException e) {
			// A preview that fails says why in the status bar; the dialog stays usable.
			IJ.showStatus(e.getMessage() != null ? e.getMessage() : e.toString());
		}
		shown = box != null && box.getState();
	}
}
