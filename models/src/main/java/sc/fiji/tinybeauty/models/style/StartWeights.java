package sc.fiji.tinybeauty.models.style;

import java.io.IOException;
import java.util.Map;

import sc.fiji.tinybeauty.models.makeup.Style;
import sc.fiji.tinybeauty.models.makeup.Styles;
import sc.fiji.tinybeauty.models.makeup.TinyBeautyH2;
import sc.fiji.tinybeauty.models.train.StyleTrainer;
import sc.fiji.tinybeauty.models.train.TrainingOptions;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * The weights that a training begins with. Those of a style know where lips and
 * lids are, whatever its colours.
 *
 * @param name what they are called, for records
 * @param weights the weights; null for random ones
 */
record StartWeights(String name, Map<String, Tensor> weights) {

	/** Rates above this would undo what the weights know. */
	private static final double GENTLE = 1e-3;

	/**
	 * Shipped styles of the first network are no help to this one.
	 *
	 * @param from see {@link StyleOrder#from}
	 * @throws IOException if a style cannot be read
	 * @throws IllegalArgumentException if there is no such style
	 */
	static StartWeights of(final String from) throws IOException {
		if (from.equals(StyleOrder.RANDOM)) return new StartWeights(from, null);
		if (!from.equals(StyleOrder.AUTO)) return of(Styles.byNameOrFile(from));
		for (final String shipped : Styles.shipped()) {
			final Style style = Styles.byNameOrFile(shipped);
			if (!style.card().architecture().equals(TinyBeautyH2.ARCHITECTURE))
				return of(style);
		}
		return new StartWeights(StyleOrder.RANDOM, null);
	}

	private static StartWeights of(final Style style) {
		return new StartWeights(style.name() + " " + style.card().sha256(), style
			.startWeights());
	}

	/** @return a trainer that begins with these weights */
	StyleTrainer prepare(final StyleTrainer trainer) {
		return weights == null ? trainer : trainer.startingFrom(weights);
	}

	/** @return settings for a training that begins with these weights */
	TrainingOptions options(final int steps) {
		final TrainingOptions options = TrainingOptions.standard(steps);
		return weights == null ? options : options.withPeakRate(Math.min(GENTLE,
			options.peakRate())).withEmphasis(TrainingOptions.LATE_EMPHASIS);
	}
}
