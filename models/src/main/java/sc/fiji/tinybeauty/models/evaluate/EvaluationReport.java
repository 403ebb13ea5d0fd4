package sc.fiji.tinybeauty.models.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import sc.fiji.tinybeauty.models.weights.AtomicFile;

/**
 * What an evaluation found.
 *
 * @param rows a line per picture, by name
 * @param groups all pictures together first, then each group by name
 */
public record EvaluationReport(List<EvaluationRow> rows,
	List<EvaluationGroup> groups)
{

	/** Name of the group that holds every picture. */
	public static final String ALL = "all";

	private static final List<String> SETS = List.of("efficientnet_lite0_fd",
		"efficientnet_lite0_fd_low", "efficientnet_lite0_fd_high",
		"efficientnet_lite0_kd_x1000", "efficientnet_lite0_kd_x1000_low",
		"efficientnet_lite0_kd_x1000_high");

	private static final Estimate NONE = new Estimate(Double.NaN, Double.NaN,
		Double.NaN);

	/** Copies the lists. */
	public EvaluationReport {
		rows = List.copyOf(rows);
		groups = List.copyOf(groups);
	}

	/**
	 * @param rows a line per picture, by name
	 * @return these, and figures of all pictures and of each group
	 */
	public static EvaluationReport of(final List<EvaluationRow> rows) {
		final List<EvaluationRow> measured = rows.stream().filter(r -> !r.failed())
			.toList();
		final Map<String, List<EvaluationRow>> byGroup = new TreeMap<>();
		for (final EvaluationRow row : measured)
			if (!row.group().isEmpty()) byGroup.computeIfAbsent(row.group(),
				g -> new ArrayList<>()).add(row);
		final List<EvaluationGroup> groups = new ArrayList<>();
		groups.add(EvaluationGroup.of(ALL, measured));
		byGroup.forEach((name, own) -> groups.add(EvaluationGroup.of(name, own)));
		return new EvaluationReport(rows, groups);
	}

	/** @return number of pictures that could not be measured */
	public int failed() {
		return (int) rows.stream().filter(EvaluationRow::failed).count();
	}

	/** @return the columns of the table, in order */
	public static List<String> columns() {
		final List<String> columns = new ArrayList<>(List.of("row", "file", "group",
			"count"));
		for (final Figure figure : Figure.values())
			columns.add(figure.column());
		columns.addAll(SETS);
		columns.add("reason");
		return columns;
	}

	/**
	 * @return the table line by line: the groups first ({@code row} = group,
	 *         {@code count} = pictures), then the pictures ({@code row} = picture,
	 *         {@code count} = frames); what was not measurable is empty
	 */
	public List<List<String>> lines() {
		final List<List<String>> lines = new ArrayList<>();
		for (final EvaluationGroup g : groups)
			lines.add(line("group", "", g.name(), g.pictures(), g.figures(), g.frechet(),
				g.kernel(), ""));
		for (final EvaluationRow r : rows)
			lines.add(line("picture", r.file(), r.group(), r.frames(), r.figures(), NONE,
				NONE, r.reason()));
		return lines;
	}

	private static List<String> line(final String row, final String file,
		final String group, final int count, final Figures figures,
		final Estimate frechet, final Estimate kernel, final String reason)
	{
		final List<String> line = new ArrayList<>(List.of(row, file, group, Integer
			.toString(count)));
		for (final Figure figure : Figure.values())
			line.add(number(figures.get(figure)));
		for (final Estimate e : List.of(frechet, kernel))
			for (final double value : new double[] { e.value(), e.low(), e.high() })
				line.add(number(value));
		line.add(reason);
		return line;
	}

	private static String number(final double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.5f", value);
	}

	/** @return comma-separated values with a header (RFC 4180, lines ended by LF) */
	public String csv() {
		final List<List<String>> all = new ArrayList<>(List.of(columns()));
		all.addAll(lines());
		return all.stream().map(l -> l.stream().map(EvaluationReport::quote).collect(
			Collectors.joining(",")) + "\n").collect(Collectors.joining());
	}

	/**
	 * @param file receives {@link #csv}, whole or not at all
	 * @throws IOException if it cannot be written
	 */
	public void write(final Path file) throws IOException {
		AtomicFile.write(file, csv().getBytes(StandardCharsets.UTF_8));
	}

	private static String quote(final String value) {
		return value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"",
			"\"\"") + '"' : value;
	}
}
