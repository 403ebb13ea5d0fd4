package sc.fiji.tinybeauty.models.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
		final Sum all = new Sum();
		final Map<String, Sum> byTone = new TreeMap<>();
		for (final Pair pair : pairs) {
			final Sample sample = new Sample(pair.size());
			sample.fill(pair, Augmentation.none(0, 0), null);
			final float[] residual = net.residual(sample.input, pair.size());
			final Sum one = new Sum();
			one.add(sample, residual);
			all.add(one);
			byTone.computeIfAbsent(pair.tone(), t -> new Sum()).add(one);
		}
		final Map<String, ValidationResult.Figures> tones = new LinkedHashMap<>();
		byTone.forEach((tone, sum) -> tones.put(tone, sum.figures()));
		return new ValidationResult(all.figures(), tones);
	}

	/** Sums of per-image figures. */
	private static final class Sum {

		private int count, masked;
		private double idle, psnr, mask, drift;

		void add(final Sum o) {
			count += o.count;
			masked += o.masked;
			idle += o.idle;
			psnr += o.psnr;
			mask += o.mask;
			drift += o.drift;
		}

		void add(final Sample s, final float[] residual) {
			final int pixels = s.window * s.window;
			double idleSum = 0, sum = 0, maskSum = 0, driftSum = 0;
			int inside = 0;
			for (int i = 0; i < pixels; i++) {
				double squares = 0, difference = 0, largest = 0;
				for (int k = i; k < 3 * pixels; k += pixels) {
					final double truth = s.residual[k];
					final double result = Math.min(1, Math.max(0, s.input[k] +
						residual[k])) - s.input[k];
					final double d = result - truth;
					squares += d * d;
					difference += Math.abs(d);
					idleSum += truth * truth;
					largest = Math.max(largest, Math.abs(truth));
				}
				sum += squares;
				if (largest > Sample.MADE_UP) {
					inside++;
					maskSum += squares;
				}
				else driftSum += difference;
			}
			count = 1;
			idle = psnr(idleSum, pixels);
			psnr = psnr(sum, pixels);
			drift = inside == pixels ? 0 : 255 * driftSum / (3.0 * (pixels - inside));
			masked = inside > 0 ? 1 : 0;
			mask = inside > 0 ? psnr(maskSum, inside) : 0;
		}

		ValidationResult.Figures figures() {
			final int n = Math.max(1, count);
			return new ValidationResult.Figures(count, idle / n, psnr / n, mask / Math
				.max(1, masked), drift / n);
		}

		private static double psnr(final double squares, final int pixels) {
			return Math.min(PERFECT, -10 * Math.log10(Math.max(1e-12, squares / (3.0 *
				pixels))));
		}
	}
}
