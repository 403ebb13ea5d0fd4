package sc.fiji.tinybeauty.models.evaluate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import ai.djl.Device;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.face.Face;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.geometry.Crops;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/**
 * Compares pictures by what networks see in them: the aligned crop of the face,
 * or the whole picture if there is none. All pictures are cropped alike, by the
 * face of the bare one.
 */
final class PictureFeatures implements AutoCloseable {

	/** Channels of the maps of {@link EfficientNetGraph}. */
	private static final int[] CHANNELS = { 24, 40, 112, 320 };

	/** Side of the identity network's square per longer side of the face. */
	private static final double MARGIN = 1.3;

	private final FeatureNetwork efficientNet;
	private final FeatureNetwork identity;

	PictureFeatures(final Device device) {
		efficientNet = FeatureNetwork.efficientNet(device);
		identity = FeatureNetwork.identity(device);
	}

	/**
	 * @param figures receives identity and feature distance
	 * @return what is compared between sets of pictures
	 */
	PooledFeatures measure(final RandomAccessibleInterval<FloatType> bare,
		final RandomAccessibleInterval<FloatType> truth,
		final RandomAccessibleInterval<FloatType> result, final Optional<Face> face,
		final Map<Figure, Double> figures)
	{
		final RgbPlane b = RgbPlanes.tensor(bare), r = RgbPlanes.tensor(result),
				reference = truth == null ? b : RgbPlanes.tensor(truth);
		final int size = efficientNet.size();
		final Similarity crop = face.map(f -> FaceCrop.align(f.landmarks(), size))
			.orElseGet(() -> Crops.letterbox(b.width(), b.height(), size));
		final float[][] mapsR = efficientNet.describe(r, crop), mapsT = efficientNet
			.describe(reference, crop);
		if (truth != null) figures.put(Figure.FEATURES, FeatureDistance.perceptual(
			mapsR, mapsT, CHANNELS));
		face.ifPresent(f -> figures.put(Figure.IDENTITY, FeatureDistance.cosine(
			descriptor(r, f), descriptor(b, f))));
		final int last = CHANNELS.length - 1;
		return new PooledFeatures(FeatureDistance.pooled(mapsR[last], CHANNELS[last]),
			FeatureDistance.pooled(mapsT[last], CHANNELS[last]));
	}

	/** @return 128 numbers that tell people apart */
	private float[] descriptor(final RgbPlane photo, final Face f) {
		final double angle = FaceCrop.align(f.landmarks(), identity.size()).angle();
		return identity.describe(photo, Similarity.squareTo(f.x() + f.w() / 2, f
			.y() + f.h() / 2, MARGIN * f.size(), angle, identity.size()))[0];
	}

	@Override
	public void close() {
		efficientNet.close();
		identity.close();
	}
}
