package sc.fiji.tinybeauty.models.face;

import java.nio.FloatBuffer;
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

	/**
	 * Views over which {@link #steady} takes the mean: shift along x and y and
	 * change of scale, parts of the region's side, and rotation, radians.
	 */
	private static final double[][] VIEWS = { { 0, 0, 0, 0 }, { 0.02, 0.01, 0.03,
		0.04 }, { -0.02, 0.01, -0.03, 0.04 }, { 0.01, -0.02, -0.03, -0.04 }, {
			-0.01, -0.02, 0.03, -0.04 }, { 0, 0.02, 0.06, 0 }, { 0, -0.01, -0.06,
				0 } };

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
	 * Reads the landmarks as the mean over several views of a face, each also in
	 * the mirror. Of one view they depend by half a pixel of a 256-pixel crop on
	 * where exactly it was cut out, and so would everything that is painted along them.
	 *
	 * @param photo is read
	 * @param region where the face is
	 * @return landmarks and the first view's presence; empty as for {@link #read}
	 */
	Optional<Reading> steady(final RgbPlane photo, final MeshRegion region) {
		final double[] sums = new double[2 * Landmarks.COUNT];
		double logit = 0;
		for (int k = 0; k < 2 * VIEWS.length; k++) {
			final double[] view = VIEWS[k / 2];
			final Optional<Reading> reading = read(photo, region.moved(view[0], view[1],
				view[2], view[3]), k % 2 == 1);
			if (reading.isEmpty()) return reading;
			if (k == 0) logit = reading.get().logit();
			final float[] xy = reading.get().landmarks().toArray();
			for (int i = 0; i < sums.length; i++)
				sums[i] += xy[i] / (2.0 * VIEWS.length);
		}
		final float[] mean = new float[sums.length];
		for (int i = 0; i < mean.length; i++)
			mean[i] = (float) sums[i];
		return Optional.of(new Reading(new Landmarks(mean), logit));
	}

	/**
	 * Reads the landmarks of a face; the photograph's edge goes on outside of it.
	 *
	 * @param photo is read
	 * @param region where the face is
	 * @return landmarks and presence; empty if the network gave no finite numbers
	 */
	Optional<Reading> read(final RgbPlane photo, final MeshRegion region) {
		return read(photo, region, false);
	}

	private Optional<Reading> read(final RgbPlane photo, final MeshRegion region,
		final boolean mirrored)
	{
		final Similarity toPhoto = region.toPhoto(FaceMeshGraph.SIZE);
		Crops.crop(photo, toPhoto, Border.REPLICATE, picture);
		if (mirrored) mirror(binding.input(0).asFloatBuffer());
		binding.run();
		final float[] xyz = FaceDetector.floats(binding.output(0));
		final float logit = binding.output(1).getFloat(0);
		final float[] xy = new float[2 * Landmarks.COUNT];
		boolean finite = Float.isFinite(logit);
		for (int i = 0; i < Landmarks.COUNT; i++) {
			xy[2 * i] = xyz[3 * i];
			xy[2 * i + 1] = xyz[3 * i + 1];
			finite &= Float.isFinite(xy[2 * i]) && Float.isFinite(xy[2 * i + 1]);
		}
		if (!finite) return Optional.empty();
		final Landmarks seen = new Landmarks(xy);
		return Optional.of(new Reading((mirrored ? seen.mirrored(FaceMeshGraph.SIZE)
			: seen).transform(toPhoto), logit));
	}

	private static void mirror(final FloatBuffer planar) {
		final float[] row = new float[FaceMeshGraph.SIZE];
		for (int y = 0; y < planar.capacity(); y += row.length) {
			planar.get(y, row);
			for (int x = 0; x < row.length; x++)
				planar.put(y + x, row[row.length - 1 - x]);
		}
	}

	@Override
	public void close() {
		binding.close();
		network.close();
	}
}
