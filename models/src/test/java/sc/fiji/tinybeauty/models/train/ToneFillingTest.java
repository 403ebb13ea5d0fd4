package sc.fiji.tinybeauty.models.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.models.train.ToneFilling.Transfer;

class ToneFillingTest {

	private static final List<FaceSet.Entry> FACES = new ArrayList<>();

	static {
		add("light", 6);
		add("tan", 5);
		add("dark", 2);
	}

	/** So many faces for teaching, and one for validation. */
	private static void add(final String tone, final int count) {
		for (int i = 0; i <= count; i++)
			FACES.add(new FaceSet.Entry(tone + i, i == count, "drawn", "none", true,
				tone, null));
	}

	@Test
	void groupsAreFilledUpFromTheNextLighterOne() {
		final List<Transfer> plan = ToneFilling.plan(FACES, 6);
		final var made = plan.stream().collect(Collectors.groupingBy(t -> t.donor()
			.tone(), Collectors.counting()));
		assertEquals(1, made.get("tan"));
		assertEquals(4, made.get("dark"));
		assertEquals(null, made.get("light"), "lightening is never done");
		for (final Transfer t : plan)
			assertEquals(t.donor().tone().equals("tan") ? "light" : "tan", t.face()
				.tone());
	}

	@Test
	void unseenFacesNeitherGiveNorTake() {
		for (final Transfer t : ToneFilling.plan(FACES, 100))
			assertTrue(!t.face().validation() && !t.donor().validation(), t.name());
	}

	@Test
	void noFaceIsMadeTwiceForAGroup() {
		final List<Transfer> plan = ToneFilling.plan(FACES, 100);
		// Five tan from the light ones; dark from eleven.
		assertEquals(6 + 11, plan.size());
		assertEquals(plan.size(), plan.stream().map(t -> t.face().file() + t.donor()
			.tone()).distinct().count());
		assertEquals(plan, ToneFilling.plan(FACES, 100));
	}

	@Test
	void groupsWithoutFacesStayEmpty() {
		assertTrue(ToneFilling.plan(FACES.subList(0, 7), 100).isEmpty());
		assertTrue(ToneFilling.plan(FACES, 0).isEmpty());
	}
}
