package sc.fiji.tinybeauty.models.amplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.ops.face.FaceMesh478;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.region.RegionMasks;

/** M_changed takes in what the seeds agree on near the face, and nothing else. */
class FaceMasksTest {

	private static final Landmarks FACE = Seeds.landmarks();
	private static final double UNIT = RegionMasks.eyeDistance(FACE);
	/** Where the ear begins, at the image's left. */
	private static final int SIDE = 234;

	/** Distances from the face's side, eye distances. */
	private static final double EAR = 0.25, HAIR = 0.6, BACKGROUND = 0.9;

	@Test
	void whatAllSeedsPaintBesideTheFaceIsIn() {
		final float[] changed = changed(5, 5, EAR);
		assertTrue(changed[at(EAR)] > 0.99, "" + changed[at(EAR)]);
		assertTrue(changed[at(HAIR)] < 0.5, "" + changed[at(HAIR)]);
	}

	@Test
	void aSmudgeOfOneSeedIsOut() {
		assertTrue(changed(1, 1, EAR)[at(EAR)] > 0.99, "a single seed is believed");
		assertEquals(0, changed(5, 1, EAR)[at(EAR)]);
		assertEquals(0, changed(5, 2, EAR)[at(EAR)]);
		assertTrue(changed(5, 3, EAR)[at(EAR)] > 0.99, "three of five");
		assertTrue(changed(2, 2, EAR)[at(EAR)] > 0.99, "both");
		assertTrue(changed(2, 1, EAR)[at(EAR)] == 0, "one of two");
	}

	@Test
	void theBackgroundFarFromTheFaceIsOutWhateverTheSeedsDo() {
		for (final int seeds : new int[] { 1, 5 })
			assertEquals(0, changed(seeds, seeds, BACKGROUND)[at(BACKGROUND)]);
	}

	@Test
	void grainThatCancelsIsNoChange() {
		final List<SeedPair> pairs = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			final SeedPair pair = Seeds.pair(i, 0, 0, 0);
			final float[] made = pair.made().clone();
			for (int k = 0; k < made.length; k++)
				made[k] += (k + k / Seeds.N) % 2 == 0 ? 0.03f : -0.03f;
			pairs.add(new SeedPair(pair.name(), pair.bare(), made, pair.landmarks()));
		}
		assertEquals(0, mask(List.of(pairs))[at(EAR)]);
	}

	@Test
	void everyStyleCountsForItself() {
		final float[] changed = mask(List.of(Seeds.pairs(5, 0, 0, 0), smudged(2, 2,
			EAR)));
		assertTrue(changed[at(EAR)] > 0.99, "" + changed[at(EAR)]);
	}

	/** Teeth stay as they are, the lips around them do not. */
	@Test
	void theOpenMouthIsOut() {
		final float[] masks = masks(List.of(Seeds.pairs(3, 0.2f, 0.1f, 0.1f)));
		final double[] opening = FACE.mean(FaceMesh478.lipsInner());
		final double[] lowerLip = FACE.mean(14, 17);
		for (final int plane : new int[] { Amplified.LIPS, Amplified.CHANGED, Amplified.FACE }) {
			assertEquals(0, masks[plane * Seeds.PIXELS + at(opening)]);
			assertEquals(1, masks[plane * Seeds.PIXELS + at(lowerLip)]);
		}
	}

	private static float[] changed(final int seeds, final int smudged,
		final double distance)
	{
		return mask(List.of(smudged(seeds, smudged, distance)));
	}

	private static float[] mask(final List<List<SeedPair>> styles) {
		final int from = Amplified.CHANGED * Seeds.PIXELS;
		return Arrays.copyOfRange(masks(styles), from, from + Seeds.PIXELS);
	}

	private static float[] masks(final List<List<SeedPair>> styles) {
		return FaceMasks.of(FACE, RegionMasks.partition(FACE, Seeds.N).update(null)
			.getCurrentStorageArray(), ExemplarAlignment.Maps.target(FACE),
			new ChangedPlaces(styles.stream().map(s -> s.stream().map(
				ExemplarAlignment.Exemplar::of).toList()).toList()));
	}

	/** @return pairs of which some have a spot beside the face */
	private static List<SeedPair> smudged(final int seeds, final int smudged,
		final double distance)
	{
		final List<SeedPair> pairs = new ArrayList<>();
		for (int i = 0; i < seeds; i++) {
			final SeedPair pair = Seeds.pair(i, 0.2f, 0.1f, 0);
			if (i < smudged) spot(pair.made(), at(distance));
			pairs.add(pair);
		}
		return pairs;
	}

	private static void spot(final float[] picture, final int at) {
		final int r = 8, cx = at % Seeds.N, cy = at / Seeds.N;
		for (int y = cy - r; y <= cy + r; y++)
			for (int x = Math.max(0, cx - r); x <= cx + r; x++)
				for (int c = 0; c < 3; c++)
					picture[c * Seeds.PIXELS + y * Seeds.N + x] -= 0.2f;
	}

	/** @return index of the pixel so many eye distances left of the face */
	private static int at(final double distance) {
		return (int) FACE.y(SIDE) * Seeds.N + (int) Math.round(FACE.x(SIDE) -
			distance * UNIT);
	}

	private static int at(final double[] place) {
		return (int) place[1] * Seeds.N + (int) place[0];
	}
}
