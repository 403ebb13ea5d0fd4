package sc.fiji.tinybeauty.plugin.report;

import java.util.List;
import java.util.stream.Collectors;

import ij.measure.ResultsTable;

/** Lines of results as comma-separated text and as an ImageJ table. */
public final class MakeupTable {

	/** Title of the table's window; ImageJ's own "Results" is left alone. */
	public static final String TITLE = "TinyBeauty";

	private MakeupTable() {}

	/**
	 * @param rows lines
	 * @return comma-separated values with a header (RFC 4180, lines ended by LF)
	 */
	public static String csv(final List<MakeupRow> rows) {
		final StringBuilder text = new StringBuilder(String.join(",",
			MakeupRow.COLUMNS)).append('\n');
		for (final MakeupRow row : rows)
			text.append(row.values().stream().map(MakeupTable::quote).collect(
				Collectors.joining(","))).append('\n');
		return text.toString();
	}

	/**
	 * @param rows lines
	 * @return a table of its own
	 */
	public static ResultsTable table(final List<MakeupRow> rows) {
		final ResultsTable table = new ResultsTable();
		table.setNaNEmptyCells(true);
		table.showRowNumbers(false);
		append(table, rows);
		return table;
	}

	/**
	 * Adds lines to the window titled {@value #TITLE}, which is opened if need be.
	 * Without a display nothing happens.
	 *
	 * @param rows lines
	 */
	public static void show(final List<MakeupRow> rows) {
		final ResultsTable open = ResultsTable.getResultsTable(TITLE);
		if (open == null) {
			table(rows).show(TITLE);
			return;
		}
		append(open, rows);
		open.show(TITLE);
	}

	private static void append(final ResultsTable table,
		final List<MakeupRow> rows)
	{
		for (final MakeupRow row : rows) {
			table.incrementCounter();
			final List<String> values = row.values();
			for (int c = 0; c < values.size(); c++)
				put(table, MakeupRow.COLUMNS.get(c), values.get(c), row);
		}
	}

	private static void put(final ResultsTable table, final String column,
		final String text, final MakeupRow row)
	{
		switch (column) {
			case "image", "style", "device", "status", "reason" -> table.addValue(
				column, text);
			case "slice" -> table.addValue(column, row.slice());
			case "face" -> table.addValue(column, row.face());
			default -> table.addValue(column, text.isEmpty() ? Double.NaN : Double
				.parseDouble(text));
		}
	}

	private static String quote(final String value) {
		return value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"",
			"\"\"") + '"' : value;
	}
}
