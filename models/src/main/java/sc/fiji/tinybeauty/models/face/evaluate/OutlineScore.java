package sc.fiji.tinybeauty.models.face.evaluate;

import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.face.FaceMesh478;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.region.Outline;
import sc.fiji.tinybeauty.ops.region.Polygons;

/**
 * Agreement of a mesh with outlines drawn by hand (the 189 points of the Face
 * Research Lab templates), as area of the intersection over area of the union.
 */
final class OutlineScore {

	/** Side of an aligned crop, pixels; outlines are filled four times as large. */
	private static final int SIZE = 256, ZOOM = 4;

	private OutlineScore() {}

	/**
	 * @param face landmarks in 256-px crop coordinates
	 * @param hand 189 points x, y in the same coordinates
	 * @return agreement of the lips without the open mouth, 0..1
	 */
	static double lips(final Landmarks face, final double[][] hand) {
		return overlap(fill(outline(face, FaceMesh478.lipsOuter()), outline(face,
			FaceMesh478.lipsInner())), union(fill(outline(hand, 87, 88, 89, 90, 91,
				92, 93, 98, 97, 96, 95, 94)), fill(outline(hand, 87, 99, 100, 101, 102,
					103, 93, 108, 107, 106, 105, 104))));
	}

	/**
	 * @param face landmarks in 256-px crop coordinates
	 * @param hand 189 points x, y in the same coordinates
	 * @return agreement of the openings of both eyes, 0..1
	 */
	static double eyes(final Landmarks face, final double[][] hand) {
		return overlap(union(fill(outline(face, FaceMesh478.leftEye())), fill(
			outline(face, FaceMesh478.rightEye()))), union(fill(outline(hand, 18, 19,
				20, 21, 22, 30, 29, 28)), fill(outline(hand, 23, 24, 25, 26, 27, 33, 32,
					31))));
	}

	private static Outline outline(final Landmarks face, final int... points) {
		return Outline.of(face, true, points).scale(0, 0, ZOOM);
	}

	private static Outline outline(final double[][] hand, final int... points) {
		return new Outline(IntStream.of(points).mapToDouble(i -> hand[i][0])
			.toArray(), IntStream.of(points).mapToDouble(i -> hand[i][1]).toArray(),
			true).scale(0, 0, ZOOM);
	}

	private static float[] fill(final Outline... outlines) {
		final ArrayImg<FloatType, FloatArray> mask = Polygons.fill(ZOOM * SIZE,
			ZOOM * SIZE, outlines);
		return mask.update(null).getCurrentStorageArray();
	}

	private static float[] union(final float[] a, final float[] b) {
		for (int i = 0; i < a.length; i++)
			a[i] = Math.max(a[i], b[i]);
		return a;
	}

	private static double overlap(final float[] a, final float[] b) {
		double both = 0, either = 0;
		for (int i = 0; i < a.length; i++) {
			both += Math.min(a[i], b[i]);
			either += Math.max(a[i], b[i]);
		}
		return both / either;
	}
}
