package sc.fiji.tinybeauty.models.style;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.geometry.Crops;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;

/** The same pair a little turned, scaled and moved. */
final class OtherFraming {

	private static final double[] TURN = { -0.12, 0.1, 0.03 };
	private static final double[] SCALE = { 0.93, 1.08, 1 };
	private static final double[] RIGHT = { 6, -8, 9 };
	private static final double[] DOWN = { 5, -4, -9 };

	private OtherFraming() {}

	/** @return view 0, 1 or 2 of a pair */
	static ShelfPair of(final ShelfPair pair, final int view) {
		final int n = FaceCrop.SIZE;
		final Similarity t = Similarity.squareTo(n / 2.0 + RIGHT[view], n / 2.0 +
			DOWN[view], n * SCALE[view], TURN[view], n);
		return new ShelfPair(pair.name() + " view " + (view + 1), pair.identity(),
			pair.tone(), pair.amplified(), pair.landmarks() == null ? null : pair
				.landmarks().transform(t.inverse()), () -> {
					final PairPictures p = pair.pictures().read();
					return new PairPictures(n, n, moved(p.bare(), p, t), moved(p.made(), p,
						t), p.masks().length == 0 ? p.masks() : moved(p.masks(), p, t));
				});
	}

	private static byte[] moved(final byte[] rgb, final PairPictures p,
		final Similarity t)
	{
		final int n = FaceCrop.SIZE;
		final RandomAccessibleInterval<FloatType> crop = FloatImages.create(n, n,
			3);
		Crops.crop(FaceFraming.plane(rgb, p.width(), p.height()), t, crop);
		return InterleavedRgb.of(FloatImages.toArray(crop));
	}
}
