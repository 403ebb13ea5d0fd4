package sc.fiji.tinybeauty.plugin.train;

import java.util.Map;

import ij.measure.ResultsTable;

import sc.fiji.tinybeauty.models.evaluate.Figure;
import sc.fiji.tinybeauty.models.style.TrainedStyle;
import sc.fiji.tinybeauty.models.train.ValidationResult;

/**
 * A trained style in figures: a line for all held-out pairs, one for each skin
 * tone group, one for the real seeds of an amplified set.
 */
public final class TrainingTable {

	/** Title of the table's window. */
	public static final String TITLE = "TinyBeauty Training";

	private TrainingTable() {}

	/** @return the table; its columns are those of Evaluate */
	public static ResultsTable of(final TrainedStyle trained) {
		final ResultsTable table = new ResultsTable();
		table.showRowNumbers(false);
		table.setPrecision(3);
		table.setNaNEmptyCells(true);
		add(table, trained, "held out", trained.quality().all());
		for (final Map.Entry<String, ValidationResult.Figures> tone : trained
			.quality().byTone().entrySet())
			add(table, trained, "held out, " + tone.getKey(), tone.getValue());
		if (trained.seeds() != null) add(table, trained, "real seeds", trained
			.seeds());
		return table;
	}

	private static void add(final ResultsTable table, final TrainedStyle trained,
		final String group, final ValidationResult.Figures f)
	{
		table.incrementCounter();
		table.addValue("style", trained.style().name());
		table.addValue("group", group);
		table.addValue("count", f.count());
		final boolean none = f.count() == 0;
		table.addValue(Figure.PSNR.column(), none ? Double.NaN : f.psnr());
		table.addValue(Figure.IDLE.column(), none ? Double.NaN : f.idlePsnr());
		table.addValue(Figure.GAIN.column(), none ? Double.NaN : f.gain());
		table.addValue(Figure.PSNR_INSIDE.column(), none ? Double.NaN : f
			.maskPsnr());
		table.addValue(Figure.DRIFT.column(), none ? Double.NaN : f.drift());
		table.addValue("steps", trained.bestStep());
		table.addValue("pairs", trained.pairs());
		table.addValue("file", trained.file().toString());
	}
}
