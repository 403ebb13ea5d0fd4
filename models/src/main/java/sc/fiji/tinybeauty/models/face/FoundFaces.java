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

	/** Probability from which on the mesh confirms a face. */
	private static final double PRESENT = 0.5;

	/** Beyond these the region is taken again from the landmarks. */
	private static final double MAX_TURN = Math.toRadians(12), MAX_SHIFT = 0.08,
			MAX_GROWTH = 1.25;

	/** Largest face first; ties by place, so that the order is always the same. */
	private static final Comparator<Face> LARGEST_FIRST = Comparator
		.comparingDouble(Face::size).reversed().thenComparingDouble(Face::y)
		.thenComparingDouble(Face::x);

	private final FaceMesh mesh;
	private final RgbPlane photo;
	private final List<Face> faces = new ArrayList<>();
	private final List<Candidate> boxes = new ArrayList<>();

	FoundFaces(final FaceMesh mesh, final RgbPlane photo) {
		this.mesh = mesh;
		this.photo = photo;
	}

	boolean isEmpty() {
		return faces.isEmpty();
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
	}

	/** Reads the mesh, a second time where the region proved to be off. */
	private Optional<FaceMesh.Reading> read(final MeshRegion region) {
		final Optional<FaceMesh.Reading> first = mesh.read(photo, region);
		if (first.isEmpty()) return first;
		final MeshRegion better = MeshRegion.of(first.get().landmarks());
		final double growth = better.side() / region.side();
		Optional<FaceMesh.Reading> best = first;
		if (growth > 0.5 && growth < 2 && (first.get().presence() <= PRESENT ||
			region.turn(better) > MAX_TURN || region.shift(better) > MAX_SHIFT ||
			growth > MAX_GROWTH || growth < 1 / MAX_GROWTH))
		{
			final Optional<FaceMesh.Reading> second = mesh.read(photo, better);
			if (second.isPresent() && second.get().presence() > PRESENT) best = second;
		}
		return best.filter(r -> r.presence() > PRESENT);
	}

	/** Overlapping boxes, or one in the middle of the other. */
	private static boolean same(final Candidate a, final Candidate b) {
		final double size = Math.max(a.size(), b.size());
		return a.overlap(b) > Candidates.SAME_FACE || Math.hypot(a.cx() - b.cx(), a
			.cy() - b.cy()) < 0.35 * size;
	}

	/** @return the faces, largest first */
	List<Face> sorted() {
		final List<Face> sorted = new ArrayList<>(faces);
		sorted.sort(LARGEST_FIRST);
		return sorted;
	}
}
