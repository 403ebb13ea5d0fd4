package sc.fiji.tinybeauty.models.evaluate;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * Values of all figures.
 *
 * @param values by figure; what is missing was not measurable
 */
public record Figures(Map<Figure, Double> values) {

	/** @return the value, not a number if it was not measurable */
	public double get(final Figure figure) {
		return values.getOrDefault(figure, Double.NaN);
	}

	/**
	 * @param all some figures
	 * @return the mean of each figure over those that have it
	 */
	public static Figures mean(final Collection<Figures> all) {
		final Map<Figure, Double> means = new EnumMap<>(Figure.class);
		for (final Figure figure : Figure.values())
			all.stream().mapToDouble(f -> f.get(figure)).filter(v -> !Double.isNaN(v))
				.average().ifPresent(v -> means.put(figure, v));
		return new Figures(means);
	}
}
