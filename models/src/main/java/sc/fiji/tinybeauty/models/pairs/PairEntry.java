package sc.fiji.tinybeauty.models.pairs;

import java.util.List;
import java.util.Objects;

/**
 * What is known of one pair.
 *
 * @param name unique in its set; the base name of its files
 * @param bare file of the picture without make-up, relative to the set's folder
 * @param made file of the same with make-up
 * @param masks file of the masks M_lips, M_eyes, M_face in R, G, B; empty if
 *          there is none
 * @param seed seed of the sample, 0..2^53-1; 0 for annotated pairs
 * @param face the bare face's source, for example {@code photo.jpg} or, for the
 *          second face in it, {@code photo.jpg#2}
 * @param exemplars names of the seed pairs that the sample followed
 * @param shade strength of the make-up, 1 = as in the seeds
 * @param confidence how much several draws of the amplifier agreed, 0..1; NaN if
 *          unknown
 * @param licence terms of the bare picture; empty if unknown
 * @param consent the person's consent as recorded; empty if unknown
 * @param provenance where the make-up comes from
 * @param rejected whether a reviewer took it out; it stays on disk, but nothing
 *          is learnt from it
 */
public record PairEntry(String name, String bare, String made, String masks,
	long seed, String face, List<String> exemplars, double shade,
	double confidence, String licence, String consent, Provenance provenance,
	boolean rejected)
{

	/** Largest seed: every reader of JSON keeps whole numbers up to here. */
	public static final long MAX_SEED = (1L << 53) - 1;

	/**
	 * @throws IllegalArgumentException if a number is outside its range
	 */
	public PairEntry {
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(provenance, "provenance");
		exemplars = List.copyOf(exemplars);
		if (seed < 0 || seed > MAX_SEED) throw new IllegalArgumentException(
			"The seed of the pair " + name + " is " + seed + "; use 0 to " + MAX_SEED +
				".");
		if (!Double.isFinite(shade)) throw new IllegalArgumentException(
			"The shade of the pair " + name + " is no number.");
		if (confidence < 0 || confidence > 1) throw new IllegalArgumentException(
			"The confidence of the pair " + name + " is " + confidence +
				"; it lies in 0..1.");
	}

	/**
	 * @param name base name of the files
	 * @return an annotated pair of a set of this project's format, of which nothing
	 *         else is known
	 */
	public static PairEntry annotated(final String name) {
		return new PairEntry(name, PairFiles.bare(name), PairFiles.made(name), "", 0,
			name, List.of(), 1, Double.NaN, "", "", Provenance.ANNOTATED, false);
	}

	/** @return the same with another verdict of the reviewer */
	public PairEntry withRejected(final boolean nowRejected) {
		return new PairEntry(name, bare, made, masks, seed, face, exemplars, shade,
			confidence, licence, consent, provenance, nowRejected);
	}

	/** @return the same with terms and consent */
	public PairEntry withRights(final String newLicence,
		final String newConsent)
	{
		return new PairEntry(name, bare, made, masks, seed, face, exemplars, shade,
			confidence, newLicence, newConsent, provenance, rejected);
	}

	/** @return the same with or without a file of masks in this project's format */
	public PairEntry withMasks(final boolean present) {
		return new PairEntry(name, bare, made, present ? PairFiles.masks(name) : "",
			seed, face, exemplars, shade, confidence, licence, consent, provenance,
			rejected);
	}
}
