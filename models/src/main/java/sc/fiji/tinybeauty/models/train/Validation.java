package sc.fiji.tinybeauty.models.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.metric.MakeupMask;
import sc.fiji.tinybeauty.ops.metric.MeanDifference;
import sc.fiji.tinybeauty.ops.metric.Psnr;
import sc.fiji.tinybeauty.ops.metric.Ssim;

/**
 * Measures results on the validation pairs as they are, without augmentation.
 * Make-up mask: largest channel difference of truth and bare above 0.04. PSNR is
 * that of the result clamped to 0..1.
 */
final class Validation {

	/** PSNR given to a perfect result, so that means stay finite. */
	private static final double PERFECT = 80;

	private final List<Pair> pairs = new ArrayList<>();

	/** Computes the residual of one picture, planar, from planar input. */
	interface Net {

		float[] residual(float[] input, int size);
	}

	/** @param source all pairs; those of the validation split are kept */
	Validation(final TrainingPairs source) {
		for (int i = 0; i < source.size(); i++)
			if (source.validation(i)) pairs.add(source.get(i));
	}

	/** @return the pairs measured */
	List<Pair> pairs() {
		return pairs;
	}

	/** @return figures over all validation pairs and by tone */
	ValidationResult measure(final Net net) {
		final Means all = new Means();
		final Map<String, Means> byTone = new TreeMap<>();
		for (final Pair pair : pairs) {
			final Shown shown = Shown.of(pair, net);
			final double[] one = { psnr(shown.bare, shown.truth, null), psnr(
				shown.result, shown.truth, null), psnr(shown.result, shown.truth,
					MakeupMask.inside(shown.bare, shown.truth)), MeanDifference.of(
						shown.result, shown.truth, shown.outside()) };
			all.add(one);
			byTone.computeIfAbsent(pair.tone(), t -> new Means()).add(one);
		}
		final Map<String, ValidationResult.Figures> tones = new LinkedHashMap<>();
		byTone.forEach((tone, means) -> tones.put(tone, means.figures()));
		return new ValidationResult(all.figures(), tones);
	}

	/**
	 * @return similarity of result and truth outside the make-up mask, mean over
	 *         all validation pairs; takes longer than all other figures
	 */
	double ssimOutside(final Net net) {
		return pairs.stream().mapToDouble(pair -> {
			final Shown shown = Shown.of(pair, net);
			return Ssim.of(shown.result, shown.truth, shown.outside());
		}).filter(Double::isFinite).average().orElse(Double.NaN);
	}

	private static double psnr(final Img<FloatType> a, final Img<FloatType> b,
		final Img<FloatType> mask)
	{
		final double psnr = Psnr.of(a, b, mask);
		return psnr > PERFECT ? PERFECT : psnr;
	}

	/** A face bare, with the make-up wanted and with the network's. */
	private record Shown(Img<FloatType> bare, Img<FloatType> truth,
		Img<FloatType> result)
	{

		static Shown of(final Pair pair, final Net net) {
			final int n = pair.size();
			final Sample sample = new Sample(n);
			sample.fill(pair, Augmentation.none(0, 0), null);
			return new Shown(ArrayImgs.floats(sample.input, n, n, 3), added(sample,
				sample.residual), added(sample, net.residual(sample.input, n)));
		}

		private static Img<FloatType> added(final Sample sample,
			final float[] residual)
		{
			final float[] sum = sample.input.clone();
			for (int i = 0; i < sum.length; i++)
				sum[i] = Math.min(1, Math.max(0, sum[i] + residual[i]));
			return ArrayImgs.floats(sum, sample.window, sample.window, 3);
		}

		Img<FloatType> outside() {
			return MakeupMask.outside(bare, truth);
		}
	}

	/** Means of per-image figures; a figure that an image lacks is left out. */
	private static final class Means {

		private int count;
		private final double[] sums = new double[4];
		private final int[] counts = new int[4];

		void add(final double[] figures) {
			count++;
			for (int i = 0; i < sums.length; i++)
				if (!Double.isNaN(figures[i])) {
					sums[i] += figures[i];
					counts[i]++;
				}
		}

		private double mean(final int i) {
			return sums[i] / Math.max(1, counts[i]);
		}

		ValidationResult.Figures figures() {
			return new ValidationResult.Figures(count, mean(0), mean(1), mean(2), mean(
				3));
		}
	}
}
