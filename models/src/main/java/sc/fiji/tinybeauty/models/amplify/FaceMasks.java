package sc.fiji.tinybeauty.models.amplify;

import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.region.DistanceField;
import sc.fiji.tinybeauty.ops.region.Outline;
import sc.fiji.tinybeauty.ops.region.RegionMasks;

/**
 * The masks of the FGMM for one face: M_face, M_lips, M_eyes and M_changed =
 * their union and wherever else near the face the seeds agree that the look
 * changes something, such as a wide wing or painted ears. What is seen in an open
 * mouth is in none of them: seeds with closed lips would paint its teeth. All are
 * soft, 256 x 256.
 */
final class FaceMasks {

	private static final int N = ResidualDiffusion.SIZE, PIXELS = N * N;
	/** The oval ends in the middle of the forehead. */
	private static final double FOREHEAD = 1.25;
	/** Half the width of the face's border, eye distances. */
	private static final double SOFT = 0.15;
	/** Change from which a place counts as changed. */
	private static final float LEAST = 1.5f / 255, FULL = 4f / 255;
	/** Around the face, eye distances: so far make-up reaches, and ends there. */
	private static final double NEAR = 0.4, FAR = 0.8;
	/** Width of the mouth's border inside the lips, eye distances. */
	private static final double RIM = 0.08;
	private static final float ZERO = 1e-3f;

	private FaceMasks() {}

	/** @return M_face: the face with its forehead, 0.3 eye distances soft */
	static float[] face(final Landmarks face) {
		return soft(face, RegionMasks.face(face, FOREHEAD), -SOFT, SOFT);
	}

	/**
	 * @param face the target's landmarks
	 * @param partition its lips, eyes and skin, {@link RegionMasks#partition}
	 * @param maps its maps
	 * @param look where the look changes something
	 * @return M_face, M_lips, M_eyes, M_changed
	 */
	static float[] of(final Landmarks face, final float[] partition,
		final ExemplarAlignment.Maps maps, final ChangedPlaces look)
	{
		final float[] masks = new float[4 * PIXELS];
		System.arraycopy(face(face), 0, masks, 0, PIXELS);
		System.arraycopy(partition, 0, masks, PIXELS, 2 * PIXELS);
		final float[] shown = look.on(maps), near = soft(face, RegionMasks.face(face,
			FOREHEAD), -FAR, -NEAR), mouth = soft(face, RegionMasks.mouth(face), 0, RIM);
		for (int i = 0; i < PIXELS; i++)
			masks[3 * PIXELS + i] = Math.max(Math.max(masks[i], near[i] * smooth(
				(shown[i] - LEAST) / (FULL - LEAST))), Math.max(masks[PIXELS + i],
					masks[2 * PIXELS + i]));
		for (int i = 0; i < masks.length; i++) {
			masks[i] *= 1 - mouth[i % PIXELS];
			// Rounding must not let anything through where nothing changes.
			if (masks[i] < ZERO) masks[i] = 0;
		}
		return masks;
	}

	/**
	 * @param face the target's landmarks
	 * @param outline of a region
	 * @param from depth inside the region, eye distances, up to which it is 0
	 * @param to depth from which it is 1
	 */
	private static float[] soft(final Landmarks face, final Outline outline,
		final double from, final double to)
	{
		final double unit = RegionMasks.eyeDistance(face);
		final float[] d = DistanceField.signed(outline, N, N, unit * Math.max(Math
			.abs(from), Math.abs(to))).update(null).getCurrentStorageArray();
		for (int i = 0; i < PIXELS; i++)
			d[i] = smooth((float) ((d[i] / unit - from) / (to - from)));
		return d;
	}

	private static float smooth(final float t) {
		final float c = Math.max(0, Math.min(1, t));
		return c * c * (3 - 2 * c);
	}
}
