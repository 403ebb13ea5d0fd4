package sc.fiji.tinybeauty.models.pairs;

import java.util.Locale;

/** Where a pair comes from. */
public enum Provenance {
	/** A person put on the make-up, on skin or in a picture. */
	ANNOTATED,
	/** The data amplifier drew the make-up. */
	AMPLIFIED;

	/**
	 * @param name annotated or amplified
	 * @return the provenance of that name, or null if there is none
	 */
	static Provenance named(final String name) {
		for (final Provenance p : values())
			if (p.toString().equals(name)) return p;
		return null;
	}

	/** @return the name in files */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
