package sc.fiji.tinybeauty.models.engine;

import java.util.Locale;

/** Where a user wants networks to run. */
public enum DeviceChoice {

		/** A graphics processor if PyTorch can use one, else the processor. */
		AUTO,
		/** The processor. */
		CPU,
		/** A graphics processor, and nothing else. */
		GPU;

	/**
	 * @param text "auto", "cpu" or "gpu" in any case
	 * @return the choice
	 * @throws IllegalArgumentException for any other text
	 */
	public static DeviceChoice parse(final String text) {
		for (final DeviceChoice choice : values()) {
			if (choice.toString().equals(text.strip().toLowerCase(Locale.ROOT)))
				return choice;
		}
		throw new IllegalArgumentException("The device \"" + text +
			"\" is not known: use auto, cpu or gpu.");
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
