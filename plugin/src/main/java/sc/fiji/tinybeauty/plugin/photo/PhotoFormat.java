package sc.fiji.tinybeauty.plugin.photo;

import java.util.Arrays;
import java.util.Locale;

/** File formats for results. */
public enum PhotoFormat {
		/** 24-bit colours without loss; single images only. */
		PNG("png"),
		/** ImageJ's TIFF, of every kind of image. */
		TIFF("tif"),
		/** 24-bit colours with loss, quality 95 %; single images only. */
		JPG("jpg");

	private final String extension;

	PhotoFormat(final String extension) {
		this.extension = extension;
	}

	/** @return the ending of file names, without a dot */
	public String extension() {
		return extension;
	}

	/**
	 * @param name png, tiff (or tif), jpg (or jpeg), in any case of letters
	 * @return the format
	 * @throws IllegalArgumentException for any other name
	 */
	public static PhotoFormat parse(final String name) {
		final String lower = name.trim().toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter(f -> f.toString().equals(lower) ||
			f.extension.equals(lower) || f == JPG && lower.equals("jpeg")).findFirst()
			.orElseThrow(() -> new IllegalArgumentException("The format '" + name +
				"' is not known; use png, tiff or jpg."));
	}

	/** @return the name in macros */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
