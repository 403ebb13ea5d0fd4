package sc.fiji.tinybeauty.plugin.amplify;

import java.util.List;

import ij.measure.ResultsTable;

import sc.fiji.tinybeauty.models.pairs.AmplifyReport;
import sc.fiji.tinybeauty.models.pairs.PairEntry;
import sc.fiji.tinybeauty.models.pairs.Problem;

/** An amplification as an ImageJ table: a line of figures, one per bad file. */
public final class AmplificationTable {

	/** Title of the table's window. */
	public static final String TITLE = "TinyBeauty Amplification";

	private AmplificationTable() {}

	/** @return the table */
	public static ResultsTable of(final AmplifyReport report) {
		final ResultsTable table = new ResultsTable();
		table.showRowNumbers(false);
		table.setNaNEmptyCells(true);
		table.setPrecision(3);
		table.incrementCounter();
		table.addValue("file", report.set().folder().toString());
		table.addValue("status", "made");
		table.addValue("pairs", report.set().all().size());
		table.addValue("made_now", report.fresh());
		table.addValue("seconds", report.seconds());
		table.addValue("mean_confidence", confidence(report.set().all()));
		table.addValue("reason", String.join(" ", report.messages()));
		for (final Problem p : report.problems()) {
			table.incrementCounter();
			table.addValue("file", p.file());
			table.addValue("status", p.failed() ? "failed" : "left out");
			table.addValue("reason", p.reason());
		}
		return table;
	}

	private static double confidence(final List<PairEntry> entries) {
		return entries.stream().mapToDouble(PairEntry::confidence).filter(
			c -> !Double.isNaN(c)).average().orElse(Double.NaN);
	}
}
