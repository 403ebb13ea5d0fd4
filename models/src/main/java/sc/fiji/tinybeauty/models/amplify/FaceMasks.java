package sc.fiji.tinybeauty.models.amplify;

import java.util.List;

import net.imglib2.img.array.ArrayImgs;

import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.filter.Gaussian;
import sc.fiji.tinybeauty.ops.region.DistanceField;
import sc.fiji.tinybeauty.ops.region.RegionMasks;

/**
 * The masks of the FGMM for one face: M_face, M_lips, M_eyes and M_changed =
 * their union and wherever else the aligned seeds show that the look changes
 * something, such as a wide wing or painted ears. All are soft, 256 x 256.
 */
final class FaceMasks {

	private static final int N = ResidualDiffusion.SIZE, PIXELS = N * N;
	/** The oval ends in the middle of the forehead. */
	private static final double FOREHEAD = 1.25;
	/** Residual, blurred by SIGMA pixels, from which a place counts as changed. */
	private static final float LEAST = 1.5f / 255, FULL = 4f / 255;
	private static final double SIGMA = 4;
	private static final float ZERO = 1e-3f;

	private FaceMasks() {}

	/** @return M_face: the face with its forehead, 0.3 eye distances soft */
	static float[] face(final Landmarks face) {
		final double reach = 0.15 * RegionMasks.eyeDistance(face);
		final float[] d = DistanceField.signed(RegionMasks.face(face, FOREHEAD), N, N,
			reach).update(null).getCurrentStorageArray();
		for (int i = 0; i < PIXELS; i++)
			d[i] = smooth((float) (0.5 + 0.5 * d[i] / reach));
		return d;
	}

	/**
	 * @param face the target's landmarks
	 * @param maps its maps
	 * @param seeds aligned seeds of all styles
	 * @return M_face, M_lips, M_eyes, M_changed
	 */
	static float[] of(final Landmarks face, final ExemplarAlignment.Maps maps,
		final List<ExemplarAlignment.Exemplar> seeds)
	{
		final float[] masks = new float[4 * PIXELS];
		System.arraycopy(face(face), 0, masks, 0, PIXELS);
		System.arraycopy(RegionMasks.partition(face, N).update(null)
			.getCurrentStorageArray(), 0, masks, PIXELS, 2 * PIXELS);
		final float[] shown = shown(maps, seeds);
		for (int i = 0; i < PIXELS; i++)
			masks[3 * PIXELS + i] = Math.max(Math.max(masks[i], smooth((shown[i] -
				LEAST) / (FULL - LEAST))), Math.max(masks[PIXELS + i], masks[2 * PIXELS +
					i]));
		// Rounding must not let anything through where nothing changes.
		for (int i = 0; i < masks.length; i++)
			if (masks[i] < ZERO) masks[i] = 0;
		return masks;
	}

	/** Largest channel of the seeds' mean change at each place of the target. */
	private static float[] shown(final ExemplarAlignment.Maps maps,
		final List<ExemplarAlignment.Exemplar> seeds)
	{
		final float[] bare = new float[3 * PIXELS], mean = new float[3 * PIXELS];
		for (final ExemplarAlignment.Exemplar e : seeds)
			ExemplarAlignment.add(maps, e, 1f / seeds.size(), bare, mean);
		final float[] most = new float[PIXELS];
		for (int i = 0; i < mean.length; i++)
			most[i % PIXELS] = Math.max(most[i % PIXELS], Math.abs(mean[i]));
		Gaussian.blur(ArrayImgs.floats(most, N, N), SIGMA, ArrayImgs.floats(most, N,
			N));
		return most;
	}

	private static float smooth(final float t) {
		final float c = Math.max(0, Math.min(1, t));
		return c * c * (3 - 2 * c);
	}
}
