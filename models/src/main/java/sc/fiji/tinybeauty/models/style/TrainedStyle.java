package sc.fiji.tinybeauty.models.style;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import sc.fiji.tinybeauty.models.makeup.Style;
import sc.fiji.tinybeauty.models.train.LossCurve;
import sc.fiji.tinybeauty.models.train.ValidationResult;

/**
 * What a training gave.
 *
 * @param style the style as it was written
 * @param file its weights file
 * @param steps steps planned
 * @param bestStep step whose weights were kept
 * @param pairs number of pairs trained on
 * @param heldOut which pairs were held out, one sentence
 * @param quality figures on the held-out pairs
 * @param seeds figures on the real pairs that an amplified set was made from and
 *          that were not trained on; null if there are none
 * @param leftOut pairs not used, each with the reason
 * @param curve the course of the training
 * @param sheet held-out pairs in rows of bare, truth and result
 */
public record TrainedStyle(Style style, Path file, int steps, int bestStep,
	int pairs, String heldOut, ValidationResult quality,
	ValidationResult.Figures seeds, List<String> leftOut, LossCurve curve,
	BufferedImage sheet)
{

	/** @return the result in a few sentences */
	public String summary() {
		final StringBuilder text = new StringBuilder();
		text.append(String.format(Locale.ROOT,
			"\"%s\" was trained on %d pairs; the weights of step %d of %d were kept.%n",
			style.name(), pairs, bestStep, steps));
		text.append(heldOut).append('\n');
		if (quality.all().count() > 0) text.append("Judged on them: ").append(figures(
			quality.all())).append('\n');
		if (seeds != null) text.append(
			"Real seeds, which the style was not trained on: ").append(figures(seeds))
			.append('\n');
		if (!leftOut.isEmpty()) text.append("Left out: ").append(String.join("; ",
			leftOut)).append(".\n");
		return text.toString();
	}

	private static String figures(final ValidationResult.Figures f) {
		return String.format(Locale.ROOT,
			"%d pictures, untouched %.2f dB, style %.2f dB (gain %+.2f dB), %.2f dB inside the make-up, drift outside %.2f of 255.",
			f.count(), f.idlePsnr(), f.psnr(), f.gain(), f.maskPsnr(), f.drift());
	}
}
