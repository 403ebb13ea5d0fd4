package sc.fiji.tinybeauty.examples.bridge;

import ij.IJ;
import ij.gui.GenericDialog;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;

import org.scijava.Context;
import org.scijava.command.Previewable;
import org.scijava.convert.ConvertService;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

/**
 * Asks for a command's inputs in a dialog of ImageJ, calls their callbacks and keeps the preview up to date.
 * <p>
 * Fiji calls {@link Previewable#preview()} on the event thread when the dialog opens and after every change; so does
 * this dialog, so that a preview which is smooth here is smooth there.
 * </p>
 */
final class CommandDialog extends AbstractPreprocessorPlugin {

	private final List<DialogField> fields = new ArrayList<>();
	private final DialogFields maker;

	private GenericDialog dialog;
	private Module module;
	private PreviewSwitch preview;
	private boolean updating;
	private boolean dismissed;

	CommandDialog(final Context context) {
		maker = new DialogFields(new InputText(context.service(ConvertService.class)));
	}

	/** @return whether the user closed the dialog without OK */
	boolean wasDismissed() {
		return dismissed;
	}

	@Override
	public void process(final Module asked) {
		module = asked;
		final RecordedCommand recorded = new RecordedCommand(module);
		if (!open()) return;
		if (!dialog.wasOKed()) {
			dismissed = true;
			cancel(null);
			return;
		}
		fields.forEach(DialogField::read);
		fields.forEach(field -> module.resolveInput(field.item().getName()));
		recorded.record();
	}

	/** @return false if the command has nothing to ask for, or asks for something no dialog can show */
	private boolean open() {
		dialog = new DialogBesideImage(module.getInfo().getTitle().replaceFirst("\\.\\.\\.$", ""));
		boolean anything = false;
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			if (module.isInputResolved(input.getName()) || maker.isHidden(input)) continue;
			final DialogField field = maker.add(dialog, module, input, this::pressed);
			if (field != null) fields.add(field);
			else if (InputText.isValue(input) && input.isRequired()) {
				cancel("No dialog can ask for " + input.getName() + ", a " + input.getType().getSimpleName() + ".");
				return false;
			}
			anything = true;
		}
		if (!anything) return false;
		preview = PreviewSwitch.addTo(dialog, module);
		addHelp();
		dialog.addDialogListener((source, event) -> changed(event));
		EventQueue.invokeLater(preview::update);
		dialog.showDialog();
		return true;
	}

	private void addHelp() {
		final String address = module.getInfo().get("help");
		if (address != null) dialog.addHelp(address);
	}

	/** One of the widgets changed: pass the values on, let callbacks answer, and preview. */
	private boolean changed(final AWTEvent event) {
		// ImageJ asks once more after the dialog was closed; nothing has changed then.
		if (updating || event == null || dialog.wasOKed() || dialog.wasCanceled()) return true;
		updating = true;
		try {
			final List<DialogField> changed = new ArrayList<>();
			for (final DialogField field : fields) {
				if (field.read()) changed.add(field);
			}
			for (final DialogField field : changed)
				callback(field.item());
			fields.forEach(DialogField::show);
			if (!changed.isEmpty() || preview.wasSwitched()) preview.update();
			return fields.stream().allMatch(DialogField::isValid);
		}
		finally {
			updating = false;
		}
	}

	private void pressed(final ModuleItem<?> button) {
		callback(button);
		updating = true;
		fields.forEach(DialogField::show);
		updating = false;
		preview.update();
	}

	private void callback(final ModuleItem<?> item) {
		try {
			item.callback(module);
		}
		catch (final MethodCallException e) {
			IJ.handleException(e);
		}
	}
}
