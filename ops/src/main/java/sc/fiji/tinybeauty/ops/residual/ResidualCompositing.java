package sc.fiji.tinybeauty.ops.residual;

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/**
 * Adds residuals to a photograph at its own resolution: result = clamp(x + up(r))
 * as in Jin et al. 2024 (TinyBeauty), with the edge-aware upsampling of
 * {@link GuidedUpsampling}.
 * <p>
 * The clamp is to 0..1, except that a value which the photograph holds outside
 * may stay. Pixels whose residual is exactly 0 are not written at all. Rows are
 * computed in parallel, in the common pool or the one that the caller runs in.
 * </p>
 */
public final class ResidualCompositing {

	private ResidualCompositing() {}

	/**
	 * Weighs a residual by region: out = r * sum over k of strength_k * mask_k.
	 *
	 * @param residual axes X, Y, C
	 * @param masks axes X, Y, C; one channel per region, 0..1
	 * @param strengths one factor per region
	 * @param out receives the weighted residual; same size as {@code residual}
	 * @throws IllegalArgumentException if sizes do not fit each other
	 */
	public static void weigh(final RandomAccessibleInterval<FloatType> residual,
		final RandomAccessibleInterval<FloatType> masks, final double[] strengths,
		final RandomAccessibleInterval<FloatType> out)
	{
		final int n = (int) (residual.dimension(0) * residual.dimension(1));
		if (masks.dimension(0) * masks.dimension(1) != n || masks.dimension(
			2) != strengths.length) throw new IllegalArgumentException(
				"Masks need the residual's size and one channel per strength.");
		final float[] m = FloatImages.toArray(masks);
		final float[] r = FloatImages.toArray(residual);
		final float[] weight = new float[n];
		for (int i = 0; i < m.length; i++)
			weight[i % n] += (float) strengths[i / n] * m[i];
		for (int i = 0; i < r.length; i++)
			r[i] *= weight[i % n];
		FloatImages.fill(r, out);
	}

	/**
	 * Puts residuals on a photograph.
	 *
	 * @param photo the bare photograph
	 * @param faces what to add where; crops may overlap
	 * @param result of the same size, holds the bare photograph on entry, the
	 *          made-up one afterwards; may be {@code photo} itself
	 * @throws IllegalArgumentException if the sizes differ
	 */
	public static void composite(final RgbPlane photo,
		final List<PlacedResidual> faces, final RgbPlane result)
	{
		requireSize(photo, result.width(), result.height());
		new ResidualRows(photo, faces).forEach((x, y, n, rgb, sum) -> {
			for (int i = 0; i < 3 * n; i++)
				rgb[i] = clampedSum(rgb[i], sum[i]);
			writeChanged(x, y, n, rgb, sum, result);
		});
	}

	/**
	 * Computes what would be added to a photograph.
	 *
	 * @param photo the bare photograph
	 * @param faces what to add where
	 * @param clamp whether photograph plus residual stays within 0..1
	 * @param out receives the residual, 0 where nothing changes; axes X, Y, C, as
	 *          large as the photograph
	 * @throws IllegalArgumentException if the sizes differ
	 */
	public static void residual(final RgbPlane photo,
		final List<PlacedResidual> faces, final boolean clamp,
		final RandomAccessibleInterval<FloatType> out)
	{
		requireSize(photo, out.dimension(0), out.dimension(1));
		out.forEach(FloatType::setZero);
		final RgbPlane target = RgbPlanes.tensor(out);
		new ResidualRows(photo, faces).forEach((x, y, n, rgb, sum) -> {
			if (clamp) for (int i = 0; i < 3 * n; i++)
				sum[i] = clampedSum(rgb[i], sum[i]) - rgb[i];
			target.write(x, y, n, sum);
		});
	}

	private static void requireSize(final RgbPlane photo, final long width,
		final long height)
	{
		if (photo.width() != width || photo.height() != height)
			throw new IllegalArgumentException("The result has " + width + " x " +
				height + " pixels, the photograph " + photo.width() + " x " + photo
					.height() + ".");
	}

	private static float clampedSum(final float x, final float r) {
		final float sum = x + r;
		if (sum > 1) return x > 1 ? Math.min(x, sum) : 1;
		if (sum < 0) return x < 0 ? Math.max(x, sum) : 0;
		return sum;
	}

	private static void writeChanged(final int x, final int y, final int n,
		final float[] rgb, final float[] sum, final RgbPlane result)
	{
		for (int from = 0; from < n;) {
			while (from < n && isZero(sum, from, n))
				from++;
			int to = from;
			while (to < n && !isZero(sum, to, n))
				to++;
			if (to - from == n) result.write(x, y, n, rgb);
			else if (to > from) result.write(x + from, y, to - from, part(rgb, from,
				to, n));
			from = to;
		}
	}

	private static boolean isZero(final float[] sum, final int i, final int n) {
		return sum[i] == 0 && sum[n + i] == 0 && sum[2 * n + i] == 0;
	}

	private static float[] part(final float[] rgb, final int from, final int to,
		final int n)
	{
		final float[] part = new float[3 * (to - from)];
		for (int c = 0; c < 3; c++)
			System.arraycopy(rgb, c * n + from, part, c * (to - from), to - from);
		return part;
	}
}
