package sc.fiji.tinybeauty.models.recipe;

import java.util.function.Supplier;

import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.region.DistanceField;
import sc.fiji.tinybeauty.ops.region.Outline;
import sc.fiji.tinybeauty.ops.region.RegionMasks;

/**
 * Signed distances to the features of a face, pixels, positive inside; each is
 * computed once. Not to be changed by painters.
 */
final class FaceRegions {

	/** The face up to the hairline; reach 0.25 eye distances. */
	final Supplier<float[]> face;
	/** Eyeballs; reach 0.1. */
	final Supplier<float[]> leftEye, rightEye;
	/** Brows; reach 0.1. */
	final Supplier<float[]> leftBrow, rightBrow;
	/** Outer border of the lips; reach 0.15. */
	final Supplier<float[]> lips;
	/** Opening of the mouth; reach 0.1. */
	final Supplier<float[]> mouth;

	private final int width;
	private final int height;

	FaceRegions(final Landmarks f, final int width, final int height) {
		this.width = width;
		this.height = height;
		final double u = RegionMasks.eyeDistance(f);
		face = once(RegionMasks.face(f, 1.25), 0.25 * u);
		leftEye = once(RegionMasks.eye(f, true), 0.1 * u);
		rightEye = once(RegionMasks.eye(f, false), 0.1 * u);
		leftBrow = once(RegionMasks.brow(f, true), 0.1 * u);
		rightBrow = once(RegionMasks.brow(f, false), 0.1 * u);
		lips = once(RegionMasks.lips(f), 0.15 * u);
		mouth = once(RegionMasks.mouth(f), 0.1 * u);
	}

	float[] eye(final boolean left) {
		return (left ? leftEye : rightEye).get();
	}

	float[] brow(final boolean left) {
		return (left ? leftBrow : rightBrow).get();
	}

	private Supplier<float[]> once(final Outline outline, final double reach) {
		final float[][] kept = new float[1][];
		return () -> {
			if (kept[0] == null) kept[0] = FaceCanvas.plane(DistanceField.signed(
				outline, width, height, reach));
			return kept[0];
		};
	}
}
