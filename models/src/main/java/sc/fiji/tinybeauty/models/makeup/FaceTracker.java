package sc.fiji.tinybeauty.models.makeup;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.tinybeauty.models.face.Face;
import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * Keeps faces steady from slice to slice of a movie or stack.
 * <p>
 * A face is taken for one of the slice before if their boxes overlap enough. Its
 * landmarks are then averaged with the earlier ones: strongly when they hardly
 * moved, which is the detector's jitter, not at all when the face really moved
 * (the idea of Casiez et al. 2012, "1 Euro Filter"). Crop and masks follow the
 * landmarks, so the look stands still where the scene does.
 * </p>
 * One tracker serves one sequence, slices in order, on one thread at a time.
 */
public final class FaceTracker {

	/** Least intersection over union of the boxes of one face. */
	private static final double SAME_FACE = 0.3;

	/** Weight of the new landmarks when nothing moves. */
	private static final double LEAST_WEIGHT = 0.2;

	/** Mean motion, as part of the face's size, that counts as jitter. */
	private static final double JITTER = 0.008;

	/** Mean motion from which on the face is followed without delay. */
	private static final double REAL_MOTION = 0.04;

	/** The largest face stays the chosen one until another is larger by this. */
	private static final double CLEARLY_LARGER = 1.25;

	private List<Face> last = List.of();

	/** Forgets all faces: the next slice begins a new sequence. */
	public void reset() {
		last = List.of();
	}

	/**
	 * Takes the faces of the next slice.
	 *
	 * @param faces as found, in any order
	 * @return the same faces in the same order, smoothed
	 */
	public List<Face> next(final List<Face> faces) {
		final List<Face> known = new ArrayList<>(last);
		final List<Face> smooth = new ArrayList<>();
		for (final Face face : faces) {
			final Face before = match(face, known);
			known.remove(before);
			smooth.add(before == null ? face : smooth(before, face));
		}
		last = List.copyOf(smooth);
		return last;
	}

	/**
	 * Chooses the largest face, but keeps to the one chosen in the slice before
	 * unless another is clearly larger; call {@link #next} with the result.
	 *
	 * @param faces as found, largest first
	 * @return a list of one face, or none
	 */
	public List<Face> largest(final List<Face> faces) {
		if (faces.isEmpty()) return List.of();
		final Face largest = faces.get(0);
		return List.of(faces.stream().filter(f -> match(f, last) != null && f
			.size() * CLEARLY_LARGER >= largest.size()).findFirst().orElse(largest));
	}

	private static Face match(final Face face, final List<Face> known) {
		Face best = null;
		double most = SAME_FACE;
		for (final Face other : known) {
			final double overlap = overlap(face, other);
			if (overlap < most) continue;
			most = overlap;
			best = other;
		}
		return best;
	}

	private static double overlap(final Face a, final Face b) {
		final double w = Math.min(a.x() + a.w(), b.x() + b.w()) - Math.max(a.x(), b
			.x());
		final double h = Math.min(a.y() + a.h(), b.y() + b.h()) - Math.max(a.y(), b
			.y());
		if (w <= 0 || h <= 0) return 0;
		return w * h / (a.w() * a.h() + b.w() * b.h() - w * h);
	}

	private static Face smooth(final Face before, final Face now) {
		final float[] old = before.landmarks().toArray();
		final float[] xy = now.landmarks().toArray();
		double motion = 0;
		for (int i = 0; i < xy.length; i += 2)
			motion += Math.hypot(xy[i] - old[i], xy[i + 1] - old[i + 1]);
		motion /= Landmarks.COUNT * now.size();
		final double t = Math.max(0, Math.min(1, (motion - JITTER) / (REAL_MOTION -
			JITTER)));
		final float weight = (float) (LEAST_WEIGHT + (1 - LEAST_WEIGHT) * t);
		for (int i = 0; i < xy.length; i++)
			xy[i] = old[i] + weight * (xy[i] - old[i]);
		return Face.of(new Landmarks(xy), now.confidence());
	}
}
