package sc.fiji.tinybeauty.models.amplify;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.tinybeauty.ops.face.CanonicalFrame;
import sc.fiji.tinybeauty.ops.face.Landmarks;

/** Which seeds resemble a face most, in skin and pose. */
final class Resemblance {

	private static final int N = ResidualDiffusion.SIZE, PIXELS = N * N;
	/** Landmarks on the cheeks. */
	private static final int[] CHEEKS = { 50, 280, 205, 425, 117, 346 };

	private Resemblance() {}

	/**
	 * @param bare picture of a face, planar, 0..1
	 * @param face its landmarks in crop coordinates
	 * @param seeds pairs to choose from
	 * @param count how many
	 * @return the nearest ones, the nearest first; equally near ones in their order
	 */
	static List<SeedPair> nearest(final float[] bare, final Landmarks face,
		final List<SeedPair> seeds, final int count)
	{
		// Sorting would ask for each distance several times.
		final Map<SeedPair, Double> distances = new HashMap<>();
		for (final SeedPair seed : seeds)
			distances.put(seed, distance(bare, face, seed));
		return seeds.stream().sorted(Comparator.comparing(distances::get)).limit(count)
			.toList();
	}

	/** Mean difference of the cheeks' colour and of the mesh in the face's frame. */
	private static double distance(final float[] bare, final Landmarks face,
		final SeedPair seed)
	{
		double sum = 0;
		for (int c = 0; c < 3; c++)
			sum += Math.abs(cheek(bare, face, c) - cheek(seed.bare(), seed.landmarks(),
				c)) / 3;
		final Landmarks p = inFrame(face), q = inFrame(seed.landmarks());
		for (int i = 0; i < CanonicalFrame.POINTS; i++)
			sum += Math.hypot(p.x(i) - q.x(i), p.y(i) - q.y(i)) /
				CanonicalFrame.POINTS;
		return sum;
	}

	private static Landmarks inFrame(final Landmarks face) {
		return face.transform(CanonicalFrame.fit(face).inverse());
	}

	private static double cheek(final float[] bare, final Landmarks face,
		final int channel)
	{
		double sum = 0;
		for (final int i : CHEEKS) {
			final int x = Math.max(0, Math.min(N - 1, (int) face.x(i)));
			final int y = Math.max(0, Math.min(N - 1, (int) face.y(i)));
			sum += bare[channel * PIXELS + y * N + x] / CHEEKS.length;
		}
		return sum;
	}
}
