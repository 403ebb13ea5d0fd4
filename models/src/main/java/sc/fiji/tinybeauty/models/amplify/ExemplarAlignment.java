package sc.fiji.tinybeauty.models.amplify;

import sc.fiji.tinybeauty.ops.face.CanonicalFrame;
import sc.fiji.tinybeauty.ops.face.DenseMaps;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.geometry.Similarity;

/**
 * Style preservation of the FGMM: brings an exemplar's bare picture and make-up
 * residual to the place of the same part of a target face, by the inverse map of
 * the exemplar after the map of the target. A fixed, geometric cross-attention.
 * <p>
 * Pictures are 256 x 256, planar (X,Y,C), 0..1.
 * </p>
 */
public final class ExemplarAlignment {

	private static final int N = ResidualDiffusion.SIZE, PIXELS = N * N;

	private ExemplarAlignment() {}

	/**
	 * A face's two dense maps.
	 *
	 * @param toCanonical u of every pixel, then v
	 * @param toFace x of every pixel of the canonical picture, then y; null for
	 *          faces that are only targets
	 */
	public record Maps(float[] toCanonical, float[] toFace) {

		/** @return the maps of a face in crop coordinates */
		public static Maps of(final Landmarks face) {
			return new Maps(DenseMaps.toCanonical(face, N, N).update(null)
				.getCurrentStorageArray(), DenseMaps.toFace(face, N).update(null)
					.getCurrentStorageArray());
		}

		/** @return the map that a target needs, in crop coordinates */
		static Maps target(final Landmarks face) {
			return new Maps(DenseMaps.toCanonical(face, N, N).update(null)
				.getCurrentStorageArray(), null);
		}
	}

	/**
	 * An exemplar: a face and its make-up.
	 *
	 * @param maps its maps
	 * @param bare bare picture
	 * @param residual made-up minus bare picture
	 */
	public record Exemplar(Maps maps, float[] bare, float[] residual) {

		/** @return a seed pair as exemplar */
		static Exemplar of(final SeedPair seed) {
			return new Exemplar(Maps.of(seed.landmarks()), seed.bare(), seed
				.residual());
		}
	}

	/**
	 * Adds an exemplar, seen from a target, to two sums.
	 *
	 * @param target maps of the target
	 * @param exemplar the exemplar
	 * @param weight its weight in the sums
	 * @param bare receives its bare picture; beyond its border the border
	 * @param residual receives its residual; beyond its border nothing
	 */
	public static void add(final Maps target, final Exemplar exemplar,
		final float weight, final float[] bare, final float[] residual)
	{
		final Similarity raster = CanonicalFrame.raster(N).inverse();
		final float[] uv = target.toCanonical, map = exemplar.maps.toFace;
		for (int i = 0; i < PIXELS; i++) {
			final double u = uv[i], v = uv[PIXELS + i];
			final float px = (float) raster.x(u, v), py = (float) raster.y(u, v);
			final float x = bilinear(map, 0, px, py);
			final float y = bilinear(map, PIXELS, px, py);
			final boolean inside = x >= 0 && y >= 0 && x < N && y < N;
			for (int c = 0; c < 3 * PIXELS; c += PIXELS) {
				bare[c + i] += weight * bilinear(exemplar.bare, c, x, y);
				if (inside) residual[c + i] += weight * bilinear(exemplar.residual, c, x,
					y);
			}
		}
	}

	/** Value of a plane at a place; the border is repeated. */
	static float bilinear(final float[] planes, final int at,
		final float x, final float y)
	{
		final float fx = Math.max(0, Math.min(N - 1, x - 0.5f));
		final float fy = Math.max(0, Math.min(N - 1, y - 0.5f));
		final int ix = Math.min(N - 2, (int) fx), iy = Math.min(N - 2, (int) fy);
		final float dx = fx - ix, dy = fy - iy;
		final int i = at + iy * N + ix;
		final float top = planes[i] + dx * (planes[i + 1] - planes[i]);
		final float low = planes[i + N] + dx * (planes[i + N + 1] - planes[i + N]);
		return top + dy * (low - top);
	}
}
