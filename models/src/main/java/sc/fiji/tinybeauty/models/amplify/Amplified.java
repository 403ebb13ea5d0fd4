package sc.fiji.tinybeauty.models.amplify;

import java.util.Arrays;
import java.util.List;

/**
 * A face that the amplifier made up.
 *
 * @param made the picture, 256 x 256, planar (X,Y,C), 0..1
 * @param residual lambda_m R_m as it was added, 0 outside M_changed, same shape
 * @param masks M_face, M_lips, M_eyes, M_changed, 256 x 256 each, 0..1
 * @param exemplars names of the seeds that were followed, style by style
 * @param shade lambda_m with its random part
 * @param confidence agreement of the two runs whose mean the residual is, from
 *          different noise and one of them in the mirror: 1 - |difference| /
 *          |residual| over M_changed, cut to 0..1; 1 where there is no make-up
 */
public record Amplified(float[] made, float[] residual, float[] masks,
	List<String> exemplars, double shade, double confidence)
{

	/** Planes of {@link #masks()}. */
	public static final int FACE = 0, LIPS = 1, EYES = 2, CHANGED = 3;

	/** @return a copy of one plane of the masks */
	public float[] mask(final int plane) {
		final int n = masks.length / 4;
		return Arrays.copyOfRange(masks, plane * n, (plane + 1) * n);
	}
}
