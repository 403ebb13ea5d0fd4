package sc.fiji.tinybeauty.models.amplify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.tinybeauty.models.train.Arguments;
import sc.fiji.tinybeauty.models.train.CurvePlot;
import sc.fiji.tinybeauty.models.train.FaceCredits;
import sc.fiji.tinybeauty.models.train.FaceSet;
import sc.fiji.tinybeauty.models.train.LossCurve;
import sc.fiji.tinybeauty.models.train.TrainingListener;
import sc.fiji.tinybeauty.models.train.TrainingProgress;
import sc.fiji.tinybeauty.models.train.ValidationResult;
import sc.fiji.tinybeauty.models.weights.AtomicFile;
import sc.fiji.tinybeauty.models.weights.ModelCard;
import sc.fiji.tinybeauty.models.weights.SafeTensors;

/**
 * Command line that trains the amplifier's prior on random make-up:
 *
 * <pre>
 * TrainPrior --faces DIR --landmarks FILE --out DIR [--steps 6000] [--batch 8]
 *     [--seed 1] [--rate 0.0006] [--validate-every 250] [--validation-faces 12]
 *     [--most-faces N] [--from PRIOR.safetensors]
 * </pre>
 *
 * {@code --from} begins with the weights of an earlier prior instead of random
 * ones.
 *
 * The output folder receives, at every validation, prior.safetensors (averaged
 * weights, at half precision), prior.json (card), prior-curve.csv and
 * prior-curve.png; every few minutes {@code checkpoint.safetensors}, from which the
 * same command goes on after an interruption. A file named {@code stop} in that
 * folder ends training.
 */
public final class TrainPrior {

	private static final String USAGE =
		"Usage: TrainPrior --faces DIR --landmarks FILE --out DIR [--steps N]" +
			" [--batch N] [--seed N] [--rate R] [--validate-every N]" +
			" [--validation-faces N] [--most-faces N] [--from PRIOR]";
	/** Steps of the trainings before this one. */
	private static final String BEFORE = "steps before";
	private static final double SAVE_EVERY_SECONDS = 240;

	private final Map<String, String> args;

	private TrainPrior(final Map<String, String> args) {
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
		new TrainPrior(Arguments.of(args, USAGE, "faces,landmarks,out",
			"steps,batch,seed,rate,validate-every,validation-faces,most-faces,from"))
				.run();
	}

	private double number(final String key, final double standard) {
		return args.containsKey(key) ? Double.parseDouble(args.get(key)) : standard;
	}

	private void run() throws IOException, InterruptedException {
		final Path out = Path.of(args.get("out"));
		Files.createDirectories(out);
		final FaceSet set = FaceSet.open(Path.of(args.get("faces")), Path.of(args.get(
			"landmarks")));
		final int most = (int) number("most-faces", Integer.MAX_VALUE);
		final PriorFaces faces = new PriorFaces(set, false, most);
		final PriorFaces held = new PriorFaces(set, true, most);
		System.out.println(faces.size() + " faces to train on, " + held.size() +
			" held out.");
		final PriorTrainer.Settings settings = new PriorTrainer.Settings((int) number(
			"steps", 6000), (int) number("batch", 8), (long) number("seed", 1), number(
				"rate", 6e-4), (int) number("validate-every", 250), SAVE_EVERY_SECONDS);
		final Listener listener = new Listener(new TrainingProgress(System.out, out));
		final Prior from = args.containsKey("from") ? Prior.load(Path.of(args.get(
			"from"))) : null;
		final PriorTrainer trainer = new PriorTrainer(faces, new PriorValidation(held,
			(int) number("validation-faces", 12)), from == null ? ResidualDiffusion
				.initialWeights(settings.seed()) : from.weights(), settings, listener, out
					.resolve("checkpoint.safetensors"));
		listener.results = () -> write(out, set, faces, settings, trainer, from);
		if (trainer.step() > 0) System.out.println("Going on from step " + trainer
			.step() + ".");
		trainer.run();
		listener.results.write();
		System.out.println("Written to " + out + ".");
	}

	/** Writes the results so far. */
	private interface Results {

		void write() throws IOException;
	}

	/** Reports, and writes the results at every validation. */
	private static final class Listener implements TrainingListener {

		private final TrainingProgress progress;
		private Results results;

		Listener(final TrainingProgress progress) {
			this.progress = progress;
		}

		@Override
		public void step(final int step, final int steps, final double loss,
			final double relativeError)
		{
			progress.step(step, steps, loss, relativeError);
		}

		@Override
		public void validated(final int step, final ValidationResult result) {
			progress.validated(step, result);
			try {
				results.write();
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		}

		@Override
		public void message(final String message) {
			progress.message(message);
		}

		@Override
		public boolean stopRequested() {
			return progress.stopRequested();
		}
	}

	private static void write(final Path out, final FaceSet set,
		final PriorFaces faces, final PriorTrainer.Settings settings,
		final PriorTrainer trainer, final Prior from) throws IOException
	{
		final byte[] weights = SafeTensors.encode(trainer.weights(), Map.of(),
			SafeTensors.Precision.F16);
		final ModelCard card = new ModelCard("prior",
			"Prior of the data amplifier: a residual diffusion model trained on random make-up.",
			"BSD-2-Clause", ResidualDiffusion.ARCHITECTURE, ResidualDiffusion.graph()
				.parameterCount(), settings.seed(), trainer.step(), FaceCredits.of(set,
					faces.files()), metrics(settings, trainer.curve(), from), ModelCard
						.sha256(weights));
		AtomicFile.write(out.resolve("prior.safetensors"), weights);
		AtomicFile.write(out.resolve("prior.json"), card.toJson());
		AtomicFile.write(out.resolve("prior-curve.csv"), trainer.curve().toCsv()
			.getBytes(StandardCharsets.UTF_8));
		AtomicFile.writePng(out.resolve("prior-curve.png"), CurvePlot.draw(trainer
			.curve()));
	}

	private static Map<String, Double> metrics(
		final PriorTrainer.Settings settings, final LossCurve curve,
		final Prior from)
	{
		final Map<String, Double> metrics = new HashMap<>();
		metrics.put("batch", (double) settings.batch());
		if (from != null) metrics.put(BEFORE, from.card().steps() + from.card()
			.metrics().getOrDefault(BEFORE, 0.0));
		final List<LossCurve.Check> checks = curve.checks();
		if (checks.isEmpty()) return metrics;
		final var f = checks.get(checks.size() - 1).result().all();
		metrics.put("untouched PSNR dB", f.idlePsnr());
		metrics.put("PSNR dB", f.psnr());
		metrics.put("gain dB", f.gain());
		metrics.put("mask PSNR dB", f.maskPsnr());
		return metrics;
	}
}
