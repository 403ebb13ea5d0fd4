package sc.fiji.tinybeauty.models.style;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import sc.fiji.tinybeauty.models.makeup.ResidualPredictor;
import sc.fiji.tinybeauty.models.makeup.Style;
import sc.fiji.tinybeauty.models.makeup.Styles;
import sc.fiji.tinybeauty.models.makeup.TinyBeauty;
import sc.fiji.tinybeauty.models.train.CurvePlot;
import sc.fiji.tinybeauty.models.train.StyleTrainer;
import sc.fiji.tinybeauty.models.train.ValidationResult;
import sc.fiji.tinybeauty.models.weights.AtomicFile;
import sc.fiji.tinybeauty.models.weights.ModelCard;

/**
 * Writes a trained style: weights and card, {@code -curve.csv}, {@code
 * -curve.png} and {@code -faces.png} beside them, and weights and card once more
 * in the user's own folder of styles, where they are listed.
 */
final class StyleOutput {

	private final StyleOrder order;
	private final StartWeights start;
	private final HoldOut parts;
	private final List<String> leftOut;

	StyleOutput(final StyleOrder order, final StartWeights start,
		final HoldOut parts, final List<String> leftOut)
	{
		this.order = order;
		this.start = start;
		this.parts = parts;
		this.leftOut = leftOut;
	}

	/** Writes everything, the style itself last. */
	TrainedStyle write(final TrainingPlan plan,
		final StyleTrainer.Result result) throws IOException
	{
		final ValidationResult.Figures seeds = seeds(Style.of(card(plan, result,
			null), result.weights()));
		final Style style = Style.of(card(plan, result, seeds), result.weights());
		AtomicFile.write(order.beside("-curve.csv"), result.curve().toCsv().getBytes(
			StandardCharsets.UTF_8));
		AtomicFile.writePng(order.beside("-curve.png"), CurvePlot.draw(result
			.curve()));
		if (!parts.held().isEmpty()) AtomicFile.writePng(order
			.beside("-faces.png"), result.sheet());
		style.saveTo(order.out());
		if (order.listed()) Styles.add(style, order.out());
		return new TrainedStyle(style, order.out(), plan.steps(), result.steps(),
			parts.train().size(), parts.sentence(), result.quality(), seeds, leftOut,
			result.curve(), result.sheet());
	}

	private ValidationResult.Figures seeds(final Style style)
		throws IOException
	{
		if (parts.seeds().isEmpty()) return null;
		try (ResidualPredictor network = ResidualPredictor.open(style, order
			.device()))
		{
			return PairFigures.of(parts.seeds(), network);
		}
	}

	private ModelCard card(final TrainingPlan plan,
		final StyleTrainer.Result result, final ValidationResult.Figures seeds)
	{
		final Map<String, Double> metrics = new TreeMap<>();
		metrics.put("batch", (double) order.batch());
		metrics.put("planned steps", (double) plan.steps());
		if (result.quality().all().count() > 0) metrics.putAll(result.quality()
			.metrics());
		if (seeds != null) metrics.putAll(seeds.metrics("seeds "));
		final String origin = start.weights() == null ? "random weights"
			: "the weights of " + start.name().split(" ")[0];
		return new ModelCard(order.name(), "Trained by a user on pairs of their own, from " +
			origin + ". " + parts.sentence(), "NOASSERTION", TinyBeauty.ARCHITECTURE, 0,
			order.seed(), result.steps(), List.of(new ModelCard.TrainingData(
				"pairs of the user", parts.train().size(), "NOASSERTION",
				"see the user's own records of licence and consent")), metrics, "");
	}
}
