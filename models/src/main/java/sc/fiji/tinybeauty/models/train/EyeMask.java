package sc.fiji.tinybeauty.models.train;

import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.region.DistanceField;
import sc.fiji.tinybeauty.ops.region.Outline;
import sc.fiji.tinybeauty.ops.region.RegionMasks;

/** Where the eyeliner loss looks: lids and lashes without the eyeballs. */
public final class EyeMask {

	/** Lids and lashes reach so far from the eye, in eye distances. */
	private static final double LID = 0.22;

	private EyeMask() {}

	/**
	 * @param landmarks mesh in crop coordinates
	 * @return the mask, 0 or 255, 256 x 256
	 */
	public static byte[] of(final Landmarks landmarks) {
		final int n = FaceCrop.SIZE;
		final double reach = LID * RegionMasks.eyeDistance(landmarks);
		final byte[] mask = new byte[n * n];
		for (final boolean left : new boolean[] { true, false }) {
			final Outline eye = RegionMasks.eye(landmarks, left);
			final float[] distance = DistanceField.signed(eye, n, n, reach).update(
				null).getCurrentStorageArray();
			for (int i = 0; i < mask.length; i++)
				if (Math.abs(distance[i]) < reach) mask[i] = (byte) 255;
		}
		return mask;
	}
}
