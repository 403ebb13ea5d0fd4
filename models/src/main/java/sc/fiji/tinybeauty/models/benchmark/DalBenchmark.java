package sc.fiji.tinybeauty.models.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;

import sc.fiji.tinybeauty.models.amplify.FineTuning;
import sc.fiji.tinybeauty.models.amplify.Prior;
import sc.fiji.tinybeauty.models.makeup.TinyBeauty;
import sc.fiji.tinybeauty.models.style.FaceFile;
import sc.fiji.tinybeauty.models.style.MadePairs;
import sc.fiji.tinybeauty.models.style.SeedWarp;
import sc.fiji.tinybeauty.models.style.StyleTraining;
import sc.fiji.tinybeauty.models.train.FaceFilter;
import sc.fiji.tinybeauty.models.train.FaceSet;
import sc.fiji.tinybeauty.models.weights.AtomicFile;
import sc.fiji.tinybeauty.ops.face.FaceCrop;

/**
 * Command line that measures data amplify learning, cell by cell:
 *
 * <pre>
 * DalBenchmark --faceset DIR --landmarks FILE --out DIR [--pairs DIR]
 *     [--prior FILE] [--looks pairs,lagoon,kohl] [--only REGEX] [--steps 4000]
 *     [--batch 16] [--faces N] [--people 48] [--finetune auto|no|yes]
 *     [--from auto|random|STYLE] [--sampling 2] [--variety 1] [--seed 1]
 *     [--look-seed 1] [--device cpu]
 * </pre>
 *
 * Students learn from (a) five seeds with jitter, (b0) the seeds warped by
 * landmarks onto all training faces, (b) the seeds amplified, (c) as many true
 * pairs; teachers are measured at 1, 5 and 20 seeds. {@code --pairs} holds
 * {@code seed/} and {@code eval/}, of which no true pairs can be made. A cell
 * that is done ({@code OUT/LOOK/CELL.json}) is not repeated; after each,
 * {@code table.md} and {@code table.csv} are written. What was interrupted goes
 * on where it stopped. {@code --only} chooses cells, as {@code violet/student.*}.
 */
public final class DalBenchmark {

	/** Numbers of seeds of the teachers. */
	private static final int[] COUNTS = { 1, 5, 20 };
	private static final int FEW = 5;

	private final BenchmarkSettings settings;
	private final Path out;
	private final List<FaceFile> faces;
	private final Teachers teachers;

	private DalBenchmark(final BenchmarkSettings settings,
		final List<FaceFile> faces)
	{
		this.settings = settings;
		this.faces = faces;
		out = settings.path("out");
		teachers = new Teachers(settings, faces);
	}

	/**
	 * @param args see the class
	 * @throws IOException if a file cannot be read or written, or the folder holds
	 *           a benchmark of other settings
	 * @throws InterruptedException never by itself
	 */
	public static void main(final String... args) throws IOException,
		InterruptedException
	{
		final BenchmarkSettings settings = new BenchmarkSettings(args);
		final FaceSet set = FaceSet.open(settings.path("faceset"), settings.path(
			"landmarks"));
		final DalBenchmark benchmark = new DalBenchmark(settings, faces(set, settings
			.number("faces")));
		benchmark.begin();
		for (final Look look : Looks.of(settings, set))
			benchmark.measure(look);
	}

	/** Training faces fit for use, in an order by chance. */
	private static List<FaceFile> faces(final FaceSet set, final int most)
		throws IOException
	{
		final List<FaceSet.Entry> entries = new ArrayList<>(set.entries());
		entries.removeIf(FaceSet.Entry::validation);
		Collections.shuffle(entries, new Random(1));
		final List<FaceFile> faces = new ArrayList<>();
		for (final FaceSet.Entry e : entries) {
			if (faces.size() == most) break;
			if (FaceFilter.flaw(set.pixels(e), FaceCrop.SIZE, e.landmarks()) == null)
				faces.add(new FaceFile(e.file(), e.licence(), e.landmarks(), () -> set
					.pixels(e)));
		}
		return faces;
	}

	/** Refuses to mix figures of different settings. */
	private void begin() throws IOException {
		final Path file = out.resolve("settings.json");
		final Map<String, String> now = new TreeMap<>(settings.recorded());
		now.put("faces", Integer.toString(faces.size()));
		now.put("from", StyleTraining.start(settings.text("from")));
		now.put("network", TinyBeauty.ARCHITECTURE);
		if (Files.exists(file)) {
			final Map<String, String> then = new Gson().fromJson(Files.readString(file),
				new TypeToken<TreeMap<String, String>>()
				{}.getType());
			if (!now.equals(then)) throw new IOException("\"" + out +
				"\" holds a benchmark with the settings " + then + ", not " + now +
				"; repeat those or give another folder.");
		}
		AtomicFile.write(file, new GsonBuilder().setPrettyPrinting().create().toJson(
			now).getBytes(StandardCharsets.UTF_8));
	}

	private void measure(final Look look) throws IOException,
		InterruptedException
	{
		final Path folder = out.resolve(look.name());
		final Students students = new Students(settings, faces, folder,
			new ConsoleProgress(look.name()));
		cell(look, "untouched", 0, "", () -> Judgement.of(look, (bare, landmarks,
			index) -> bare));
		for (final int n : COUNTS)
			cell(look, "warp-" + n, 0, "", () -> Judgement.of(look, new SeedWarp(look
				.first(n))));
		for (final int n : COUNTS)
			teacher(look, "teacher-" + n, n, false);
		teacher(look, "teacher-5-tuned", FEW, true);
		student(look, students, "a-5", () -> students.seeds(look.first(FEW)));
		student(look, students, "b0-5", () -> students.pairs("b0-5", Map.of(),
			new SeedWarp(look.first(FEW))));
		amplified(look, students, "b-5", FEW, false);
		amplified(look, students, "b-5-tuned", FEW, true);
		if (look.painter() == null) amplified(look, students, "b-1", 1, false);
		else student(look, students, "c", () -> students.pairs("c", Map.of(), look
			.painter()));
	}

	private boolean wanted(final Look look, final String cell)
		throws IOException
	{
		return (look.name() + "/" + cell).matches(settings.text("only")) &&
			CellFigures.read(out.resolve(look.name()).resolve(cell +
				".json")) == null;
	}

	private void teacher(final Look look, final String cell, final int seeds,
		final boolean tuned) throws IOException, InterruptedException
	{
		if (!wanted(look, cell)) return;
		final Prior prior = tuned ? teachers.tune(out.resolve(look.name()), look
			.first(seeds)) : null;
		if (tuned && prior == null) return;
		cell(look, cell, 0, settings.number("sampling") + " sampling steps", () -> {
			final Judgement[] judged = new Judgement[1];
			teachers.teach(look.first(seeds), prior, 0, teacher -> judged[0] = Judgement
				.of(look, teacher));
			return judged[0];
		});
	}

	private void amplified(final Look look, final Students students,
		final String kind, final int seeds, final boolean tuned)
		throws IOException, InterruptedException
	{
		if (!wanted(look, "student-" + kind)) return;
		final Prior prior = tuned ? teachers.tune(out.resolve(look.name()), look
			.first(seeds)) : null;
		if (tuned && prior == null) return;
		student(look, students, kind, () -> {
			final Path[] pairs = new Path[1];
			teachers.teach(look.first(seeds), prior, settings.decimal("variety"),
				teacher -> pairs[0] = students.pairs(kind, Map.of("prior", prior == null
					? teachers.fingerprint() : prior.card().sha256()), teacher));
			return pairs[0];
		});
	}

	/** Makes pairs. */
	private interface PairSource {

		Path pairs() throws IOException, InterruptedException;
	}

	private void student(final Look look, final Students students,
		final String kind, final PairSource source) throws IOException,
		InterruptedException
	{
		final String cell = "student-" + kind;
		if (!wanted(look, cell)) return;
		final long begun = System.nanoTime();
		final Path pairs = source.pairs();
		final double making = (System.nanoTime() - begun) / 1e9;
		cell(look, cell, Students.count(pairs), String.format(Locale.ROOT,
			"pairs made in %.0f s", making), () -> students.judge(look, cell, pairs));
	}

	/** What is behind a cell. */
	private interface Work {

		Judgement judge() throws IOException, InterruptedException;
	}

	private void cell(final Look look, final String cell, final int pairs,
		final String note, final Work work) throws IOException,
		InterruptedException
	{
		if (!wanted(look, cell)) return;
		System.out.println(look.name() + "/" + cell);
		final long begun = System.nanoTime();
		final Judgement judgement = work.judge();
		final Path folder = out.resolve(look.name());
		judgement.write(folder, cell);
		new CellFigures(look.name(), cell, pairs, look.judges().size(), judgement
			.figures(), judgement.gainByTone(), (System.nanoTime() - begun) / 1e9, note)
				.write(folder.resolve(cell + ".json"));
		BenchmarkTable.write(out);
	}
}
