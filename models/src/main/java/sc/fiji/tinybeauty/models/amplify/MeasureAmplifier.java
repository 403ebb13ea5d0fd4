package sc.fiji.tinybeauty.models.amplify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.train.Arguments;
import sc.fiji.tinybeauty.models.train.FaceSet;
import sc.fiji.tinybeauty.models.train.TrainingProgress;
import sc.fiji.tinybeauty.models.weights.AtomicFile;

/**
 * Command line that measures the amplifier as a teacher, on pairs of people whom
 * it has not seen:
 *
 * <pre>
 * MeasureAmplifier --prior FILE.safetensors --seeds DIR --eval DIR --out FILE.csv
 *     [--count 1,5,20] [--steps 1,2] [--variety 0] [--device auto]
 *     [--finetune no|auto|yes] [--finetune-steps 300] [--seed 1]
 *     [--faces DIR --landmarks FILE.json]
 * </pre>
 *
 * Both folders hold {@code bare/} and {@code made/} with equal names; of the seeds
 * the first ones by name are used. Without {@code --prior} the shipped one is
 * measured. Rows: the bare picture, the seeds warped by landmarks without a
 * network (nearest in skin and pose, and their mean), the amplifier untuned and,
 * if wanted, tuned; the random make-up in the tuning is drawn on the training
 * faces of a set, without one on the bare seeds.
 */
public final class MeasureAmplifier {

	private static final String USAGE =
		"Usage: MeasureAmplifier --seeds DIR --eval DIR --out FILE.csv" +
			" [--prior FILE] [--count 1,5,20] [--steps 1,2] [--variety V]" +
			" [--device auto] [--finetune no|auto|yes] [--finetune-steps N]" +
			" [--seed N] [--faces DIR --landmarks FILE]";
	private static final String OPTIONAL =
		"prior,count,steps,variety,device,finetune,finetune-steps,seed,faces,landmarks";

	private final Map<String, String> args;
	private final StringBuilder table = new StringBuilder(
		"method,seeds,steps,psnr_db,gain_db,mask_psnr_db,drift_255,ms_per_face\n");
	private List<SeedPair> pairs;

	private MeasureAmplifier(final Map<String, String> args) {
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
		new MeasureAmplifier(Arguments.of(args, USAGE, "seeds,eval,out",
			OPTIONAL)).run();
	}

	private String get(final String key, final String standard) {
		return args.getOrDefault(key, standard);
	}

	private int[] numbers(final String key, final String standard) {
		return List.of(get(key, standard).split(",")).stream().mapToInt(
			Integer::parseInt).toArray();
	}

	private void run() throws IOException, InterruptedException {
		final List<SeedPair> seeds;
		final DeviceChoice device = DeviceChoice.parse(get("device", "auto"));
		try (FaceFinder finder = FaceFinder.open(device)) {
			seeds = PairFolder.read(Path.of(args.get("seeds")), finder);
			pairs = PairFolder.read(Path.of(args.get("eval")), finder);
		}
		final Prior prior = args.containsKey("prior") ? Prior.load(Path.of(args.get(
			"prior"))) : Prior.shipped();
		row("untouched", 0, 0, SeedPair::bare);
		for (final int count : numbers("count", "5")) {
			final List<SeedPair> few = seeds.subList(0, Math.min(count, seeds.size()));
			final Warp warp = new Warp(few);
			row("warp nearest", few.size(), 0, warp::nearest);
			row("warp mean", few.size(), 0, warp::mean);
			teacher("prior", prior, few, device);
			final FineTuning.Result tuning = tune(prior, few);
			System.out.println(tuning.message());
			if (tuning.tuned()) teacher("tuned", tuning.prior(), few, device);
		}
		AtomicFile.write(Path.of(args.get("out")), table.toString().getBytes(
			StandardCharsets.UTF_8));
	}

	private FineTuning.Result tune(final Prior prior,
		final List<SeedPair> seeds) throws IOException, InterruptedException
	{
		final List<BareFace> faces = new ArrayList<>();
		if (args.containsKey("faces")) {
			final FaceSet set = FaceSet.open(Path.of(args.get("faces")), Path.of(args
				.get("landmarks")));
			for (final FaceSet.Entry e : set.entries())
				if (!e.validation()) faces.add(new BareFace(e.file(), e.tone(), set.pixels(
					e), e.landmarks()));
		}
		final FineTuning.Options o = FineTuning.Options.of(FineTuning.Mode.parse(get(
			"finetune", "no")), Long.parseLong(get("seed", "1")));
		return FineTuning.run(prior, Map.of("style", seeds), faces,
			new FineTuning.Options(o.mode(), Integer.parseInt(get("finetune-steps",
				"300")), o.batch(), o.rate(), o.seed()), new TrainingProgress(System.out,
					Path.of(args.get("out")).toAbsolutePath().getParent()));
	}

	private void teacher(final String name, final Prior prior,
		final List<SeedPair> seeds, final DeviceChoice device)
	{
		try (Amplifier amplifier = Amplifier.open(prior, seeds, device)) {
			for (final int steps : numbers("steps", "1,2")) {
				final AmplifierSettings settings = AmplifierSettings.standard()
					.withSteps(steps).withVariety(Double.parseDouble(get("variety", "0")));
				row(name, seeds.size(), steps, pair -> amplifier.amplify(pair.bare(), pair
					.landmarks(), settings, pairs.indexOf(pair)).made());
			}
		}
	}

	private void row(final String method, final int seeds, final int steps,
		final TeacherFigures.Maker maker)
	{
		final long start = System.nanoTime();
		final TeacherFigures f = TeacherFigures.of(pairs, maker);
		final String row = String.format(Locale.ROOT,
			"%s,%d,%d,%.2f,%.2f,%.2f,%.3f,%.0f%n", method, seeds, steps, f.psnr(), f
				.gain(), f.mask(), f.drift(), (System.nanoTime() - start) / 1e6 / pairs
					.size());
		System.out.print(row);
		table.append(row);
	}
}
