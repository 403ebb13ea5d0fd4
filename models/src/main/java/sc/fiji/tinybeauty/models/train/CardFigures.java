package sc.fiji.tinybeauty.models.train;

import java.util.Map;
import java.util.TreeMap;

import net.imglib2.img.array.ArrayImgs;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.makeup.ResidualPredictor;
import sc.fiji.tinybeauty.models.makeup.Style;
import sc.fiji.tinybeauty.ops.image.FloatImages;

/** The quality figures of model cards, measured on a style as it ships. */
final class CardFigures {

	private CardFigures() {}

	/**
	 * @param style the style
	 * @param pairs pairs of its look; those kept from training are measured
	 * @return figures by name, over all faces and by skin tone group
	 */
	static Map<String, Double> of(final Style style,
		final TrainingPairs pairs)
	{
		final Map<String, Double> metrics = new TreeMap<>();
		final Validation validation = new Validation(pairs);
		try (ResidualPredictor network = ResidualPredictor.open(style,
			DeviceChoice.CPU))
		{
			final Validation.Net net = net(network);
			metrics.putAll(validation.measure(net).metrics());
			final double ssim = validation.ssimOutside(net);
			if (Double.isFinite(ssim)) metrics.put("SSIM outside the make-up", Math
				.round(1e5 * ssim) / 1e5);
		}
		return metrics;
	}

	/** @return the network as validation calls it */
	static Validation.Net net(final ResidualPredictor network) {
		return (input, size) -> FloatImages.toArray(network.predict(ArrayImgs.floats(
			input, size, size, 3)));
	}
}
