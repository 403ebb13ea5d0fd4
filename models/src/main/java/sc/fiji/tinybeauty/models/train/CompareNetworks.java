package sc.fiji.tinybeauty.models.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import ai.djl.ndarray.NDManager;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.makeup.StartWeights;
import sc.fiji.tinybeauty.models.recipe.Recipe;
import sc.fiji.tinybeauty.models.recipe.RecipeRenderer;
import sc.fiji.tinybeauty.models.weights.Tensor;

/** Trains several designs alike. */
public final class CompareNetworks {

	private CompareNetworks() {}

	public static void main(final String... args) throws IOException,
		InterruptedException
	{
		final Map<String, String> map = new HashMap<>();
		for (int i = 0; i + 1 < args.length; i += 2)
			map.put(args[i].replaceFirst("^--", ""), args[i + 1]);
		final Recipe recipe = Recipe.shipped(map.get("recipe"));
		final FaceSet faces = FaceSet.open(Path.of(map.get("faces")), Path.of(map
			.get("landmarks")));
		final RecipePairs pairs = RecipePairs.paint(faces, (bare, landmarks,
			made) -> RecipeRenderer.render(bare, landmarks, recipe, made),
			new PairCache(Path.of(map.get("cache")), map.get("recipe")));
		final int steps = Integer.parseInt(map.get("steps"));
		final TrainingOptions options = TrainingOptions.standard(steps).withBatch(
			Integer.parseInt(map.get("batch"))).withSeed(Long.parseLong(map
				.getOrDefault("seed", "1"))).withPeakRate(Double.parseDouble(map
					.getOrDefault("rate", "0.0012"))).withValidateEvery(steps);
		for (final String name : map.get("designs").split(","))
			train(name, pairs, options, Path.of(map.get("out")));
	}

	private static void train(final String name, final RecipePairs pairs,
		final TrainingOptions options, final Path out) throws IOException,
		InterruptedException
	{
		TorchEngine.ensureLoaded();
		final NetworkGraph graph = NetworkDesigns.graph(name, 256);
		System.out.println(name + " " + graph.parameterCount());
		final long start = System.nanoTime();
		try (NDManager manager = NDManager.newBaseManager(TorchEngine.device(
			DeviceChoice.CPU)))
		{
			final TrainableNet net = new TrainableNet(graph, initial(graph, 1),
				manager);
			final TrainingProgress progress = new TrainingProgress(System.out, out
				.getParent());
			final TrainingRun run = new TrainingRun(net, seed -> net.names().stream()
				.map(n -> initial(graph, seed).get(n).data()).toArray(float[][]::new),
				pairs, options, progress, null);
			run.run();
			final ValidationResult.Figures f = progress.latest().all();
			final String line = String.format(Locale.ROOT,
				"| %s | %d | %d x %d | %.2f | %.2f | %.2f | %.3f | %.0f s |%n", name, graph
					.parameterCount(), options.steps(), options.batch(), f.psnr(), f
						.gain(), f.maskPsnr(), f.drift(), (System.nanoTime() - start) / 1e9);
			System.out.print(line);
			Files.writeString(out, line, StandardCharsets.UTF_8,
				StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
	}

	static Map<String, Tensor> initial(final NetworkGraph graph,
		final long seed)
	{
		return StartWeights.of(graph, seed);
	}
}
