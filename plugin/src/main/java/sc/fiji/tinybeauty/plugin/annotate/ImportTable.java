package sc.fiji.tinybeauty.plugin.annotate;

import ij.measure.ResultsTable;

import sc.fiji.tinybeauty.models.annotate.ImportReport;
import sc.fiji.tinybeauty.models.annotate.ImportRow;

/** An import as an ImageJ table, a line per retouched picture. */
public final class ImportTable {

	/** Title of the table's window. */
	public static final String TITLE = "TinyBeauty Import";

	private ImportTable() {}

	/** @return the table */
	public static ResultsTable of(final ImportReport report) {
		final ResultsTable table = new ResultsTable();
		table.showRowNumbers(false);
		table.setNaNEmptyCells(true);
		table.setPrecision(2);
		for (final ImportRow row : report.rows()) {
			table.incrementCounter();
			table.addValue("file", row.file());
			table.addValue("status", row.status().toString());
			table.addValue("pixels", row.pixels());
			table.addValue("reason", row.message());
		}
		return table;
	}
}
