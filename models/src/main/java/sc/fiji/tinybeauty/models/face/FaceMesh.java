package sc.fiji.tinybeauty.models.face;

import java.util.Optional;

import ai.djl.Device;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.engine.TorchFunction;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.geometry.Border;
import sc.fiji.tinybeauty.ops.geometry.Crops;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/**
 * The 478-point mesh, ready to run on regions of photographs; see
 * {@link FaceMeshGraph}. Not for several threads at a time.
 */
final class FaceMesh implements AutoCloseable {

	/**
	 * What the network says about a region.
	 *
	 * @param landmarks photograph coordinates
	 * @param logit how likely there is a face: 10 and more on faces, below -4
	 *          elsewhere, in between for very small or half hidden faces
	 */
	record Reading(Landmarks landmarks, double logit) {

		/** @return probability that there is a face, 0..1 */
		double presence() {
			return Anchors.logistic(logit);
		}
	}

	private final TorchFunction network;
	private final TorchFunction.Binding binding;
	private final Img<FloatType> picture;

	FaceMesh(final Device device) {
		network = TorchFunction.load(FaceMeshGraph.create(), FaceWeights.load(
			"mesh"), device);
		binding = network.bind(1);
		picture = FloatImages.wrap(binding.input(0), FaceMeshGraph.SIZE,
			FaceMeshGraph.SIZE, 3);
	}

	/**
	 * Reads the landmarks of a face; the photograph's edge goes on outside of it.
	 *
	 * @param photo is read
	 * @param region where the face is
	 * @return landmarks and presence; empty if the network gave no finite numbers
	 */
	Optional<Reading> read(final RgbPlane photo, final MeshRegion region) {
		final Similarity toPhoto = region.toPhoto(FaceMeshGraph.SIZE);
		Crops.crop(photo, toPhoto, Border.REPLICATE, picture);
		binding.run();
		final float[] xyz = FaceDetector.floats(binding.output(0));
		final float logit = binding.output(1).getFloat(0);
		final float[] xy = new float[2 * Landmarks.COUNT];
		boolean finite = Float.isFinite(logit);
		for (int i = 0; i < Landmarks.COUNT; i++) {
			xy[2 * i] = (float) toPhoto.x(xyz[3 * i], xyz[3 * i + 1]);
			xy[2 * i + 1] = (float) toPhoto.y(xyz[3 * i], xyz[3 * i + 1]);
			finite &= Float.isFinite(xy[2 * i]) && Float.isFinite(xy[2 * i + 1]);
		}
		if (!finite) return Optional.empty();
		return Optional.of(new Reading(new Landmarks(xy), logit));
	}

	@Override
	public void close() {
		binding.close();
		network.close();
	}
}
