package sc.fiji.tinybeauty.plugin.makeup;

import java.util.Locale;

/** What becomes of the make-up. */
public enum OutputKind {
		/** Layers for lips, eyes and skin on a copy of the image. */
		OVERLAY,
		/**
		 * A new image: three channels of 8, 16 or 32 bits stay what they are,
		 * everything else becomes 24-bit RGB.
		 */
		IMAGE,
		/** Six channels: red, green and blue of the original, then of the result. */
		CHANNELS,
		/** The original and the result as slices that follow one another in z. */
		SLICES,
		/**
		 * What was added, in three 32-bit channels, in units of an image scaled to
		 * 0..1.
		 */
		RESIDUAL;

	/**
	 * @param name overlay, image, channels, slices or residual, in any case
	 * @return the kind
	 * @throws IllegalArgumentException for any other name
	 */
	public static OutputKind parse(final String name) {
		for (final OutputKind kind : values())
			if (kind.toString().equals(name.strip().toLowerCase(Locale.ROOT)))
				return kind;
		throw new IllegalArgumentException("The output '" + name +
			"' is not known; use overlay, image, channels, slices or residual.");
	}

	/** @return the name in macros */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
