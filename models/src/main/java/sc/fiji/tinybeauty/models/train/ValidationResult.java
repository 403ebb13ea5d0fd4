package sc.fiji.tinybeauty.models.train;

import java.util.Map;

/**
 * How well a style does on faces it was not trained on; every figure is the mean
 * of per-image values.
 *
 * @param all over all faces
 * @param byTone by skin tone group
 */
public record ValidationResult(Figures all, Map<String, Figures> byTone) {

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
	}
}
