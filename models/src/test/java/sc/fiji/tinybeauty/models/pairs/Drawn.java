package sc.fiji.tinybeauty.models.pairs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Pairs for tests whose pixels follow from a number. */
final class Drawn {

	private Drawn() {}

	static PairPictures pictures(final int size, final long seed,
		final boolean masks)
	{
		final SplittableRandom random = new SplittableRandom(seed);
		final byte[] bare = new byte[3 * size * size], made = bare.clone();
		random.nextBytes(bare);
		random.nextBytes(made);
		final byte[] m = new byte[masks ? bare.length : 0];
		random.nextBytes(m);
		return new PairPictures(size, size, bare, made, m);
	}

	static PairEntry entry(final int i) {
		final String name = String.format("%06d", i);
		return new PairEntry(name, PairFiles.bare(name), PairFiles.made(name),
			PairFiles.masks(name), 1000 + i, "faces " + i + ".jpg#2", List.of("01",
				"umlaut ä"), 0.9 + 0.01 * i, i == 3 ? Double.NaN : 0.5, "CC-BY-4.0",
			"yes, \"written\"", Provenance.AMPLIFIED, false);
	}

	static PairSetWriter.Sample sample(final int i) {
		return new PairSetWriter.Sample(entry(i), pictures(5, i, true));
	}

	static PairSetCard card(final int count) {
		final Map<String, String> settings = new LinkedHashMap<>();
		settings.put("count", "" + count);
		settings.put("seed", "1");
		settings.put("engine", "none");
		return new PairSetCard(count, "for tests", settings);
	}
}
