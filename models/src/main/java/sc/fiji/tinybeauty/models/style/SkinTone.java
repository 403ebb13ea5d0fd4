package sc.fiji.tinybeauty.models.style;

import java.util.function.IntPredicate;

import sc.fiji.tinybeauty.ops.color.CieLab;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * Skin tone groups for balance and tables, by the individual typology angle
 * atan((L* - 50) / b*) of the mean skin colour (Chardon et al. 1991) under
 * whatever light there was; no statement about a person.
 */
public final class SkinTone {

	private static final int[] CHEEKS = { 50, 280, 205, 425, 117, 346 };
	private static final int PATCH = 3;

	private SkinTone() {}

	/**
	 * @param rgb interleaved pixels of an aligned crop
	 * @param masks M_lips, M_eyes, M_face interleaved
	 * @return light, intermediate, tan, brown or dark
	 */
	static String of(final byte[] rgb, final byte[] masks) {
		return of(rgb, i -> (masks[3 * i + 2] & 255) > 200 && masks[3 * i] == 0 &&
			masks[3 * i + 1] == 0);
	}

	/**
	 * @param rgb interleaved pixels of an aligned crop
	 * @param face its landmarks
	 * @return light, intermediate, tan, brown or dark
	 */
	public static String of(final byte[] rgb, final Landmarks face) {
		final int n = FaceCrop.SIZE;
		final boolean[] skin = new boolean[n * n];
		for (final int k : CHEEKS)
			for (int dy = -PATCH; dy <= PATCH; dy++)
				for (int dx = -PATCH; dx <= PATCH; dx++) {
					final int x = Math.round(face.x(k)) + dx, y = Math.round(face.y(k)) +
						dy;
					if (x >= 0 && y >= 0 && x < n && y < n) skin[y * n + x] = true;
				}
		return of(rgb, i -> skin[i]);
	}

	private static String of(final byte[] rgb, final IntPredicate skin) {
		final double[] sum = new double[3], lab = new double[3];
		int count = 0;
		for (int i = 0; i < rgb.length / 3; i++) {
			if (!skin.test(i)) continue;
			count++;
			for (int c = 0; c < 3; c++)
				sum[c] += (rgb[3 * i + c] & 255) / 255.0;
		}
		if (count == 0) return "unknown";
		CieLab.fromSrgb(sum[0] / count, sum[1] / count, sum[2] / count, lab);
		return group(Math.toDegrees(Math.atan2(lab[0] - 50, lab[2])));
	}

	/** @return the group of an angle in degrees */
	static String group(final double angle) {
		return angle > 41 ? "light" : angle > 28 ? "intermediate" : angle > 10 ? "tan"
			: angle > -30 ? "brown" : "dark";
	}
}
