package sc.fiji.tinybeauty.models.amplify;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import net.imglib2.img.array.ArrayImgs;

import sc.fiji.tinybeauty.ops.face.CanonicalFrame;
import sc.fiji.tinybeauty.ops.filter.Gaussian;
import sc.fiji.tinybeauty.ops.geometry.Similarity;

/**
 * How much a look changes each place of the canonical frame, told from its seeds:
 * what at least half of them change there. So a wide wing counts, and what a
 * single retouched picture does to its background does not.
 */
final class ChangedPlaces {

	private static final int N = ResidualDiffusion.SIZE, PIXELS = N * N;
	/** The seeds do not agree to the pixel. */
	private static final double SIGMA = 4;

	private final float[] change = new float[PIXELS];

	/** @param styles seeds of every style; where they differ, the most counts */
	ChangedPlaces(
		final Collection<List<ExemplarAlignment.Exemplar>> styles)
	{
		for (final List<ExemplarAlignment.Exemplar> seeds : styles) {
			final float[][] all = seeds.stream().map(ChangedPlaces::of).toArray(
				float[][]::new);
			final float[] here = new float[all.length];
			for (int i = 0; i < PIXELS; i++) {
				for (int k = 0; k < all.length; k++)
					here[k] = all[k][i];
				Arrays.sort(here);
				change[i] = Math.max(change[i], here[(all.length - 1) / 2]);
			}
		}
	}

	/** @return largest channel of one seed's change, without its fine grain */
	private static float[] of(final ExemplarAlignment.Exemplar seed) {
		final float[] map = seed.maps().toFace(), moved = new float[3 * PIXELS];
		for (int i = 0; i < PIXELS; i++) {
			final float x = map[i], y = map[PIXELS + i];
			if (!(x >= 0 && y >= 0 && x < N && y < N)) continue;
			for (int c = 0; c < 3 * PIXELS; c += PIXELS)
				moved[c + i] = ExemplarAlignment.bilinear(seed.residual(), c, x, y);
		}
		Gaussian.blur(ArrayImgs.floats(moved, N, N, 3), SIGMA, ArrayImgs.floats(
			moved, N, N, 3));
		final float[] most = new float[PIXELS];
		for (int i = 0; i < moved.length; i++)
			most[i % PIXELS] = Math.max(most[i % PIXELS], Math.abs(moved[i]));
		return most;
	}

	/** @return the change at every pixel of a face with these maps, 0..1 */
	float[] on(final ExemplarAlignment.Maps target) {
		final Similarity raster = CanonicalFrame.raster(N).inverse();
		final float[] uv = target.toCanonical(), there = new float[PIXELS];
		for (int i = 0; i < PIXELS; i++) {
			final double u = uv[i], v = uv[PIXELS + i];
			there[i] = ExemplarAlignment.bilinear(change, 0, (float) raster.x(u, v),
				(float) raster.y(u, v));
		}
		return there;
	}
}
