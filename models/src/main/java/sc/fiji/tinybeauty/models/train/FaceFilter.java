package sc.fiji.tinybeauty.models.train;

import java.awt.Polygon;

import sc.fiji.tinybeauty.ops.face.FaceMesh478;
import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * Leaves out faces from which nothing can be learnt: near monochrome, eyes behind
 * dark or coloured glasses, painted skin, and faces in deep shadow. The measures are simple
 * means over landmark polygons; they say nothing about a person.
 */
public final class FaceFilter {

	/** Mean (largest - smallest channel) of skin below which it is grey. */
	private static final double GREY = 12;
	/** Mean brightness of the skin below which nothing is seen. */
	private static final double SHADOW = 28;
	/** Skin below the eyes this much darker than the cheeks is behind dark glass. */
	private static final double GLASSES = 0.5;
	/** Share of skin pixels whose red is not their largest channel. */
	private static final double PAINT = 0.35;

	private static final int[] LEFT_CHEEK = { 116, 117, 118, 119, 100, 36, 205,
		187, 123 };
	private static final int[] RIGHT_CHEEK = { 345, 346, 347, 348, 329, 266, 425,
		411, 352 };
	private static final int[] UNDER_LEFT = { 25, 110, 24, 23, 22, 26, 112, 243,
		244, 233, 232, 231, 230, 229, 228, 31, 226 };
	private static final int[] UNDER_RIGHT = { 255, 339, 254, 253, 252, 256, 341,
		463, 464, 453, 452, 451, 450, 449, 448, 261, 446 };

	private FaceFilter() {}

	/**
	 * @param rgb 8-bit interleaved RGB
	 * @param size width and height, pixels
	 * @param face its landmarks
	 * @return why the face is unfit, or null if it is fit
	 */
	public static String flaw(final byte[] rgb, final int size, final Landmarks face) {
		final Means skin = new Means(rgb, size, face, FaceMesh478.faceOval());
		if (skin.brightness() < SHADOW) return "in deep shadow";
		if (skin.chroma() < GREY) return "near monochrome";
		final Means left = new Means(rgb, size, face, LEFT_CHEEK);
		final Means right = new Means(rgb, size, face, RIGHT_CHEEK);
		final Means underLeft = new Means(rgb, size, face, UNDER_LEFT);
		final Means underRight = new Means(rgb, size, face, UNDER_RIGHT);
		if (underLeft.brightness() < GLASSES * left.brightness() && underRight
			.brightness() < GLASSES * right.brightness()) return "dark glasses";
		if (underLeft.notRed() > PAINT && underRight.notRed() > PAINT)
			return "coloured glasses or paint";
		if (left.notRed() > PAINT || right.notRed() > PAINT)
			return "painted or coloured light";
		return null;
	}

	/** Means over the pixels of a landmark polygon. */
	static final class Means {

		private double brightness, chroma, notRed;
		private int count;

		Means(final byte[] rgb, final int size, final Landmarks face,
			final int[] outline)
		{
			final Polygon polygon = new Polygon();
			for (final int i : outline)
				polygon.addPoint(Math.round(face.x(i)), Math.round(face.y(i)));
			final var box = polygon.getBounds().intersection(new java.awt.Rectangle(
				size, size));
			for (int y = box.y; y < box.y + box.height; y++)
				for (int x = box.x; x < box.x + box.width; x++)
					if (polygon.contains(x, y)) add(rgb, 3 * (y * size + x));
		}

		private void add(final byte[] rgb, final int at) {
			final int r = rgb[at] & 255, g = rgb[at + 1] & 255, b = rgb[at + 2] & 255;
			count++;
			brightness += 0.299 * r + 0.587 * g + 0.114 * b;
			chroma += Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b));
			if (r < g || r < b) notRed++;
		}

		double brightness() {
			return brightness / Math.max(1, count);
		}

		double chroma() {
			return chroma / Math.max(1, count);
		}

		double notRed() {
			return notRed / Math.max(1, count);
		}
	}
}
