package sc.fiji.tinybeauty.models.style;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which pairs teach and which judge. No face does both, as far as identities are
 * known.
 * <ul>
 * <li>Twenty faces and more: five of a hundred are held out, 4 to 48, taken from
 * the skin tone groups in turn, a pair of each.</li>
 * <li>Five to nineteen: one pair of the largest skin tone group.</li>
 * <li>Fewer: none can be spared; views of the pairs in other framings judge,
 * which tells whether the pairs were learnt, not how strangers will look.</li>
 * </ul>
 * Real pairs among amplified ones are the seeds: they judge too and do not teach.
 *
 * @param train pairs to learn from
 * @param held pairs on which the best weights are chosen
 * @param seeds the real pairs among amplified ones
 * @param sentence what was held out, for people
 */
record HoldOut(List<ShelfPair> train, List<ShelfPair> held,
	List<ShelfPair> seeds, String sentence)
{

	private static final int MANY = 20, SOME = 5, LEAST = 4, MOST = 48;
	private static final int VIEWS = 3;

	/**
	 * @param all all pairs
	 * @param wanted whether to hold anything out
	 * @param seed seed of the choice
	 */
	static HoldOut choose(final List<ShelfPair> all, final boolean wanted,
		final long seed)
	{
		if (!wanted) return new HoldOut(all, List.of(), List.of(),
			"Nothing was held out; the last weights were kept.");
		final List<ShelfPair> seeds = all.stream().filter(p -> !p.amplified())
			.toList();
		final Set<String> amplified = identities(all.stream().filter(
			ShelfPair::amplified).toList());
		amplified.removeAll(identities(seeds));
		if (amplified.size() >= MANY) return many(all, seeds, seed);
		final int faces = identities(all).size();
		if (faces >= MANY) return many(all, List.of(), seed);
		return faces >= SOME ? one(all, seed) : views(all);
	}

	/** @return the same with further real pairs that only judge */
	HoldOut with(final List<ShelfPair> real) {
		if (real.isEmpty()) return this;
		final List<ShelfPair> both = new ArrayList<>(seeds);
		both.addAll(real);
		return new HoldOut(train, held, both, sentence + " " + real.size() +
			" real seeds judge too.");
	}

	private static Set<String> identities(final List<ShelfPair> pairs) {
		final Set<String> set = new LinkedHashSet<>();
		pairs.forEach(p -> set.add(p.identity()));
		return set;
	}

	private static HoldOut many(final List<ShelfPair> all,
		final List<ShelfPair> seeds, final long seed)
	{
		final Set<String> known = identities(seeds);
		final List<ShelfPair> others = all.stream().filter(p -> !known.contains(p
			.identity())).toList();
		final int faces = identities(others).size();
		final List<ShelfPair> held = inTurn(others, Math.max(LEAST, Math.min(MOST,
			faces / MANY)), seed);
		final Set<String> judges = identities(held);
		final List<ShelfPair> train = others.stream().filter(p -> !judges.contains(p
			.identity())).toList();
		return new HoldOut(train, held, seeds, "Held out: " + held.size() + " of " +
			faces + " faces, a pair of each" + (seeds.isEmpty() ? "." : ", and the " +
				seeds.size() + " real seeds."));
	}

	/** Takes faces from the tone groups in turn, the first pair of each. */
	private static List<ShelfPair> inTurn(final List<ShelfPair> pairs,
		final int count, final long seed)
	{
		final Map<String, ShelfPair> first = new LinkedHashMap<>();
		pairs.forEach(p -> first.putIfAbsent(p.identity(), p));
		final Map<String, List<ShelfPair>> tones = new TreeMap<>();
		first.values().forEach(p -> tones.computeIfAbsent(p.tone(),
			t -> new ArrayList<>()).add(p));
		final Random random = new Random(seed);
		tones.values().forEach(list -> Collections.shuffle(list, random));
		final List<ShelfPair> taken = new ArrayList<>();
		for (int round = 0; taken.size() < count; round++)
			for (final List<ShelfPair> group : tones.values())
				if (round < group.size() && taken.size() < count) taken.add(group.get(
					round));
		return taken;
	}

	private static HoldOut one(final List<ShelfPair> all, final long seed) {
		final Map<String, Set<String>> tones = new TreeMap<>();
		all.forEach(p -> tones.computeIfAbsent(p.tone(), t -> new HashSet<>()).add(p
			.identity()));
		final String largest = tones.keySet().stream().max((a, b) -> Integer.compare(
			tones.get(a).size(), tones.get(b).size())).orElseThrow();
		final ShelfPair judge = inTurn(all.stream().filter(p -> p.tone().equals(
			largest)).toList(), 1, seed).get(0);
		return new HoldOut(all.stream().filter(p -> !p.identity().equals(judge
			.identity())).toList(), List.of(judge), List.of(),
			"Held out: the pair \"" + judge.name() + "\".");
	}

	private static HoldOut views(final List<ShelfPair> all) {
		final List<ShelfPair> held = new ArrayList<>();
		for (final ShelfPair p : all)
			for (int view = 0; view < VIEWS; view++)
				held.add(OtherFraming.of(p, view));
		return new HoldOut(all, held, List.of(), "Too few pairs to hold one out: " +
			held.size() + " views of the same pairs in other framings judge, so the " +
			"figures tell nothing about other faces.");
	}
}
