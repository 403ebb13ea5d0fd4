package sc.fiji.tinybeauty.models.recipe;

import java.util.Random;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.face.CanonicalFrame;
import sc.fiji.tinybeauty.ops.face.FaceMesh478;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.region.Outline;
import sc.fiji.tinybeauty.ops.region.Polygons;
import sc.fiji.tinybeauty.ops.region.RegionMasks;

/** A drawn face with an open mouth: skin with fine texture, lips, teeth, eyes. */
public final class SyntheticFace {

	static final float[] TEETH = { 0.9f, 0.88f, 0.84f };

	final int size;
	public final Landmarks landmarks;
	public final float[] pixels;
	private final float[] skin;

	public SyntheticFace(final int size, final float... skin) {
		this.size = size;
		this.skin = skin;
		landmarks = openMouth(size);
		pixels = new float[3 * size * size];
		background();
		paint(RegionMasks.face(landmarks, 1.3), skin);
		paint(RegionMasks.lips(landmarks), 0.75f * skin[0], 0.5f * skin[1], 0.55f *
			skin[2]);
		paint(RegionMasks.mouth(landmarks), TEETH);
		for (final boolean left : new boolean[] { true, false }) {
			paint(RegionMasks.eye(landmarks, left), 0.85f, 0.85f, 0.85f);
			paint(RegionMasks.brow(landmarks, left), 0.2f, 0.15f, 0.1f);
		}
		texture();
	}

	ArrayImg<FloatType, FloatArray> image() {
		return ArrayImgs.floats(pixels.clone(), size, size, 3);
	}

	float[] fill(final Outline o) {
		return Polygons.fill(size, size, o).update(null).getCurrentStorageArray();
	}

	/** The same face behind opaque blue lenses. */
	SyntheticFace withSunglasses() {
		final SyntheticFace f = new SyntheticFace(size, skin);
		final double u = RegionMasks.eyeDistance(landmarks);
		for (final boolean left : new boolean[] { true, false }) {
			final double[] c = landmarks.mean(left ? FaceMesh478.leftEye() : FaceMesh478
				.rightEye());
			f.paint(new Outline(new double[] { c[0] - 0.42 * u, c[0] + 0.42 * u, c[0] +
				0.42 * u, c[0] - 0.42 * u }, new double[] { c[1] - 0.3 * u, c[1] - 0.3 *
					u, c[1] + 0.35 * u, c[1] + 0.35 * u }, true), 0.02f, 0.05f, 0.2f);
		}
		return f;
	}

	private void background() {
		for (int i = 0; i < size * size; i++)
			for (int c = 0; c < 3; c++)
				pixels[c * size * size + i] = 0.3f + 0.1f * c;
	}

	private void texture() {
		final Random random = new Random(7);
		for (int i = 0; i < size * size; i++) {
			final float t = 0.02f * (float) random.nextGaussian();
			for (int c = 0; c < 3; c++)
				pixels[c * size * size + i] = Math.max(0, Math.min(1, pixels[c * size *
					size + i] + t));
		}
	}

	private void paint(final Outline o, final float... rgb) {
		final float[] m = fill(o);
		for (int i = 0; i < m.length; i++)
			for (int c = 0; c < 3; c++) {
				final int k = c * m.length + i;
				pixels[k] += m[i] * (rgb[c] - pixels[k]);
			}
	}

	private static Landmarks openMouth(final int size) {
		final Similarity crop = CanonicalFrame.raster(size).inverse();
		final float[] xy = new float[2 * Landmarks.COUNT];
		final int[] inner = FaceMesh478.lipsInner(), outer = FaceMesh478.lipsOuter();
		for (int i = 0; i < Landmarks.COUNT; i++) {
			final int k = i < 468 ? i : i < 473 ? 159 : 386;
			final double u = CanonicalFrame.u(k);
			double v = CanonicalFrame.v(k);
			for (int j = 1; j < 10; j++)
				if (inner[j] == k || outer[j] == k) v += 0.35 * Math.sin(Math.PI * j /
					10);
			xy[2 * i] = (float) crop.x(u, v);
			xy[2 * i + 1] = (float) crop.y(u, v);
		}
		return new Landmarks(xy);
	}
}
