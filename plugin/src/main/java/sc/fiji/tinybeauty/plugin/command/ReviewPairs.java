package sc.fiji.tinybeauty.plugin.command;

import java.io.File;
import java.io.IOException;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.tinybeauty.models.pairs.PairSet;
import sc.fiji.tinybeauty.plugin.review.PairReview;
import sc.fiji.tinybeauty.plugin.review.ReviewKeys;

/**
 * Shows a pair data set as a virtual stack, the least sure pairs first, and marks
 * bad pairs as rejected: by keys in its window, or by name from macros.
 */
@Plugin(type = Command.class, initializer = "prepare", headless = true,
	description = "Looks through the pairs of a data set and rejects bad ones",
	menu = { @Menu(label = "Plugins"), @Menu(label = "TinyBeauty", weight = 50),
		@Menu(label = "Review Pairs...", weight = 12) })
public class ReviewPairs extends RememberingCommand {

	@Parameter(label = "Pairs in", style = "directory", persist = false)
	private File pairs;

	@Parameter(label = "Order", choices = { "confidence", "name" },
		persist = false, description = "confidence: the least sure pairs first")
	private String order = "confidence";

	@Parameter(label = "Reject", persist = false, required = false,
		description = "Optional: names of pairs, separated by commas")
	private String reject = "";

	@Parameter(label = "Accept", persist = false, required = false,
		description = "Optional: names of pairs whose mark is taken back")
	private String accept = "";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus result;

	@Override
	public void run() {
		try {
			if (pairs == null || pairs.getPath().isEmpty())
				throw new IllegalArgumentException(
					"Give pairs=DIR, the folder of a pair data set.");
			if (!order.equals("confidence") && !order.equals("name"))
				throw new IllegalArgumentException("The order '" + order +
					"' is not known; use confidence or name.");
			final PairReview review = new PairReview(PairSet.open(pairs.toPath()),
				order.equals("confidence"));
			mark(review, reject, true);
			mark(review, accept, false);
			show(review);
			// Marks belong to one set; a dialog must not offer them for the next.
			reject = "";
			accept = "";
			remember();
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			fail(e);
		}
	}

	private static void mark(final PairReview review, final String names,
		final boolean rejected) throws IOException
	{
		if (names == null) return;
		for (final String name : names.split(","))
			if (!name.isBlank()) review.reject(name.strip(), rejected);
	}

	private void show(final PairReview review) {
		result = review.image();
		if (Interpreter.isBatchMode()) {
			result.show();
			return;
		}
		if (IJ.getInstance() == null) return;
		result.show();
		ReviewKeys.install(review);
		resolveOutput("result");
	}
}
