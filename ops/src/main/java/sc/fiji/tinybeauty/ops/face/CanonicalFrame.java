package sc.fiji.tinybeauty.ops.face;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import sc.fiji.tinybeauty.ops.geometry.Similarity;

/**
 * The mean face that all faces are mapped to: 468 points, left-right symmetric.
 * <p>
 * Coordinates (u, v): unit is the distance between the centres of the eyes, the
 * origin lies between the eyes, u points to the image's right and v down. The
 * shape is the Procrustes mean over near-frontal faces and their mirror images;
 * the triangles are those of MediaPipe's canonical face model.
 * </p>
 */
public final class CanonicalFrame {

	/** Number of surface points. */
	public static final int POINTS = 468;

	private static final int TRIANGLES = 898;
	private static final float[] UV = new float[2 * POINTS];
	private static final int[] MIRROR = new int[POINTS];
	private static final int[] CORNERS = new int[3 * TRIANGLES];

	static {
		read("canonical-face.txt");
	}

	private CanonicalFrame() {}

	/** @return u of point {@code i}, eye distances */
	public static float u(final int i) {
		return UV[2 * i];
	}

	/** @return v of point {@code i}, eye distances */
	public static float v(final int i) {
		return UV[2 * i + 1];
	}

	/** @return the point that lies at (-u, v) of point {@code i} */
	public static int mirror(final int i) {
		return MIRROR[i];
	}

	/** @return corners of the 898 triangles, three indices each */
	public static int[] triangles() {
		return CORNERS.clone();
	}

	/**
	 * A square picture of the canonical frame with the framing of a face crop: 4
	 * eye distances wide, centre 0.1 below the eyes.
	 *
	 * @param size side length, pixels
	 * @return the similarity from its pixels to (u, v)
	 */
	public static Similarity raster(final int size) {
		return Similarity.squareTo(0, 0.1, 4, 0, size);
	}

	/**
	 * The least-squares similarity from the canonical frame to a face.
	 *
	 * @param face landmarks of the face
	 * @return maps (u, v) to the face's pixel coordinates
	 */
	public static Similarity fit(final Landmarks face) {
		double mu = 0, mv = 0, mx = 0, my = 0;
		for (int i = 0; i < POINTS; i++) {
			mu += u(i) / POINTS;
			mv += v(i) / POINTS;
			mx += face.x(i) / POINTS;
			my += face.y(i) / POINTS;
		}
		double dot = 0, cross = 0, norm = 0;
		for (int i = 0; i < POINTS; i++) {
			final double u = u(i) - mu, v = v(i) - mv;
			final double x = face.x(i) - mx, y = face.y(i) - my;
			dot += u * x + v * y;
			cross += u * y - v * x;
			norm += u * u + v * v;
		}
		final double a = dot / norm, b = cross / norm;
		return new Similarity(a, b, mx - a * mu + b * mv, my - b * mu - a * mv);
	}

	private static void read(final String name) {
		final InputStream in = CanonicalFrame.class.getResourceAsStream(name);
		if (in == null) throw new IllegalStateException("The resource " + name +
			" is missing from the ops jar; build it again.");
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(in,
			StandardCharsets.UTF_8)))
		{
			int row = 0;
			for (String s = lines.readLine(); s != null; s = lines.readLine())
				if (!s.startsWith("#")) parse(row++, s.split(" "));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void parse(final int row, final String[] words) {
		if (row < POINTS) {
			UV[2 * row] = Float.parseFloat(words[0]);
			UV[2 * row + 1] = Float.parseFloat(words[1]);
			MIRROR[row] = Integer.parseInt(words[2]);
			return;
		}
		for (int k = 0; k < 3; k++)
			CORNERS[3 * (row - POINTS) + k] = Integer.parseInt(words[k]);
	}
}
