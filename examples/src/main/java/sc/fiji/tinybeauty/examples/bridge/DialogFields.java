package sc.fiji.tinybeauty.examples.bridge;

import ij.gui.GenericDialog;

import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.TextField;
import java.io.File;
import java.util.List;
import java.util.function.Consumer;

import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;
import org.scijava.widget.Button;

import sc.fiji.tinybeauty.examples.bridge.DialogField.Reading;

/** Chooses the widget for each kind of input and puts it into a dialog. */
final class DialogFields {

	private final InputText text;

	DialogFields(final InputText text) {
		this.text = text;
	}

	boolean isHidden(final ModuleItem<?> item) {
		return item.getVisibility() == ItemVisibility.INVISIBLE;
	}

	/**
	 * Adds the widget of an input.
	 *
	 * @param pressed told when the input is a button and was pressed
	 * @return the field, or null for messages, buttons and types that no dialog can show
	 */
	<T> DialogField add(final GenericDialog dialog, final Module module, final ModuleItem<T> item,
		final Consumer<ModuleItem<?>> pressed)
	{
		final Class<?> type = Types.box(item.getType());
		final T value = item.getValue(module);
		if (item.getVisibility() == ItemVisibility.MESSAGE) {
			dialog.addMessage(plain(String.valueOf(value)));
			return null;
		}
		if (Button.class.isAssignableFrom(type)) {
			dialog.addButton(label(item), event -> pressed.accept(item));
			return null;
		}
		if (!choices(item).isEmpty()) return choice(dialog, module, item);
		if (type == Boolean.class) return checkBox(dialog, module, item);
		if (Number.class.isAssignableFrom(type)) return number(dialog, module, item);
		if (type == File.class) return file(dialog, module, item);
		if (type == String.class || type == Character.class || value != null) {
			dialog.addStringField(label(item), value == null ? "" : InputText.format(value), Math.max(12, columns(item)));
			return textField(dialog, module, item);
		}
		return null;
	}

	private static <T> List<?> choices(final ModuleItem<T> item) {
		if (item.getChoices() != null && !item.getChoices().isEmpty()) return item.getChoices();
		final Object[] constants = item.getType().getEnumConstants();
		return constants == null ? List.of() : List.of(constants);
	}

	private <T> DialogField choice(final GenericDialog dialog, final Module module, final ModuleItem<T> item) {
		final String[] names = choices(item).stream().map(InputText::format).toArray(String[]::new);
		final T value = item.getValue(module);
		final boolean known = value != null && List.of(names).contains(InputText.format(value));
		// What is shown has to be what the command gets, also for a value that is not among the choices.
		if (!known) item.setValue(module, text.parse(item, names[0]));
		dialog.addChoice(label(item), names, InputText.format(item.getValue(module)));
		final Choice widget = (Choice) dialog.getChoices().lastElement();
		return DialogField.of(module, item, () -> parse(item, widget.getSelectedItem()),
			shown -> widget.select(InputText.format(shown)));
	}

	private <T> DialogField checkBox(final GenericDialog dialog, final Module module, final ModuleItem<T> item) {
		dialog.addCheckbox(label(item), Boolean.TRUE.equals(item.getValue(module)));
		final Checkbox widget = (Checkbox) dialog.getCheckboxes().lastElement();
		return DialogField.of(module, item, () -> parse(item, String.valueOf(widget.getState())),
			shown -> widget.setState(Boolean.TRUE.equals(shown)));
	}

	private <T> DialogField number(final GenericDialog dialog, final Module module, final ModuleItem<T> item) {
		final T value = item.getValue(module);
		final NumberRange range = NumberRange.of(item);
		final double start = value == null ? range.clamp(0) : ((Number) value).doubleValue();
		if (range.isSlider()) dialog.addSlider(label(item), range.min(), range.max(), start, range.step());
		else dialog.addNumericField(label(item), start, range.digits(), Math.max(6, columns(item)), null);
		final TextField widget = (TextField) dialog.getNumericFields().lastElement();
		return DialogField.of(module, item, () -> range.contains(widget.getText()) ? parse(item, widget.getText()) : invalid(),
			shown -> widget.setText(range.format(((Number) shown).doubleValue())));
	}

	private <T> DialogField file(final GenericDialog dialog, final Module module, final ModuleItem<T> item) {
		final T value = item.getValue(module);
		final String style = item.getWidgetStyle() == null ? "" : item.getWidgetStyle();
		final String path = value == null ? "" : InputText.format(value);
		if (style.contains("directory")) dialog.addDirectoryField(label(item), path);
		else dialog.addFileField(label(item), path);
		return textField(dialog, module, item);
	}

	private <T> DialogField textField(final GenericDialog dialog, final Module module, final ModuleItem<T> item) {
		final TextField widget = (TextField) dialog.getStringFields().lastElement();
		return DialogField.of(module, item, () -> parse(item, widget.getText()),
			shown -> widget.setText(InputText.format(shown)));
	}

	private <T> Reading<T> parse(final ModuleItem<T> item, final String shown) {
		try {
			if (shown.isBlank() && item.getType() == File.class) return new Reading<>(!item.isRequired(), null);
			return new Reading<>(true, text.parse(item, shown));
		}
		catch (final IllegalArgumentException e) {
			return invalid();
		}
	}

	private static <T> Reading<T> invalid() {
		return new Reading<>(false, null);
	}

	private static int columns(final ModuleItem<?> item) {
		return item.getColumnCount();
	}

	private static String label(final ModuleItem<?> item) {
		final String given = item.getLabel();
		if (given != null && !given.isEmpty()) return given.replace('_', ' ');
		final String words = item.getName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase();
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

	/** ImageJ's labels know no HTML. */
	private static String plain(final String html) {
		return html.replaceAll("(?i)<br */?>|</p>", "\n").replaceAll("<[^>]*>", "").replace("&nbsp;", " ")
			.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").trim();
	}
}
