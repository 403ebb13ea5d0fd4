package sc.fiji.tinybeauty.models.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.models.pairs.PairPictures;

/** Who teaches and who judges. */
class HoldOutTest {

	private static final String[] TONES = { "light", "tan", "dark" };

	private static ShelfPair pair(final String name, final int face,
		final boolean amplified)
	{
		return new ShelfPair(name, "face" + face, TONES[face % TONES.length],
			amplified, null, () -> new PairPictures(256, 256, new byte[3 << 16],
				new byte[3 << 16], new byte[3 << 16]));
	}

	private static Set<String> faces(final List<ShelfPair> pairs) {
		final Set<String> faces = new HashSet<>();
		pairs.forEach(p -> faces.add(p.identity()));
		return faces;
	}

	/** Four variants of each of 200 faces, and five real seeds. */
	@Test
	void noFaceOfAnAmplifiedSetTeachesAndJudges() {
		final List<ShelfPair> all = new ArrayList<>();
		for (int i = 0; i < 800; i++)
			all.add(pair("p" + i, i / 4, true));
		for (int i = 0; i < 5; i++)
			all.add(pair("seed" + i, i, false));
		final HoldOut parts = HoldOut.choose(all, true, 1);
		assertEquals(5, parts.seeds().size());
		assertEquals(9, parts.held().size(), "5 % of 195 faces");
		assertEquals(9, faces(parts.held()).size());
		assertEquals(4 * (195 - 9), parts.train().size());
		final Set<String> teachers = faces(parts.train());
		for (final String judge : faces(parts.held()))
			assertFalse(teachers.contains(judge));
		for (final String seed : faces(parts.seeds()))
			assertFalse(teachers.contains(seed));
		final Set<String> tones = new HashSet<>();
		parts.held().forEach(p -> tones.add(p.tone()));
		assertEquals(TONES.length, tones.size(), "every tone group judges");
		assertEquals(faces(parts.held()), faces(HoldOut.choose(all, true, 1)
			.held()), "the same seed, the same choice");
		assertFalse(faces(parts.held()).equals(faces(HoldOut.choose(all, true, 2)
			.held())));
	}

	@Test
	void ofFivePairsOneOfTheLargestGroupJudges() {
		final List<ShelfPair> all = new ArrayList<>();
		for (final int face : new int[] { 0, 1, 2, 4, 7 })
			all.add(pair("p" + face, face, false));
		final HoldOut parts = HoldOut.choose(all, true, 3);
		assertEquals(4, parts.train().size());
		assertEquals("tan", parts.held().get(0).tone());
		assertTrue(parts.sentence().contains(parts.held().get(0).name()));
	}

	@Test
	void ofTwoPairsViewsJudge() throws Exception {
		final HoldOut parts = HoldOut.choose(List.of(pair("a", 0, false), pair("b",
			1, false)), true, 1);
		assertEquals(2, parts.train().size());
		assertEquals(6, parts.held().size());
		assertEquals(256, parts.held().get(0).pictures().read().width());
		assertTrue(parts.sentence().contains("nothing about other faces"));
	}

	@Test
	void nothingIsHeldOutIfNotWanted() {
		final List<ShelfPair> all = List.of(pair("a", 0, false), pair("b", 1,
			true));
		final HoldOut parts = HoldOut.choose(all, false, 1);
		assertEquals(all, parts.train());
		assertTrue(parts.held().isEmpty() && parts.seeds().isEmpty());
	}

	@Test
	void toneGroupsAreThoseOfTheAngle() {
		assertEquals("light", SkinTone.group(50));
		assertEquals("intermediate", SkinTone.group(30));
		assertEquals("tan", SkinTone.group(15));
		assertEquals("brown", SkinTone.group(0));
		assertEquals("dark", SkinTone.group(-40));
	}
}
