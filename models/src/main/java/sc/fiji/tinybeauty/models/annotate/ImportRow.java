package sc.fiji.tinybeauty.models.annotate;

/**
 * What came of one retouched picture.
 *
 * @param file its name
 * @param status what was done
 * @param pixels how far it had moved against its photograph, pixels of a face crop
 *          of 256; NaN if that was not measured
 * @param message the same, one sentence
 */
public record ImportRow(String file, Status status, double pixels,
	String message)
{

	/** What was done with a picture. */
	public enum Status {
		/** It lay where it should. */
		ACCEPTED("accepted"),
		/** It had moved and was moved back. */
		ALIGNED("moved back"),
		/** The set has a pair of this photograph already. */
		KEPT("already there"),
		/** It cannot be used. */
		FAILED("failed");

		private final String words;

		Status(final String words) {
			this.words = words;
		}

		@Override
		public String toString() {
			return words;
		}
	}
}
