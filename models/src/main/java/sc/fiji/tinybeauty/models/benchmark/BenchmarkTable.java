package sc.fiji.tinybeauty.models.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.tinybeauty.models.evaluate.Figure;
import sc.fiji.tinybeauty.models.weights.AtomicFile;

/** All cells that are done, as {@code table.md} and {@code table.csv}. */
final class BenchmarkTable {

	/** Cells in the table's order, with what they are. */
	private static final List<String[]> CELLS = List.of(new String[][] { {
		"untouched", "untouched photo" }, { "student-a-5",
			"(a) student: 5 seeds with jitter" }, { "student-b0-5",
				"(b0) student: 5 seeds warped by landmarks" }, { "student-b-5",
					"(b) student: 5 seeds amplified, prior only" }, {
						"student-b-5-tuned",
						"(b) student: 5 seeds amplified, prior tuned on them" }, {
							"student-c", "(c) student: as many true pairs" }, {
								"student-b-1", "(b) student: 1 seed amplified" }, {
									"teacher-1", "teacher: 1 seed, prior only" }, {
										"teacher-5", "teacher: 5 seeds, prior only" }, {
											"teacher-5-tuned",
											"teacher: 5 seeds, prior tuned on them" }, {
												"teacher-20", "teacher: 20 seeds, prior only" }, {
													"warp-1", "warp without a network: 1 seed" }, {
														"warp-5", "warp without a network: 5 seeds" }, {
															"warp-20",
															"warp without a network: 20 seeds" } });
	private static final List<Figure> COLUMNS = List.of(Figure.PSNR, Figure.GAIN,
		Figure.PSNR_INSIDE, Figure.DRIFT, Figure.SSIM, Figure.LIPS, Figure.LIDS);

	private BenchmarkTable() {}

	/** Reads all cells of a folder and writes the tables. */
	static void write(final Path out) throws IOException {
		final List<Path> folders;
		try (Stream<Path> all = Files.list(out)) {
			folders = all.filter(Files::isDirectory).sorted().toList();
		}
		final StringBuilder text = new StringBuilder(
			"# Data amplify learning, measured\n"), csv = new StringBuilder(
				"look,cell,pairs,people");
		COLUMNS.forEach(c -> csv.append(',').append(c.column()));
		csv.append(",gain_by_tone,seconds,note\n");
		for (final Path folder : folders) {
			final List<CellFigures> cells = new ArrayList<>();
			for (final String[] cell : CELLS) {
				final CellFigures found = CellFigures.read(folder.resolve(cell[0] +
					".json"));
				if (found != null) cells.add(found);
			}
			if (cells.isEmpty()) continue;
			section(text, folder.getFileName().toString(), cells);
			cells.forEach(c -> csv.append(line(c)));
		}
		text.append("\nMeans of per-picture values, as Evaluate defines them: ")
			.append("gain = PSNR less that of the untouched picture, inside = PSNR where truth and bare picture differ by more than 0.04, ")
			.append("drift = mean difference outside it, of 255; lips and lids = mean CIEDE2000.\n");
		text.append("\nMachine: ").append(Machine.describe()).append("\n\nSettings: ")
			.append(Files.readString(out.resolve("settings.json")).replaceAll("[\\s\"{}]+",
				" ").strip()).append("\n");
		AtomicFile.write(out.resolve("table.md"), text.toString().getBytes(
			StandardCharsets.UTF_8));
		AtomicFile.write(out.resolve("table.csv"), csv.toString().getBytes(
			StandardCharsets.UTF_8));
	}

	private static void section(final StringBuilder text, final String look,
		final List<CellFigures> cells)
	{
		text.append("\n## ").append(look).append(" (").append(cells.get(0).people())
			.append(" people)\n\n| pairs come from | pairs | PSNR dB | gain dB | inside dB | drift /255 | SSIM | lips | lids | gain by tone | minutes |\n")
			.append("|---|---|---|---|---|---|---|---|---|---|---|\n");
		for (final CellFigures c : cells) {
			text.append("| ").append(title(c.cell())).append(" | ").append(c
				.pairs() == 0 ? "" : Integer.toString(c.pairs()));
			for (final Figure figure : COLUMNS)
				text.append(" | ").append(number(c.get(figure.column()),
					figure == Figure.SSIM ? 4 : 2));
			text.append(" | ").append(tones(c.gainByTone(), ", ")).append(" | ").append(
				number(c.seconds() / 60, 1)).append(" |\n");
		}
	}

	private static String title(final String cell) {
		for (final String[] known : CELLS)
			if (known[0].equals(cell)) return known[1];
		return cell;
	}

	private static String number(final double v, final int digits) {
		return Double.isNaN(v) ? "" : String.format(Locale.ROOT, "%." + digits + "f",
			v);
	}

	private static String tones(final Map<String, Double> gains,
		final String between)
	{
		return gains.entrySet().stream().map(e -> e.getKey() + " " + number(e
			.getValue(), 1)).collect(Collectors.joining(between));
	}

	private static String line(final CellFigures c) {
		return c.look() + "," + c.cell() + "," + c.pairs() + "," + c.people() +
			COLUMNS.stream().map(f -> "," + number(c.get(f.column()), 4)).collect(
				Collectors.joining()) + "," + tones(c.gainByTone(), "; ") + "," + number(c
					.seconds(), 1) + "," + c.note() + "\n";
	}
}
