package sc.fiji.tinybeauty.models.style;

import java.io.IOException;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.makeup.ResidualPredictor;
import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.models.train.ValidationResult;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.metric.MakeupMask;
import sc.fiji.tinybeauty.ops.metric.MeanDifference;
import sc.fiji.tinybeauty.ops.metric.Psnr;

/** Figures of a style on pairs, as Evaluate defines them. */
final class PairFigures {

	private static final double PERFECT = 80;

	private PairFigures() {}

	/** @return means of per-picture figures */
	static ValidationResult.Figures of(final List<ShelfPair> pairs,
		final ResidualPredictor network) throws IOException
	{
		double idle = 0, psnr = 0, inside = 0, drift = 0;
		for (final ShelfPair pair : pairs) {
			final PairPictures p = pair.pictures().read();
			final RandomAccessibleInterval<FloatType> bare = image(p.barePlanar());
			final RandomAccessibleInterval<FloatType> truth = image(p.madePlanar());
			final float[] made = FloatImages.toArray(network.predict(bare));
			for (int i = 0; i < made.length; i++)
				made[i] = Math.max(0, Math.min(1, made[i] + bareAt(p, i)));
			final RandomAccessibleInterval<FloatType> result = image(made);
			idle += psnr(bare, truth, null);
			psnr += psnr(result, truth, null);
			inside += psnr(result, truth, MakeupMask.inside(bare, truth));
			drift += MeanDifference.of(result, truth, MakeupMask.outside(bare,
				truth));
		}
		final int n = Math.max(1, pairs.size());
		return new ValidationResult.Figures(pairs.size(), idle / n, psnr / n, inside / n,
			drift / n);
	}

	private static float bareAt(final PairPictures p, final int planar) {
		final int n = p.width() * p.height();
		return (p.bare()[3 * (planar % n) + planar / n] & 255) / 255f;
	}

	private static RandomAccessibleInterval<FloatType> image(
		final float[] planar)
	{
		return ArrayImgs.floats(planar, FaceCrop.SIZE, FaceCrop.SIZE, 3);
	}

	private static double psnr(final RandomAccessibleInterval<FloatType> a,
		final RandomAccessibleInterval<FloatType> b,
		final RandomAccessibleInterval<FloatType> mask)
	{
		return Math.min(PERFECT, Psnr.of(a, b, mask));
	}
}
