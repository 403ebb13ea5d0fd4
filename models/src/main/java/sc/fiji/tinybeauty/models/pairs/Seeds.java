package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import sc.fiji.tinybeauty.models.amplify.SeedPair;
import sc.fiji.tinybeauty.models.evaluate.FrameReader;

/**
 * The retouched pairs of a style, aligned.
 *
 * @param pairs those that can be used
 * @param entries what is known of each of them
 * @param messages how far each had moved, one sentence each
 * @param problems those that cannot
 * @param sha256 hash of names and files
 */
record Seeds(List<SeedPair> pairs, List<PairEntry> entries,
	List<String> messages, List<Problem> problems, String sha256)
{

	static final int MOST = 50;

	/**
	 * Reads the pairs of a folder that are not rejected.
	 *
	 * @throws IOException with one sentence if the folder holds no pair set
	 * @throws IllegalArgumentException with one sentence if it has no usable pair,
	 *           or more than 50
	 */
	static Seeds read(final Path folder, final FrameReader reader,
		final FaceCutter cutter) throws IOException
	{
		final PairSet set = PairSet.open(folder);
		final List<PairEntry> entries = set.entries();
		if (entries.isEmpty() || entries.size() > MOST)
			throw new IllegalArgumentException("\"" + folder + "\" holds " + entries
				.size() + " pairs that are not rejected; seeds are 1 to " + MOST + ".");
		final List<SeedPair> pairs = new ArrayList<>();
		final List<PairEntry> known = new ArrayList<>();
		final List<String> messages = new ArrayList<>();
		final List<Problem> problems = new ArrayList<>();
		final Fingerprint hash = new Fingerprint();
		for (final PairEntry e : entries) {
			hash.add(e.name()).add(set.bare(e)).add(set.made(e));
			try {
				final PairAlignment a = PairAlignment.of(FaceCrops.plane(reader.read(set
					.bare(e)).get(0)), FaceCrops.plane(reader.read(set.made(e)).get(0)),
					cutter);
				pairs.add(new SeedPair(e.name(), a.bare(), a.made(), a.landmarks()));
				known.add(e);
				messages.add("Seed \"" + e.name() + "\": " + a.message());
			}
			catch (final IOException | IllegalArgumentException x) {
				problems.add(new Problem(e.made(), true, x.getMessage()));
				messages.add("Seed \"" + e.name() + "\" is left out: " + x.getMessage());
			}
		}
		if (pairs.isEmpty()) throw new IllegalArgumentException("No pair of \"" +
			folder + "\" can be used, the first one because: " + problems.get(0)
				.reason());
		return new Seeds(pairs, known, messages, problems, hash.hex());
	}
}
