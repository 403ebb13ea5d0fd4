package sc.fiji.tinybeauty.models.amplify;

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.metric.MakeupMask;
import sc.fiji.tinybeauty.ops.metric.MeanDifference;
import sc.fiji.tinybeauty.ops.metric.Psnr;

/**
 * How close made-up pictures come to the truth, means over pictures.
 *
 * @param psnr PSNR over all pixels, dB
 * @param gain the same minus PSNR of the bare picture, dB
 * @param mask PSNR where the truth differs from the bare picture by more than
 *          0.04 in any channel, dB
 * @param drift mean absolute error elsewhere, of 255
 */
record TeacherFigures(double psnr, double gain, double mask, double drift) {

	/** Makes a picture for a pair whose truth it must not use. */
	interface Maker {

		float[] make(SeedPair pair);
	}

	static TeacherFigures of(final List<SeedPair> pairs, final Maker maker) {
		final double[] sum = new double[4];
		for (final SeedPair pair : pairs) {
			final RandomAccessibleInterval<FloatType> made = image(maker.make(pair)),
					truth = image(pair.made()), bare = image(pair.bare());
			final double psnr = Psnr.of(made, truth);
			sum[0] += psnr;
			sum[1] += psnr - Psnr.of(bare, truth);
			sum[2] += Psnr.of(made, truth, MakeupMask.inside(bare, truth));
			sum[3] += MeanDifference.of(made, truth, MakeupMask.outside(bare, truth));
		}
		final int n = pairs.size();
		return new TeacherFigures(sum[0] / n, sum[1] / n, sum[2] / n, sum[3] / n);
	}

	private static RandomAccessibleInterval<FloatType> image(final float[] p) {
		return ArrayImgs.floats(p, ResidualDiffusion.SIZE, ResidualDiffusion.SIZE, 3);
	}
}
