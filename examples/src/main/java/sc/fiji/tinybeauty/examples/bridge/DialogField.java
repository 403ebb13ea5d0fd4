package sc.fiji.tinybeauty.examples.bridge;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** One input of a command and the widget that shows it. */
final class DialogField {

	/**
	 * What a widget holds.
	 *
	 * @param valid whether the input's type and limits allow it
	 * @param value the value; null is a valid one for an optional input
	 */
	record Reading<T>(boolean valid, T value) {}

	private final Binding<?> binding;

	private <T> DialogField(final Binding<T> binding) {
		this.binding = binding;
	}

	static <T> DialogField of(final Module module, final ModuleItem<T> item, final Supplier<Reading<T>> reader,
		final Consumer<T> shower)
	{
		return new DialogField(new Binding<>(module, item, reader, shower));
	}

	ModuleItem<?> item() {
		return binding.item;
	}

	/** Passes the widget's value to the command, if it is valid. @return whether it is a new one */
	boolean read() {
		return binding.read();
	}

	/** Shows the command's value, if the widget holds another one. */
	void show() {
		binding.show();
	}

	/** @return whether the widget holds a valid value */
	boolean isValid() {
		return binding.reader.get().valid();
	}

	private record Binding<T>(Module module, ModuleItem<T> item, Supplier<Reading<T>> reader, Consumer<T> shower) {

		boolean read() {
			final Reading<T> reading = reader.get();
			if (!reading.valid() || Objects.equals(reading.value(), item.getValue(module))) return false;
			item.setValue(module, reading.value());
			return true;
		}

		void show() {
			final T value = item.getValue(module);
			final Reading<T> shown = reader.get();
			// What is being typed and is not valid yet stays as it is.
			if (value != null && shown.valid() && !Objects.equals(value, shown.value())) shower.accept(value);
		}
	}
}
