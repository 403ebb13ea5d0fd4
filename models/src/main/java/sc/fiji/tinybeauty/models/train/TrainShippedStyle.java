package sc.fiji.tinybeauty.models.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.makeup.Style;
import sc.fiji.tinybeauty.models.makeup.TinyBeauty;
import sc.fiji.tinybeauty.models.weights.AtomicFile;
import sc.fiji.tinybeauty.models.weights.ModelCard;

/**
 * Command line that trains a style from a recipe on a folder of faces, as the
 * shipped styles were:
 *
 * <pre>
 * TrainShippedStyle --recipe natural --faces DIR --landmarks FILE --out DIR
 *     [--steps 6000] [--batch 16] [--seed 1] [--rate 0.0012] [--from STYLE]
 *     [--name NAME] [--cache FILE] [--fill 0] [--favour TONE,...]
 * </pre>
 *
 * {@code --recipe} is a shipped name or a file. The output folder receives
 * NAME.safetensors, NAME.json (card), NAME.recipe.json, NAME-curve.csv,
 * NAME-curve.png and NAME-faces.png; also {@code checkpoint.safetensors}, from
 * which the same command goes on after an interruption. A file named
 * {@code stop} in that folder ends training and keeps the best weights.
 * {@code --from} refines given weights instead of random ones. {@code --fill}
 * fills groups of skin tone up to so many faces ({@link ToneFilling});
 * {@code --favour} draws from the groups named twice as often as from others.
 */
public final class TrainShippedStyle {

	/** Steps that the weights given by {@code --from} had already seen. */
	private static final String BEFORE = "steps before refinement";

	private final Map<String, String> args;

	private TrainShippedStyle(final Map<String, String> args) {
		this.args = args;
	}

	/**
	 * @param args see the class
	 * @throws IOException if a file cannot be read or written
	 * @throws InterruptedException never by itself
	 */
	public static void main(final String... args) throws IOException,
		InterruptedException
	{
		final Map<String, String> map = Arguments.of(args,
			"Usage: TrainShippedStyle --recipe NAME|FILE --faces DIR --landmarks FILE" +
				" --out DIR [--steps N] [--batch N] [--seed N] [--rate R] [--from STYLE]" +
				" [--name NAME] [--cache FILE] [--fill N] [--favour TONE,...]",
			"recipe,faces,landmarks,out",
			"steps,batch,seed,rate,from,name,cache,fill,favour");
		new TrainShippedStyle(map).run();
	}

	private void run() throws IOException, InterruptedException {
		final Path out = Path.of(args.get("out"));
		Files.createDirectories(out);
		final RecipeChoice choice = RecipeChoice.of(args.get("recipe"));
		final FaceSet faces = FaceSet.open(Path.of(args.get("faces")), Path.of(args
			.get("landmarks")));
		final RecipePairs pairs = choice.paint(faces, args).favouring(args
			.containsKey("favour") ? Set.of(args.get("favour").split(",")) : Set.of());
		System.out.println(pairs.size() + " pairs; left out: " + pairs.leftOut());
		final TrainingOptions options = options();
		final StyleTrainer trainer = new StyleTrainer(DeviceChoice.CPU).resumable(
			out.resolve("checkpoint.safetensors"));
		if (args.containsKey("from")) trainer.startingFrom(from().startWeights());
		final TrainingProgress progress = new TrainingProgress(System.out, out);
		final StyleTrainer.Result result = trainer.train(pairs, options, progress);
		write(out, choice, faces, pairs, options, result);
	}

	private Style from() throws IOException {
		return Style.load(Path.of(args.get("from")));
	}

	private TrainingOptions options() {
		final int steps = Integer.parseInt(args.getOrDefault("steps", "6000"));
		final TrainingOptions fresh = TrainingOptions.standard(steps);
		// Weights that know where the lips are need no push towards them.
		final TrainingOptions standard = args.containsKey("from") ? fresh
			.withEmphasis(TrainingOptions.LATE_EMPHASIS) : fresh;
		return standard.withBatch(Integer.parseInt(args.getOrDefault("batch", Integer
			.toString(standard.batch())))).withSeed(Long.parseLong(args.getOrDefault(
				"seed", "1"))).withPeakRate(Double.parseDouble(args.getOrDefault("rate",
					Double.toString(standard.peakRate()))));
	}

	private void write(final Path out, final RecipeChoice choice,
		final FaceSet faces, final RecipePairs pairs,
		final TrainingOptions options, final StyleTrainer.Result result)
		throws IOException
	{
		final String name = args.getOrDefault("name", choice.recipe().name());
		final Map<String, Double> metrics = metrics(options);
		final ModelCard card = new ModelCard(name, choice.recipe().description(),
			"BSD-2-Clause", TinyBeauty.ARCHITECTURE, 0, options.seed(), result
				.steps(), FaceCredits.of(faces, pairs), metrics, "");
		metrics.putAll(CardFigures.of(Style.of(card, result.weights()), pairs));
		Style.of(card.withMetrics(metrics), result.weights()).save(out);
		AtomicFile.write(out.resolve(name + ".recipe.json"), choice.json().getBytes(
			StandardCharsets.UTF_8));
		AtomicFile.write(out.resolve(name + "-curve.csv"), result.curve().toCsv()
			.getBytes(StandardCharsets.UTF_8));
		AtomicFile.writePng(out.resolve(name + "-curve.png"), CurvePlot.draw(result
			.curve()));
		AtomicFile.writePng(out.resolve(name + "-faces.png"), result.sheet());
		System.out.println("Written to " + out + ".");
	}

	private Map<String, Double> metrics(final TrainingOptions options)
		throws IOException
	{
		final Map<String, Double> metrics = new HashMap<>();
		if (args.containsKey("from")) metrics.put(BEFORE, from().card().steps() +
			from().card().metrics().getOrDefault(BEFORE, 0.0));
		metrics.put("batch", (double) options.batch());
		return metrics;
	}
}
