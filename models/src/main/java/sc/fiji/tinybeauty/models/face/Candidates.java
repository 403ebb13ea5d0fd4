package sc.fiji.tinybeauty.models.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Merging of candidates that mean the same face ("blending" of Bazarevsky et
 * al., "BlazeFace: Sub-millisecond Neural Face Detection on Mobile GPUs",
 * section 3.4): instead of keeping the best box, the overlapping ones are
 * averaged, which steadies the result.
 */
final class Candidates {

	/** Boxes that overlap more than this mean the same face. */
	static final double SAME_FACE = 0.3;

	/** Best score first; ties by place, so that the order never depends on chance. */
	static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(
		Candidate::score).reversed().thenComparingDouble(Candidate::cy)
		.thenComparingDouble(Candidate::cx).thenComparingDouble(Candidate::size);

	private Candidates() {}

	/**
	 * @param candidates of one search, any order
	 * @return one candidate per face, best score first: the score-weighted mean of
	 *         all that overlap the best of them by more than {@link #SAME_FACE},
	 *         with the best one's score
	 */
	static List<Candidate> blend(final List<Candidate> candidates) {
		final List<Candidate> rest = new ArrayList<>(candidates);
		rest.sort(BEST_FIRST);
		final List<Candidate> faces = new ArrayList<>();
		while (!rest.isEmpty()) {
			final Candidate best = rest.get(0);
			final List<Candidate> same = new ArrayList<>();
			rest.removeIf(c -> (c == best || c.overlap(best) > SAME_FACE) && same.add(
				c));
			faces.add(mean(same));
		}
		return faces;
	}

	private static Candidate mean(final List<Candidate> same) {
		double sum = 0, cx = 0, cy = 0, w = 0, h = 0;
		final double[] points = new double[same.get(0).points().length];
		for (final Candidate c : same) {
			sum += c.score();
			cx += c.score() * c.cx();
			cy += c.score() * c.cy();
			w += c.score() * c.w();
			h += c.score() * c.h();
			for (int i = 0; i < points.length; i++)
				points[i] += c.score() * c.points()[i];
		}
		for (int i = 0; i < points.length; i++)
			points[i] /= sum;
		return new Candidate(same.get(0).score(), cx / sum, cy / sum, w / sum, h /
			sum, points);
	}
}
