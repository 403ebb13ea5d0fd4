package sc.fiji.tinybeauty.models.makeup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.models.face.Face;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.geometry.Similarity;

class FaceTrackerTest {

	/** Landmarks scattered over a square, jittered by the noise given. */
	private static Face face(final double x, final double y, final double size,
		final double noise, final Random random)
	{
		final Random layout = new Random(1);
		final float[] xy = new float[2 * Landmarks.COUNT];
		for (int i = 0; i < xy.length; i++)
			xy[i] = (float) ((i % 2 == 0 ? x : y) + size * layout.nextDouble() +
				noise * random.nextGaussian());
		return Face.of(new Landmarks(xy), 0.9);
	}

	private static double spread(final boolean tracked) {
		final Random random = new Random(2);
		final FaceTracker tracker = new FaceTracker();
		double sum = 0, squares = 0;
		final int n = 60, skip = 20;
		for (int i = 0; i < n + skip; i++) {
			final double dx = 0.5 * random.nextGaussian();
			final Face found = face(100 + dx, 80, 120, 0.4, random);
			final Face face = tracked ? tracker.next(List.of(found)).get(0) : found;
			final Similarity crop = FaceCrop.align(face.landmarks(), 256);
			if (i < skip) continue;
			sum += crop.x(128, 128);
			squares += crop.x(128, 128) * crop.x(128, 128);
		}
		return Math.sqrt(squares / n - sum / n * (sum / n));
	}

	@Test
	void jitterOfAStillFaceIsSmoothed() {
		final double raw = spread(false), smooth = spread(true);
		assertTrue(smooth < 0.45 * raw, smooth + " against " + raw);
	}

	@Test
	void aFaceThatMovesIsFollowedAtOnce() {
		final FaceTracker tracker = new FaceTracker();
		final Random random = new Random(3);
		double lag = 0;
		for (int i = 0; i < 20; i++) {
			final Face face = face(50 + 8 * i, 80, 120, 0, random);
			lag = Math.max(lag, face.x() - tracker.next(List.of(face)).get(0).x());
		}
		assertEquals(0, lag, 0.01);
	}

	@Test
	void facesKeepTheirOwnTracks() {
		final FaceTracker tracker = new FaceTracker();
		final Random random = new Random(4);
		final Face a = face(0, 0, 100, 0, random), b = face(300, 0, 100, 0, random);
		tracker.next(List.of(a, b));
		final List<Face> swapped = tracker.next(List.of(b, a));
		assertEquals(b.x(), swapped.get(0).x(), 1e-3);
		assertEquals(a.x(), swapped.get(1).x(), 1e-3);
		assertTrue(tracker.next(List.of()).isEmpty());
		assertSame(a, tracker.next(List.of(a)).get(0), "a lost face begins anew");
	}

	@Test
	void theChosenFaceStaysChosen() {
		final FaceTracker tracker = new FaceTracker();
		final Random random = new Random(5);
		final Face a = face(0, 0, 100, 0, random);
		final Face b = face(300, 0, 105, 0, random);
		final Face c = face(300, 0, 160, 0, random);
		assertSame(a, tracker.largest(List.of(a)).get(0));
		tracker.next(List.of(a));
		assertSame(a, tracker.largest(List.of(b, a)).get(0));
		assertSame(c, tracker.largest(List.of(c, a)).get(0));
		tracker.reset();
		assertSame(b, tracker.largest(List.of(b, a)).get(0));
		assertTrue(tracker.largest(List.of()).isEmpty());
	}
}
