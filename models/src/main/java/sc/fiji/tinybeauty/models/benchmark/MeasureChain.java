package sc.fiji.tinybeauty.models.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sc.fiji.tinybeauty.models.amplify.FineTuning;
import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.evaluate.Figure;
import sc.fiji.tinybeauty.models.makeup.Style;
import sc.fiji.tinybeauty.models.pairs.AmplifyListener;
import sc.fiji.tinybeauty.models.pairs.AmplifyOrder;
import sc.fiji.tinybeauty.models.pairs.AmplifyReport;
import sc.fiji.tinybeauty.models.pairs.DatasetAmplifier;
import sc.fiji.tinybeauty.models.pairs.StillPictures;
import sc.fiji.tinybeauty.models.style.StyleOrder;
import sc.fiji.tinybeauty.models.style.StyleTraining;
import sc.fiji.tinybeauty.models.train.Arguments;
import sc.fiji.tinybeauty.models.weights.AtomicFile;

/**
 * Command line that measures what data amplify learning costs, time and memory:
 *
 * <pre>
 * MeasureChain --seeds DIR --faces DIR --out DIR [--counts 20,200] [--steps 100]
 *     [--minutes M] [--finetune no|auto|yes] [--judges DIR]
 * </pre>
 *
 * For each count a process of its own, with the options of this one, amplifies so
 * many pairs into {@code OUT/COUNT/pairs} and trains a style on them, either so
 * many steps of 16 or so many minutes. {@code OUT/chain.csv} gets a line each;
 * memory is that of the whole process at its largest, known on Linux only, and
 * the style's gain is that on pairs of other people, if there is such a folder.
 */
public final class MeasureChain {

	private static final String USAGE = "Usage: MeasureChain --seeds DIR --faces DIR" +
		" --out DIR [--counts 20,200] [--steps 100]" +
		" [--minutes M] [--finetune no|auto|yes] [--judges DIR]";
	private static final String HEADER =
		"pairs,amplify_s,amplify_s_per_pair,amplify_peak_mb,train_steps,train_s," +
			"peak_mb,gain_db,psnr_inside_db\n";
	private static final int BATCH = 16;

	private final Map<String, String> args;

	private MeasureChain(final Map<String, String> args) {
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
		final MeasureChain chain = new MeasureChain(Arguments.of(args, USAGE,
			"seeds,faces,out", "counts,steps,minutes,finetune,judges,row"));
		if (chain.args.containsKey("row")) chain.row();
		else chain.table(args);
	}

	private Path out() {
		return Path.of(args.get("out"));
	}

	/** A process per count: memory that one needed must not count for the next. */
	private void table(final String[] given) throws IOException,
		InterruptedException
	{
		System.out.println(Machine.describe());
		final StringBuilder table = new StringBuilder(HEADER);
		for (final String count : args.getOrDefault("counts", "20,200").split(",")) {
			final Path row = out().resolve(count.strip()).resolve("row.csv");
			Files.createDirectories(row.getParent());
			final List<String> command = new ArrayList<>(List.of(Path.of(System
				.getProperty("java.home"), "bin", "java").toString()));
			command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
			command.addAll(List.of("-cp", System.getProperty("java.class.path"),
				MeasureChain.class.getName()));
			command.addAll(List.of(given));
			command.addAll(List.of("--row", row.toString()));
			final int code = new ProcessBuilder(command).inheritIO().start().waitFor();
			if (code != 0) throw new IOException("The run with " + count +
				" pairs failed; see what it printed above.");
			table.append(Files.readString(row));
			AtomicFile.write(out().resolve("chain.csv"), table.toString().getBytes(
				StandardCharsets.UTF_8));
		}
		System.out.print(table);
	}

	private void row() throws IOException, InterruptedException {
		final Path row = Path.of(args.get("row")), folder = row.getParent();
		final int count = Integer.parseInt(folder.getFileName().toString());
		final Path pairs = folder.resolve("pairs");
		final AmplifyReport report = new DatasetAmplifier(new StillPictures(),
			new Messages()).run(AmplifyOrder.of(Path.of(args.get("seeds")), Path.of(args
				.get("faces")), pairs, count).with(FineTuning.Mode.parse(args.getOrDefault(
					"finetune", "no"))));
		if (report.fresh() < count) throw new IOException("\"" + pairs +
			"\" holds pairs of an earlier run, which cannot be timed; delete it.");
		final long peak = Machine.peakMegabytes(), start = System.nanoTime();
		final StyleOrder order = order(pairs, folder);
		final int steps = StyleTraining.train(order, new ConsoleProgress("training"))
			.steps();
		final String costs = String.format(Locale.ROOT, "%d,%.1f,%.3f,%d,%d,%.1f,%d",
			count, report.seconds(), report.seconds() / count, peak, steps, (System
				.nanoTime() - start) / 1e9, Machine.peakMegabytes());
		AtomicFile.write(row, (costs + "," + gain(order.out()) + "\n").getBytes(
			StandardCharsets.UTF_8));
	}

	/** @return gain and PSNR inside the make-up on the judges, dB, if there are any */
	private String gain(final Path style) throws IOException {
		if (!args.containsKey("judges")) return ",";
		final Map<String, Double> figures = Judgement.of(Looks.judging(Path.of(args
			.get("judges")), DeviceChoice.CPU), Style.load(style), DeviceChoice.CPU)
			.figures();
		return String.format(Locale.ROOT, "%.2f,%.2f", figures.get(Figure.GAIN
			.column()), figures.getOrDefault(Figure.PSNR_INSIDE.column(), Double.NaN));
	}

	private StyleOrder order(final Path pairs, final Path folder) {
		final StyleOrder order = StyleOrder.of(pairs, "measured", folder.resolve(
			"measured.safetensors")).withListed(false);
		return args.containsKey("minutes") ? order.withMinutes(Double.parseDouble(args
			.get("minutes"))) : order.withSteps(Integer.parseInt(args.getOrDefault(
				"steps", "100")), BATCH);
	}

	/** Prints what happens. */
	private static final class Messages implements AmplifyListener {

		private final ConsoleProgress progress = new ConsoleProgress("amplifying");

		@Override
		public boolean next(final int done, final int total, final String what) {
			progress.show(done, total, what);
			return true;
		}

		@Override
		public void message(final String sentence) {
			progress.message(sentence);
		}
	}
}
