package sc.fiji.tinybeauty.plugin.evaluate;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Plot;

import sc.fiji.tinybeauty.models.evaluate.EvaluationGroup;
import sc.fiji.tinybeauty.models.evaluate.EvaluationReport;
import sc.fiji.tinybeauty.models.evaluate.EvaluationRow;
import sc.fiji.tinybeauty.models.evaluate.Figure;

/**
 * An evaluation as a stack of plots: figures by group, with the pictures as
 * dots, and the PSNR of each picture against that of doing nothing.
 */
public final class EvaluationPlots {

	private static final List<Figure> BY_GROUP = List.of(Figure.GAIN,
		Figure.PSNR_INSIDE, Figure.DRIFT, Figure.SSIM_OUTSIDE, Figure.LIPS,
		Figure.LIDS, Figure.CHANGE, Figure.FLICKER);

	private EvaluationPlots() {}

	/** @return the plots as slices, or null if nothing could be measured */
	public static ImagePlus of(final EvaluationReport report) {
		final List<EvaluationRow> rows = report.rows().stream().filter(r -> !r
			.failed()).toList();
		final ImageStack stack = new ImageStack();
		for (final Figure figure : BY_GROUP)
			if (rows.stream().anyMatch(r -> has(r, figure))) add(stack, byGroup(figure,
				report.groups(), rows), figure.column());
		if (rows.stream().anyMatch(r -> has(r, Figure.PSNR))) add(stack, gains(rows),
			Figure.PSNR.column());
		return stack.size() == 0 ? null : new ImagePlus(EvaluationTable.TITLE,
			stack);
	}

	private static boolean has(final EvaluationRow row, final Figure figure) {
		return !Double.isNaN(row.figures().get(figure));
	}

	/** Plots adapt their size to their labels; slices of a stack cannot. */
	private static void add(final ImageStack stack, final Plot plot,
		final String label)
	{
		final var pixels = plot.getImagePlus().getProcessor().convertToRGB();
		stack.addSlice(label, stack.size() == 0 ? pixels : pixels.resize(stack
			.getWidth(), stack.getHeight()));
	}

	private static Plot byGroup(final Figure figure,
		final List<EvaluationGroup> groups, final List<EvaluationRow> rows)
	{
		final Plot plot = new Plot(figure.column(), IntStream.range(0, groups.size())
			.mapToObj(g -> (g + 1) + " " + groups.get(g).name()).collect(Collectors
				.joining(", ")), figure.column());
		plot.setColor("orange");
		for (int g = 0; g < groups.size(); g++) {
			final String name = groups.get(g).name();
			final boolean all = g == 0;
			final double[] values = rows.stream().filter(r -> has(r, figure) && (all ||
				r.group().equals(name))).mapToDouble(r -> r.figures().get(figure))
				.toArray();
			final double[] x = new double[values.length];
			for (int i = 0; i < x.length; i++)
				x[i] = g + 1 + 0.5 * ((i + 0.5) / x.length - 0.5);
			plot.addPoints(x, values, Plot.CIRCLE);
		}
		plot.setColor("blue");
		plot.setLineWidth(3);
		final double[] x = new double[groups.size()], mean = new double[x.length];
		for (int g = 0; g < x.length; g++) {
			x[g] = g + 1;
			mean[g] = groups.get(g).figures().get(figure);
		}
		plot.addPoints(x, mean, Plot.X);
		plot.setLineWidth(1);
		// Fitted limits would lie on the outermost points, and on all of one group.
		final DoubleSummaryStatistics range = rows.stream().filter(r -> has(r,
			figure)).mapToDouble(r -> r.figures().get(figure)).summaryStatistics();
		final double margin = Math.max(0.05 * (range.getMax() - range.getMin()),
			1e-3 * Math.abs(range.getMax()) + 1e-6);
		plot.setLimits(0.5, groups.size() + 0.5, range.getMin() - margin, range
			.getMax() + margin);
		return plot;
	}

	private static Plot gains(final List<EvaluationRow> rows) {
		final double[] idle = rows.stream().mapToDouble(r -> r.figures().get(
			Figure.IDLE)).toArray();
		final double[] psnr = rows.stream().mapToDouble(r -> r.figures().get(
			Figure.PSNR)).toArray();
		final Plot plot = new Plot(Figure.PSNR.column(), Figure.IDLE.column(),
			Figure.PSNR.column());
		plot.setColor("blue");
		plot.addPoints(idle, psnr, Plot.CIRCLE);
		plot.setColor("gray");
		plot.addPoints(idle, idle, Plot.LINE);
		plot.setLimitsToFit(true);
		return plot;
	}
}
