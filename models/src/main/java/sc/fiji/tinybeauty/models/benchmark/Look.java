package sc.fiji.tinybeauty.models.benchmark;

import java.util.List;

import sc.fiji.tinybeauty.models.amplify.SeedPair;
import sc.fiji.tinybeauty.models.style.MadePairs;

/**
 * A look to learn.
 *
 * @param name name for tables and folders
 * @param seeds the seed pairs, the five first
 * @param judges pairs of other people on whom everything is measured
 * @param tones their skin tone groups
 * @param painter puts the true look on any face; null if only the pairs are known
 */
record Look(String name, List<SeedPair> seeds, List<SeedPair> judges,
	List<String> tones, MadePairs.Maker painter)
{

	/** @return the first seeds */
	List<SeedPair> first(final int count) {
		return seeds.subList(0, Math.min(count, seeds.size()));
	}
}
