package sc.fiji.tinybeauty.models.makeup;

import java.util.Locale;

/** Which faces of a photograph get make-up. */
public enum FaceSelection {
		/** Every face found. */
		ALL,
		/** The largest face found. */
		LARGEST,
		/** Every face found in the region of interest, which there must be. */
		ROI,
		/** The photograph is taken as one aligned crop; nothing is searched. */
		WHOLE;

	/**
	 * @param name all, largest, roi or whole, in any case of letters
	 * @return the selection of that name
	 * @throws IllegalArgumentException for any other name
	 */
	public static FaceSelection parse(final String name) {
		for (final FaceSelection s : values())
			if (s.toString().equals(name.strip().toLowerCase(Locale.ROOT))) return s;
		throw new IllegalArgumentException("The faces '" + name +
			"' are not known; use all, largest, roi or whole.");
	}

	/** @return the name in macros and on the command line */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
