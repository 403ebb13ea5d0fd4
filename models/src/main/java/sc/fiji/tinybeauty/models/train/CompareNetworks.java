package sc.fiji.tinybeauty.models.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.models.engine.TorchFunction;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.makeup.StartWeights;
import sc.fiji.tinybeauty.models.makeup.TinyBeauty;

/**
 * Command line that trains several designs alike on one recipe and writes a
 * Markdown table of size, speed and quality on the validation faces:
 *
 * <pre>
 * CompareNetworks --recipe NAME|FILE --faces DIR --landmarks FILE --out FILE
 *     [--designs unet,H2,TinyBeauty-2] [--steps 1500] [--batch 8] [--seed 1]
 *     [--rate 0.0012] [--cache FILE] [--perceptual 0.3] [--adversarial 0.1]
 * </pre>
 *
 * The last two add a perceptual or an adversarial term to the loss, as large at
 * the first step as that part of the colour loss.
 *
 * With {@code --steps 0} only the speeds are measured. Each row is written as
 * soon as it is known; a row without figures is a design yet to be trained.
 */
public final class CompareNetworks {

	private static final String HEAD =
		"| design | parameters | M multiply-adds | ms (median) | PSNR | gain | mask | drift | s to train |\n" +
			"| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";

	private final Map<String, String> args;
	private final List<String> designs;
	private final Path out;

	private CompareNetworks(final Map<String, String> args) {
		this.args = args;
		designs = List.of(args.getOrDefault("designs", "unet,H2,TinyBeauty-2").split(
			","));
		out = Path.of(args.get("out"));
	}

	/**
	 * @param args see the class
	 * @throws IOException if a file cannot be read or written
	 * @throws InterruptedException never by itself
	 */
	public static void main(final String... args) throws IOException,
		InterruptedException
	{
		new CompareNetworks(Arguments.of(args,
			"Usage: CompareNetworks --recipe NAME|FILE --faces DIR --landmarks FILE" +
				" --out FILE [--designs NAME,...] [--steps N] [--batch N] [--seed N]" +
				" [--rate R] [--cache FILE] [--perceptual SHARE] [--adversarial SHARE]",
			"recipe,faces,landmarks,out",
			"designs,steps,batch,seed,rate,cache,perceptual,adversarial")).run();
	}

	private void run() throws IOException, InterruptedException {
		TorchEngine.ensureLoaded();
		final Map<String, String> rows = new LinkedHashMap<>();
		final List<TorchFunction> functions = functions();
		final double[][] times = Latency.of(functions, 100);
		functions.forEach(TorchFunction::close);
		for (int i = 0; i < designs.size(); i++) {
			final NetworkGraph graph = graph(designs.get(i));
			rows.put(designs.get(i), String.format(Locale.ROOT,
				"| %s | %,d | %.0f | %.2f (%.2f) |", designs.get(i), graph
					.parameterCount(), graph.multiplyAdds() / 1e6, times[i][0],
				times[i][1]));
		}
		write(rows);
		final int steps = Integer.parseInt(args.getOrDefault("steps", "1500"));
		if (steps == 0) return;
		final RecipePairs pairs = RecipeChoice.of(args.get("recipe")).paint(FaceSet
			.open(Path.of(args.get("faces")), Path.of(args.get("landmarks"))), args);
		for (final String design : designs) {
			rows.merge(design, train(design, pairs, options(steps)), String::concat);
			write(rows);
		}
	}

	private static NetworkGraph graph(final String design) {
		return NetworkDesigns.graph(design, TinyBeauty.SIZE);
	}

	private List<TorchFunction> functions() {
		return designs.stream().map(design -> TorchFunction.load(graph(design),
			StartWeights.of(graph(design), 1), TorchEngine.device(
				DeviceChoice.CPU))).toList();
	}

	private TrainingOptions options(final int steps) {
		final TrainingOptions standard = TrainingOptions.standard(steps);
		return standard.withBatch(Integer.parseInt(args.getOrDefault("batch", "8")))
			.withSeed(Long.parseLong(args.getOrDefault("seed", "1"))).withPeakRate(
				Double.parseDouble(args.getOrDefault("rate", Double.toString(standard
					.peakRate())))).withValidateEvery(steps);
	}

	private void write(final Map<String, String> rows) throws IOException {
		Files.writeString(out, HEAD + String.join("\n", rows.values()) + "\n",
			StandardCharsets.UTF_8, StandardOpenOption.CREATE,
			StandardOpenOption.TRUNCATE_EXISTING);
	}

	private LossTerm[] terms(final long seed) {
		final List<LossTerm> terms = new ArrayList<>();
		if (args.containsKey("perceptual")) terms.add(new PerceptualTerm(Double
			.parseDouble(args.get("perceptual"))));
		if (args.containsKey("adversarial")) terms.add(new AdversarialTerm(Double
			.parseDouble(args.get("adversarial")), seed));
		return terms.toArray(LossTerm[]::new);
	}

	/** @return the rest of the design's row */
	private String train(final String design, final RecipePairs pairs,
		final TrainingOptions options) throws IOException, InterruptedException
	{
		System.out.println(design);
		final NetworkGraph graph = graph(design);
		final long start = System.nanoTime();
		final LossTerm[] terms = terms(options.seed());
		try (TrainableNet net = new TrainableNet(graph, StartWeights.of(graph,
			options.seed()), TorchEngine.device(DeviceChoice.CPU)))
		{
			final TrainingProgress progress = new TrainingProgress(System.out, Path.of(
				""));
			final TrainingRun run = new TrainingRun(net, seed -> net.arrays(StartWeights
				.of(graph, seed)), pairs, options, progress, null, terms);
			run.run();
			final ValidationResult.Figures f = progress.latest().all();
			return String.format(Locale.ROOT, " %.2f | %+.2f | %.2f | %.3f | %.0f |", f
				.psnr(), f.gain(), f.maskPsnr(), f.drift(), (System.nanoTime() - start) /
					1e9);
		}
		finally {
			for (final LossTerm term : terms)
				term.close();
		}
	}
}
