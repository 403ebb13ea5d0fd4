package sc.fiji.tinybeauty.models.train;

import java.util.Map;
import java.util.TreeMap;

/**
 * How well a style does on faces it was not trained on; every figure is the mean
 * of per-image values.
 *
 * @param all over all faces
 * @param byTone by skin tone group
 */
public record ValidationResult(Figures all, Map<String, Figures> byTone) {

	/** @return all figures by their names in model cards, to three digits */
	public Map<String, Double> metrics() {
		final Map<String, Double> metrics = all.metrics("");
		byTone.forEach((tone, figures) -> metrics.putAll(figures.metrics(tone +
			" ")));
		return metrics;
	}

	/**
	 * @param count number of faces
	 * @param idlePsnr PSNR of the untouched picture, dB
	 * @param psnr PSNR of the result, dB
	 * @param maskPsnr PSNR inside the make-up mask, dB
	 * @param drift mean difference outside the mask, of 255
	 */
	public record Figures(int count, double idlePsnr, double psnr,
		double maskPsnr, double drift)
	{

		/** @return gain over doing nothing, dB */
		public double gain() {
			return psnr - idlePsnr;
		}

		/**
		 * @param prefix what every name begins with
		 * @return the figures by their names in model cards, to three digits
		 */
		public Map<String, Double> metrics(final String prefix) {
			final Map<String, Double> metrics = new TreeMap<>();
			metrics.put(prefix + "faces", (double) count);
			metrics.put(prefix + "untouched PSNR dB", round(idlePsnr));
			metrics.put(prefix + "PSNR dB", round(psnr));
			metrics.put(prefix + "gain dB", round(gain()));
			metrics.put(prefix + "mask PSNR dB", round(maskPsnr));
			metrics.put(prefix + "drift /255", round(drift));
			return metrics;
		}

		private static double round(final double v) {
			return Math.round(1000 * v) / 1000.0;
		}
	}
}
