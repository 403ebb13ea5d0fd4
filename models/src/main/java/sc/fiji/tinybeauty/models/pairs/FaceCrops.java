package sc.fiji.tinybeauty.models.pairs;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.geometry.Crops;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/** Crops of 256 pixels as arrays, axes X, Y, C. */
final class FaceCrops {

	private static final int N = FaceCrop.SIZE;

	private FaceCrops() {}

	static float[] crop(final RgbPlane photo, final Similarity cropToPhoto) {
		final float[] planar = new float[3 * N * N];
		Crops.crop(photo, cropToPhoto, ArrayImgs.floats(planar, N, N, 3));
		return planar;
	}

	static RgbPlane plane(final float[] crop) {
		return RgbPlanes.tensor(ArrayImgs.floats(crop, N, N, 3));
	}

	static RgbPlane plane(final RandomAccessibleInterval<FloatType> picture) {
		return RgbPlanes.tensor(picture);
	}

	/** @return the face at 8 bits, null if there is none */
	static AlignedFace face(final String source, final RgbPlane photo,
		final FaceCutter.Cut cut, final FaceCutter cutter)
	{
		final byte[] rgb = InterleavedRgb.of(crop(photo, cut
			.cropToPhoto()));
		final Landmarks landmarks = cutter.landmarks(plane(InterleavedRgb.planar(
			rgb)));
		return landmarks == null ? null : new AlignedFace(source, rgb, landmarks);
	}
}
