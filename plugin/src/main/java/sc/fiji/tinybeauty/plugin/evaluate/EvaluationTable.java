package sc.fiji.tinybeauty.plugin.evaluate;

import java.util.List;
import java.util.Set;

import ij.measure.ResultsTable;

import sc.fiji.tinybeauty.models.evaluate.EvaluationReport;

/** An evaluation as an ImageJ table: the lines of its CSV file. */
public final class EvaluationTable {

	/** Title of the table's window. */
	public static final String TITLE = "TinyBeauty Evaluation";

	private static final Set<String> TEXTS = Set.of("row", "file", "group",
		"reason");

	private EvaluationTable() {}

	/** @return the table, groups first */
	public static ResultsTable of(final EvaluationReport report) {
		final ResultsTable table = new ResultsTable();
		table.setNaNEmptyCells(true);
		table.showRowNumbers(false);
		table.setPrecision(3);
		final List<String> columns = EvaluationReport.columns();
		for (final List<String> line : report.lines()) {
			table.incrementCounter();
			for (int c = 0; c < columns.size(); c++) {
				final String column = columns.get(c), text = line.get(c);
				if (TEXTS.contains(column)) table.addValue(column, text);
				else table.addValue(column, text.isEmpty() ? Double.NaN : Double
					.parseDouble(text));
			}
		}
		return table;
	}
}
