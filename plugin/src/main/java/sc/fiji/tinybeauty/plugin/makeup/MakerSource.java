package sc.fiji.tinybeauty.plugin.makeup;

import java.util.function.Function;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;

/** Lends make-up tools. */
public interface MakerSource {

	/**
	 * Lends a tool for the time of some work. Other borrowers wait.
	 *
	 * @param style name or file of a style; of a recipe, if it lends tools for those
	 * @param device where to run
	 * @param work what to do with the tool
	 * @return what the work returns
	 * @throws IllegalArgumentException with one sentence if there is no such style
	 * @throws IllegalStateException with one sentence if there is no engine or no
	 *           such device
	 */
	<T> T with(String style, DeviceChoice device, Function<Maker, T> work);

	/**
	 * Gets a tool ready, so that its first loan need not wait; takes about a
	 * second if it was not open.
	 *
	 * @throws IllegalArgumentException as {@link #with}
	 * @throws IllegalStateException as {@link #with}
	 */
	default void warmUp(final String style, final DeviceChoice device) {
		with(style, device, maker -> null);
	}
}
