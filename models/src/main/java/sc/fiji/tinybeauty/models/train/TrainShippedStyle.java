package sc.fiji.tinybeauty.models.train;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.imageio.ImageIO;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.makeup.Style;
import sc.fiji.tinybeauty.models.makeup.TinyBeauty;
import sc.fiji.tinybeauty.models.recipe.Recipe;
import sc.fiji.tinybeauty.models.recipe.RecipeRenderer;
import sc.fiji.tinybeauty.models.weights.AtomicFile;
import sc.fiji.tinybeauty.models.weights.ModelCard;

/**
 * Command line that trains a style from a recipe on a folder of faces, as the
 * shipped styles were:
 *
 * <pre>
 * TrainShippedStyle --recipe natural --faces DIR --landmarks FILE --out DIR
 *     [--steps 6000] [--batch 16] [--seed 1] [--rate 0.0012] [--from STYLE]
 *     [--name NAME] [--cache FILE]
 * </pre>
 *
 * {@code --recipe} is a shipped name or a file. The output folder receives
 * NAME.safetensors, NAME.json (card), NAME.recipe.json, NAME-curve.csv,
 * NAME-curve.png and NAME-faces.png; also {@code checkpoint.safetensors}, from
 * which the same command goes on after an interruption. A file named
 * {@code stop} in that folder ends training and keeps the best weights.
 * {@code --from} refines given weights instead of random ones.
 */
public final class TrainShippedStyle {

	private static final Set<String> KEYS = Set.of("recipe", "faces",
		"landmarks", "out", "steps", "batch", "seed", "rate", "from", "name",
		"cache");

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
		final Map<String, String> map = new HashMap<>();
		for (int i = 0; i + 1 < args.length; i += 2)
			map.put(args[i].replaceFirst("^--", ""), args[i + 1]);
		if (args.length % 2 != 0 || !KEYS.containsAll(map.keySet()) || !map.keySet()
			.containsAll(List.of("recipe", "faces", "landmarks", "out")))
		{
			System.err.println("Usage: TrainShippedStyle --recipe NAME|FILE" +
				" --faces DIR --landmarks FILE --out DIR [--steps N] [--batch N]" +
				" [--seed N] [--rate R] [--from STYLE] [--name NAME] [--cache FILE]");
			System.exit(2);
		}
		new TrainShippedStyle(map).run();
	}

	private void run() throws IOException, InterruptedException {
		final Path out = Path.of(args.get("out"));
		Files.createDirectories(out);
		final String json = recipeText();
		final Recipe recipe = Recipe.SHIPPED.contains(args.get("recipe")) ? Recipe
			.shipped(args.get("recipe")) : Recipe.read(Path.of(args.get("recipe")));
		final FaceSet faces = FaceSet.open(Path.of(args.get("faces")), Path.of(args
			.get("landmarks")));
		final RecipePairs pairs = RecipePairs.paint(faces, (bare, landmarks,
			made) -> RecipeRenderer.render(bare, landmarks, recipe, made), cache(
				json));
		System.out.println(pairs.size() + " pairs; left out: " + pairs.leftOut());
		final TrainingOptions options = options();
		final StyleTrainer trainer = new StyleTrainer(DeviceChoice.CPU).resumable(
			out.resolve("checkpoint.safetensors"));
		if (args.containsKey("from")) trainer.startingFrom(from().weights());
		final TrainingProgress progress = new TrainingProgress(System.out, out);
		final StyleTrainer.Result result = trainer.train(pairs, options, progress);
		write(out, recipe, json, faces, pairs, options, result);
	}

	private Style from() throws IOException {
		return Style.load(Path.of(args.get("from")));
	}

	private String recipeText() throws IOException {
		final String name = args.get("recipe");
		if (!Recipe.SHIPPED.contains(name)) return Files.readString(Path.of(name));
		try (var in = Recipe.class.getResourceAsStream("../recipes/" + name +
			".json"))
		{
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private PairCache cache(final String json) throws IOException {
		if (!args.containsKey("cache")) return null;
		return new PairCache(Path.of(args.get("cache")), ModelCard.sha256(json
			.getBytes(StandardCharsets.UTF_8)));
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

	private void write(final Path out, final Recipe recipe, final String json,
		final FaceSet faces, final RecipePairs pairs,
		final TrainingOptions options, final StyleTrainer.Result result)
		throws IOException
	{
		final String name = args.getOrDefault("name", recipe.name());
		final ModelCard card = new ModelCard(name, recipe.description(),
			"BSD-2-Clause", TinyBeauty.ARCHITECTURE, 0, options.seed(), result
				.steps(), FaceCredits.of(faces, pairs), metrics(options, result), "");
		Style.of(card, result.weights()).save(out);
		AtomicFile.write(out.resolve(name + ".recipe.json"), json.getBytes(
			StandardCharsets.UTF_8));
		AtomicFile.write(out.resolve(name + "-curve.csv"), result.curve().toCsv()
			.getBytes(StandardCharsets.UTF_8));
		AtomicFile.write(out.resolve(name + "-curve.png"), png(CurvePlot.draw(result
			.curve())));
		AtomicFile.write(out.resolve(name + "-faces.png"), png(result.sheet()));
		System.out.println("Written to " + out + ".");
	}

	private static byte[] png(final BufferedImage image) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(image, "png", bytes);
		return bytes.toByteArray();
	}

	private Map<String, Double> metrics(final TrainingOptions options,
		final StyleTrainer.Result result) throws IOException
	{
		final Map<String, Double> metrics = new HashMap<>();
		if (args.containsKey("from")) metrics.put(BEFORE, from().card().steps() +
			from().card().metrics().getOrDefault(BEFORE, 0.0));
		metrics.put("batch", (double) options.batch());
		add(metrics, "", result.quality().all());
		result.quality().byTone().forEach((tone, figures) -> add(metrics, tone + " ",
			figures));
		return metrics;
	}

	private static void add(final Map<String, Double> metrics,
		final String prefix, final ValidationResult.Figures f)
	{
		metrics.put(prefix + "faces", (double) f.count());
		metrics.put(prefix + "untouched PSNR dB", round(f.idlePsnr()));
		metrics.put(prefix + "PSNR dB", round(f.psnr()));
		metrics.put(prefix + "gain dB", round(f.gain()));
		metrics.put(prefix + "mask PSNR dB", round(f.maskPsnr()));
		metrics.put(prefix + "drift /255", round(f.drift()));
	}

	private static double round(final double v) {
		return Math.round(1000 * v) / 1000.0;
	}
}
