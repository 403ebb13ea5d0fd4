package sc.fiji.tinybeauty.examples.bridge;

import java.io.File;
import java.util.Locale;

import org.scijava.ItemVisibility;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;
import org.scijava.widget.Button;

/** Values of a command's inputs as the text that macros hold. */
final class InputText {

	private final ConvertService converter;

	InputText(final ConvertService converter) {
		this.converter = converter;
	}

	/** @return the macro key of an input: its name in lower case */
	static String key(final ModuleItem<?> item) {
		return item.getName().toLowerCase(Locale.US);
	}

	/** @return whether the input has a value that macros can hold, i.e. is neither a message nor a button */
	static boolean isValue(final ModuleItem<?> item) {
		return item.getVisibility() != ItemVisibility.MESSAGE && !Button.class.isAssignableFrom(item.getType());
	}

	/**
	 * Sets an input of a module from text.
	 *
	 * @throws IllegalArgumentException with one sentence, if the text cannot be read as the input's type
	 */
	<T> void set(final Module module, final ModuleItem<T> item, final String text) {
		item.setValue(module, parse(item, text));
	}

	/**
	 * Reads text as the type of an input.
	 *
	 * @throws IllegalArgumentException with one sentence, if it cannot be read so
	 */
	<T> T parse(final ModuleItem<T> item, final String text) {
		T value = null;
		try {
			// The boxed type, since a primitive one would turn what cannot be read into zero.
			value = converter.convert(text.isBlank() ? text : text.trim(), Types.box(item.getType()));
		}
		catch (final RuntimeException e) {
			// The sentence below says it better.
		}
		if (value == null || isWrongBoolean(value, text))
			throw new IllegalArgumentException(key(item) + "=" + text + " cannot be read as " + nameOf(item.getType()) + ".");
		return value;
	}

	/** Text for a value, as Fiji records it. */
	static String format(final Object value) {
		return value instanceof File file ? file.getPath() : String.valueOf(value);
	}

	private static boolean isWrongBoolean(final Object value, final String text) {
		final String word = text.trim().toLowerCase(Locale.US);
		return value instanceof Boolean && !word.equals("true") && !word.equals("false");
	}

	private static String nameOf(final Class<?> type) {
		if (type == boolean.class || type == Boolean.class) return "true or false";
		if (type == int.class || type == Integer.class || type == long.class || type == Long.class)
			return "a whole number";
		if (type.isPrimitive() || Number.class.isAssignableFrom(type)) return "a number";
		return "a " + type.getSimpleName();
	}
}
