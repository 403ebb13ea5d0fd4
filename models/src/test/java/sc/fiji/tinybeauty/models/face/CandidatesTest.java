package sc.fiji.tinybeauty.models.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.ops.geometry.Similarity;

/** Decoding and merging of what the detector says. */
class CandidatesTest {

	private static Candidate box(final double score, final double cx,
		final double cy, final double size)
	{
		return new Candidate(score, cx, cy, size, size, new double[12]);
	}

	@Test
	void overlappingBoxesBecomeTheirWeightedMean() {
		final List<Candidate> faces = Candidates.blend(List.of(box(0.6, 14, 10, 20),
			box(0.9, 10, 10, 20), box(0.8, 100, 10, 20)));
		assertEquals(2, faces.size());
		assertEquals((0.9 * 10 + 0.6 * 14) / 1.5, faces.get(0).cx(), 1e-9);
		assertEquals(0.9, faces.get(0).score(), 0);
		assertEquals(100, faces.get(1).cx(), 1e-9);
	}

	@Test
	void boxesThatHardlyOverlapStayApart() {
		// Two squares of 20 shifted by 11: 9 * 20 of 620, less than 0.3.
		assertEquals(0.29, box(1, 0, 0, 20).overlap(box(1, 11, 0, 20)), 0.001);
		assertEquals(2, Candidates.blend(List.of(box(0.9, 0, 0, 20), box(0.8, 11, 0,
			20))).size());
	}

	@Test
	void orderOfInputDoesNotMatter() {
		final List<Candidate> some = List.of(box(0.7, 0, 0, 10), box(0.7, 2, 0, 10),
			box(0.7, 4, 1, 10), box(0.9, 50, 0, 10));
		final List<Candidate> reversed = new ArrayList<>(some);
		Collections.reverse(reversed);
		final List<Candidate> a = Candidates.blend(some), b = Candidates.blend(
			reversed);
		assertEquals(a.size(), b.size());
		for (int i = 0; i < a.size(); i++)
			assertEquals(a.get(i).cx(), b.get(i).cx(), 1e-12);
	}

	@Test
	void decodesTheCellOfAnAnchor() {
		// A picture of 32 x 24 pixels: 4 x 3 cells, two anchors in each.
		final float[] logits = new float[24], boxes = new float[24 * 16];
		Arrays.fill(logits, -50);
		final int anchor = 1, cell = 6;
		logits[anchor * 12 + cell] = 2;
		for (int k = 0; k < 16; k++)
			boxes[(anchor * 16 + k) * 12 + cell] = k + 5;
		final List<Candidate> found = new ArrayList<>();
		Anchors.FINE.decode(logits, boxes, 32, 24, 0.5, found);
		assertEquals(1, found.size());
		final Candidate c = found.get(0);
		assertEquals(1 / (1 + Math.exp(-2)), c.score(), 1e-9);
		// Column 2, row 1 of cells of 8 pixels: centre (20, 12).
		assertEquals(20 + 5, c.cx(), 0);
		assertEquals(12 + 6, c.cy(), 0);
		assertEquals(7, c.w(), 0);
		assertEquals(8, c.h(), 0);
		assertEquals(20 + 9, c.points()[0], 0);
		assertEquals(12 + 20, c.points()[11], 0);
	}

	@Test
	void impossibleBoxesAreDropped() {
		final float[] logits = { 9, 9 }, boxes = new float[32];
		boxes[2] = boxes[3] = Float.NaN;
		boxes[16 + 2] = -4;
		final List<Candidate> found = new ArrayList<>();
		Anchors.FINE.decode(logits, boxes, 8, 8, 0.5, found);
		assertTrue(found.isEmpty());
	}

	@Test
	void aTurnedCandidateKeepsItsSizeAndTurnsItsEyes() {
		final double[] points = new double[12];
		points[0] = -5;
		points[2] = 5;
		final Candidate c = new Candidate(1, 0, 0, 20, 22, points).transform(
			new Similarity(0, 2, 7, 3));
		assertEquals(Math.PI / 2, c.angle(), 1e-12);
		assertEquals(40, c.w(), 1e-12);
		assertEquals(44, c.size(), 1e-12);
		assertEquals(7, c.cx(), 1e-12);
	}
}
