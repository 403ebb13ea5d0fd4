package sc.fiji.tinybeauty.models.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import sc.fiji.tinybeauty.ops.image.RgbPlane;

/**
 * Gathers the faces of a photograph: each candidate is confirmed, or refused, by
 * the mesh, which also tells where the face really is.
 */
final class FoundFaces {

	/**
	 * Logits of the mesh, measured on 60 faces of 18 to 140 pixels and on pictures
	 * without any: a face of 40 pixels or more has 10 at least. A smaller one may
	 * have less at first, but then gains by a second look; other things do not.
	 */
	private static final double SURE = 10, POSSIBLE = -4, CONFIRMED = 4;

	/**
	 * Nearly all upright faces were seen with a detector score above this; faces
	 * seen in a wrong orientation had up to 0.86, always less than in the right
	 * one.
	 */
	private static final double UPRIGHT = 0.87;

	/** Beyond these the region is taken again from the landmarks. */
	private static final double MAX_TURN = Math.toRadians(6), MAX_SHIFT = 0.08,
			MAX_GROWTH = 1.25;

	/** A less sure face with this much of its box in that of a larger one is a part of it. */
	private static final double PART = 0.8;

	/** Largest face first; ties by place, so that the order is always the same. */
	private static final Comparator<Face> LARGEST_FIRST = Comparator
		.comparingDouble(Face::size).reversed().thenComparingDouble(Face::y)
		.thenComparingDouble(Face::x);

	private final FaceMesh mesh;
	private final RgbPlane photo;
	private final List<Face> faces = new ArrayList<>();
	private final List<Candidate> boxes = new ArrayList<>();
	private double lowestScore = 1;

	FoundFaces(final FaceMesh mesh, final RgbPlane photo) {
		this.mesh = mesh;
		this.photo = photo;
	}

	/**
	 * @return whether there is no face, or one that may have been seen in a wrong
	 *         orientation
	 */
	boolean isDoubtful() {
		return faces.isEmpty() || lowestScore < UPRIGHT;
	}

	/** Confirms candidates, best first; known faces are not looked at again. */
	void add(final List<Candidate> candidates) {
		final List<Candidate> sorted = new ArrayList<>(candidates);
		sorted.sort(Candidates.BEST_FIRST);
		for (final Candidate c : sorted)
			if (boxes.stream().noneMatch(b -> same(b, c))) confirm(c);
	}

	private void confirm(final Candidate c) {
		final Optional<FaceMesh.Reading> reading = read(MeshRegion.of(c));
		if (reading.isEmpty()) return;
		final Face face = Face.of(reading.get().landmarks(), Math.min(c.score(),
			reading.get().presence()));
		final Candidate box = MeshRegion.of(face.landmarks()).box(face
			.confidence());
		if (boxes.stream().anyMatch(b -> same(b, box))) return;
		faces.add(face);
		boxes.add(box);
		lowestScore = Math.min(lowestScore, c.score());
	}

	/** Reads the mesh, a second time where the region or the face is in doubt. */
	private Optional<FaceMesh.Reading> read(final MeshRegion region) {
		final Optional<FaceMesh.Reading> first = mesh.read(photo, region).filter(
			r -> r.logit() > POSSIBLE);
		if (first.isEmpty()) return first;
		final MeshRegion better = MeshRegion.of(first.get().landmarks());
		final boolean sure = first.get().logit() >= SURE;
		if (sure && fits(region, better)) return first;
		final double growth = better.side() / region.side();
		if (growth < 0.5 || growth > 2) return Optional.empty();
		final Optional<FaceMesh.Reading> second = mesh.read(photo, better).filter(
			r -> r.logit() > CONFIRMED);
		return second.isEmpty() && sure ? first : second;
	}

	private static boolean fits(final MeshRegion region,
		final MeshRegion better)
	{
		final double growth = better.side() / region.side();
		return region.turn(better) <= MAX_TURN && region.shift(
			better) <= MAX_SHIFT && growth <= MAX_GROWTH && growth >= 1 / MAX_GROWTH;
	}

	/** Overlapping boxes, or one in the middle of the other. */
	private static boolean same(final Candidate a, final Candidate b) {
		final double size = Math.max(a.size(), b.size());
		return a.overlap(b) > Candidates.SAME_FACE || Math.hypot(a.cx() - b.cx(), a
			.cy() - b.cy()) < 0.35 * size;
	}

	/** @return the faces, largest first */
	List<Face> sorted() {
		return withoutParts(faces);
	}

	/**
	 * Beside a face of many pixels its own nose and beard may look like a small one.
	 *
	 * @return the faces that are no part of a larger one, largest first
	 */
	static List<Face> withoutParts(final List<Face> faces) {
		final List<Face> whole = new ArrayList<>();
		faces.stream().sorted(LARGEST_FIRST).filter(f -> whole.stream().noneMatch(
			larger -> isPart(f, larger))).forEach(whole::add);
		return whole;
	}

	private static boolean isPart(final Face face, final Face larger) {
		final double w = Math.min(face.x() + face.w(), larger.x() + larger.w()) - Math
			.max(face.x(), larger.x());
		final double h = Math.min(face.y() + face.h(), larger.y() + larger.h()) - Math
			.max(face.y(), larger.y());
		return w > 0 && h > 0 && w * h > PART * face.w() * face.h() && face
			.confidence() < larger.confidence();
	}
}
