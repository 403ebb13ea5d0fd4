package sc.fiji.tinybeauty.examples.bridge;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** One input of a command and the widget that shows it. */
final class DialogField {

	private final Binding<?> binding;

	private <T> DialogField(final Binding<T> binding) {
		this.binding = binding;
	}

	/**
	 * @param widget reads the widget; null for text that cannot be read as the input's type
	 * @param shower writes a value into the widget
	 */
	static <T> DialogField of(final Module module, final ModuleItem<T> item, final Supplier<T> widget,
		final Consumer<T> shower)
	{
		return new DialogField(new Binding<>(module, item, widget, shower));
	}

	ModuleItem<?> item() {
		return binding.item;
	}

	/** Passes the widget's value to the command. @return whether it is a new one */
	boolean read() {
		return binding.read();
	}

	/** Shows the command's value, if the widget holds another one. */
	void show() {
		binding.show();
	}

	/** @return whether the widget holds a valid value */
	boolean isReadable() {
		return binding.widget.get() != null;
	}

	private record Binding<T>(Module module, ModuleItem<T> item, Supplier<T> widget, Consumer<T> shower) {

		boolean read() {
			final T value = widget.get();
			if (value == null || Objects.equals(value, item.getValue(module))) return false;
			item.setValue(module, value);
			return true;
		}

		void show() {
			final T value = item.getValue(module);
			if (value != null && widget.get() != null && !Objects.equals(value, widget.get())) shower.accept(value);
		}
	}
}
