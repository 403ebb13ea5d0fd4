package sc.fiji.tinybeauty.models.face;

import java.util.Locale;

/** How hard to look for faces. */
public enum Search {
	/**
	 * Upright and moderately tilted faces from 4 % of the photograph's longer side
	 * upwards; other rotations only where no upright face was found.
	 */
	NORMAL,
	/** Faces from 48 pixels upwards, in every in-plane rotation. */
	THOROUGH;

	/**
	 * @param name normal or thorough, in any case of letters
	 * @return the search of that name
	 * @throws IllegalArgumentException for any other name
	 */
	public static Search parse(final String name) {
		for (final Search s : values())
			if (s.toString().equals(name.trim().toLowerCase(Locale.ROOT))) return s;
		throw new IllegalArgumentException("The search '" + name +
			"' is not known; use normal or thorough.");
	}

	/** @return the name in macros and on the command line */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
