package sc.fiji.tinybeauty.ops.face;

import sc.fiji.tinybeauty.ops.geometry.Similarity;

/**
 * The upright square crop in which TinyBeauty sees a face: the framing of the
 * FFHQ data set, found from eyes and mouth.
 */
public final class FaceCrop {

	/** Side length in pixels of the crop that the networks see. */
	public static final int SIZE = 256;

	private FaceCrop() {}

	/**
	 * Finds the crop of a face (alignment as in Karras et al., "A Style-Based
	 * Generator Architecture for Generative Adversarial Networks", appendix A).
	 *
	 * @param face landmarks in photograph coordinates
	 * @param size side length of the crop, pixels
	 * @return the similarity from crop to photograph
	 */
	public static Similarity align(final Landmarks face, final int size) {
		final double[] left = face.mean(FaceMesh478.leftEye());
		final double[] right = face.mean(FaceMesh478.rightEye());
		final double[] mouth = face.mean(61, 291);
		final double ex = (left[0] + right[0]) / 2, ey = (left[1] + right[1]) / 2;
		final double eyeX = right[0] - left[0], eyeY = right[1] - left[1];
		final double downX = mouth[0] - ex, downY = mouth[1] - ey;
		double ux = eyeX + downY, uy = eyeY - downX;
		final double norm = Math.hypot(ux, uy);
		final double half = Math.max(2.0 * Math.hypot(eyeX, eyeY), 1.8 * Math.hypot(
			downX, downY));
		ux /= norm;
		uy /= norm;
		return Similarity.squareTo(ex + 0.1 * downX, ey + 0.1 * downY, 2 * half, Math
			.atan2(uy, ux), size);
	}
}
