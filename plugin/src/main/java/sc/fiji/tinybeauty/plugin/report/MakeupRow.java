package sc.fiji.tinybeauty.plugin.report;

import java.util.List;
import java.util.Locale;

/**
 * One line of results: a face, or a picture without one and why.
 *
 * @param image title or file name
 * @param slice number of the photograph's first slice, from 1
 * @param face number of the face in its photograph, from 1; 0 without a face
 * @param x left edge of the face, pixels; NaN without a face
 * @param y upper edge, pixels; NaN without a face
 * @param w width, pixels; NaN without a face
 * @param h height, pixels; NaN without a face
 * @param confidence 0..1; NaN without a face
 * @param style name of the style
 * @param device the device really used, empty if none was
 * @param ms time of the network for this face, milliseconds; NaN without one
 * @param status what came of it
 * @param reason one sentence, empty if all went well
 */
public record MakeupRow(String image, int slice, int face, double x, double y,
	double w, double h, double confidence, String style, String device, double ms,
	Status status, String reason)
{

	/** What came of a photograph. */
	public enum Status {
			/** Make-up was put on. */
			OK,
			/** No face was found. */
			NO_FACE,
			/** The file was left alone on purpose. */
			SKIPPED,
			/** It could not be read, made up or written. */
			FAILED;

		/** @return the word in tables */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}
	}

	/** The columns of a table of results, in order. */
	public static final List<String> COLUMNS = List.of("image", "slice", "face",
		"x", "y", "w", "h", "confidence", "style", "device", "ms", "status",
		"reason");

	/**
	 * @param image title or file name
	 * @param slice number of the first slice, from 1
	 * @param style name of the style
	 * @param status not OK
	 * @param reason one sentence
	 * @return a line about a picture without a face
	 */
	public static MakeupRow without(final String image, final int slice,
		final String style, final Status status, final String reason)
	{
		final double none = Double.NaN;
		return new MakeupRow(image, slice, 0, none, none, none, none, none, style,
			"", none, status, reason);
	}

	/** @return the values in the order of {@link #COLUMNS}; NaN as empty text */
	public List<String> values() {
		return List.of(image, Integer.toString(slice), Integer.toString(face),
			number(x, 1), number(y, 1), number(w, 1), number(h, 1), number(confidence,
				3), style, device, number(ms, 2), status.toString(), reason);
	}

	private static String number(final double value, final int decimals) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." +
			decimals + "f", value);
	}
}
