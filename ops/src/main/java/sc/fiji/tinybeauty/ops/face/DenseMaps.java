package sc.fiji.tinybeauty.ops.face;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.geometry.Similarity;

/**
 * Dense maps between a face and the canonical frame, piecewise linear over the
 * 468 landmarks and a ring of border points around the face; beyond the ring a
 * similarity. Parts of a turned face that the face itself hides have no pixels.
 */
public final class DenseMaps {

	/** The ring's distance from the centre, in units of the oval's. */
	private static final double RING = 1.8;
	private static final double CENTRE_V = 0.5;

	private DenseMaps() {}

	/**
	 * Where each pixel of a picture lies in the canonical frame.
	 *
	 * @param face landmarks in the picture's coordinates
	 * @param width width of the picture, pixels
	 * @param height height of the picture, pixels
	 * @return axes X,Y,2: (u, v) of each pixel's centre, eye distances
	 */
	public static ArrayImg<FloatType, FloatArray> toCanonical(
		final Landmarks face, final int width, final int height)
	{
		final double[][] canonical = points(null), here = points(face);
		return map(here, canonical, CanonicalFrame.fit(face).inverse(), width,
			height);
	}

	/**
	 * Where each pixel of the canonical frame's picture
	 * ({@link CanonicalFrame#raster(int)}) lies on a face.
	 *
	 * @param face landmarks
	 * @param size side length of the canonical picture, pixels
	 * @return axes X,Y,2: (x, y) in the landmarks' coordinates
	 */
	public static ArrayImg<FloatType, FloatArray> toFace(final Landmarks face,
		final int size)
	{
		final Similarity raster = CanonicalFrame.raster(size), back = raster
			.inverse();
		final double[][] canonical = points(null), here = points(face);
		for (final double[] p : canonical) {
			final double x = back.x(p[0], p[1]);
			p[1] = back.y(p[0], p[1]);
			p[0] = x;
		}
		return map(canonical, here, CanonicalFrame.fit(face).after(raster), size,
			size);
	}

	/** The landmarks (of the canonical face if null), then the ring. */
	private static double[][] points(final Landmarks face) {
		final int[] oval = FaceMesh478.faceOval();
		final double[][] p = new double[CanonicalFrame.POINTS + oval.length][];
		for (int i = 0; i < CanonicalFrame.POINTS; i++)
			p[i] = face == null ? new double[] { CanonicalFrame.u(i), CanonicalFrame
				.v(i) } : new double[] { face.x(i), face.y(i) };
		final Similarity fit = face == null ? Similarity.IDENTITY : CanonicalFrame
			.fit(face);
		for (int i = 0; i < oval.length; i++) {
			final double u = RING * CanonicalFrame.u(oval[i]);
			final double v = CENTRE_V + RING * (CanonicalFrame.v(oval[i]) - CENTRE_V);
			p[CanonicalFrame.POINTS + i] = new double[] { fit.x(u, v), fit.y(u, v) };
		}
		return p;
	}

	private static ArrayImg<FloatType, FloatArray> map(final double[][] from,
		final double[][] to, final Similarity outside, final int width,
		final int height)
	{
		final int n = Math.multiplyExact(width, height);
		final float[] out = new float[2 * n];
		for (int y = 0, i = 0; y < height; y++)
			for (int x = 0; x < width; x++, i++) {
				out[i] = (float) outside.x(x + 0.5, y + 0.5);
				out[n + i] = (float) outside.y(x + 0.5, y + 0.5);
			}
		final int[] oval = FaceMesh478.faceOval();
		for (int i = 0; i < oval.length; i++) {
			final int j = (i + 1) % oval.length, ring = CanonicalFrame.POINTS;
			draw(from, to, oval[i], ring + i, ring + j, out, width, height);
			draw(from, to, oval[i], ring + j, oval[j], out, width, height);
		}
		final int[] t = CanonicalFrame.triangles();
		for (int i = 0; i < t.length; i += 3)
			draw(from, to, t[i], t[i + 1], t[i + 2], out, width, height);
		return ArrayImgs.floats(out, width, height, 2);
	}

	/** Writes the affine map of one triangle that faces the viewer. */
	private static void draw(final double[][] from, final double[][] to,
		final int a, final int b, final int c, final float[] out, final int width,
		final int height)
	{
		final double[] p = from[a], q = from[b], r = from[c];
		final double area = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] -
			p[0]);
		if (!(area > 1e-9)) return;
		final int x0 = clamp(Math.min(p[0], Math.min(q[0], r[0])) - 1, width);
		final int x1 = clamp(Math.max(p[0], Math.max(q[0], r[0])) + 1, width);
		final int y0 = clamp(Math.min(p[1], Math.min(q[1], r[1])) - 1, height);
		final int y1 = clamp(Math.max(p[1], Math.max(q[1], r[1])) + 1, height);
		for (int y = y0; y < y1; y++)
			for (int x = x0; x < x1; x++) {
				final double dx = x + 0.5 - p[0], dy = y + 0.5 - p[1];
				final double s = (dx * (r[1] - p[1]) - dy * (r[0] - p[0])) / area;
				final double t = (dy * (q[0] - p[0]) - dx * (q[1] - p[1])) / area;
				if (s < -1e-6 || t < -1e-6 || s + t > 1 + 1e-6) continue;
				final int i = y * width + x;
				out[i] = (float) blend(to, a, b, c, 0, s, t);
				out[width * height + i] = (float) blend(to, a, b, c, 1, s, t);
			}
	}

	private static double blend(final double[][] to, final int a, final int b,
		final int c, final int axis, final double s, final double t)
	{
		return to[a][axis] + s * (to[b][axis] - to[a][axis]) + t * (to[c][axis] -
			to[a][axis]);
	}

	private static int clamp(final double v, final int size) {
		return (int) Math.max(0, Math.min(size, Math.round(v)));
	}
}
