package sc.fiji.tinybeauty.plugin.review;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import sc.fiji.tinybeauty.models.pairs.PairEntry;
import sc.fiji.tinybeauty.models.pairs.PairSet;

/**
 * Looks through the pairs of a set and marks bad ones as rejected. Every mark is
 * on disk at once; no picture is ever changed or deleted.
 */
public final class PairReview {

	private static final Color REJECTED = Color.RED;
	private static final int FRAME = 6;

	/** Least sure pairs first, those of unknown confidence last. */
	private static final Comparator<PairEntry> WORST_FIRST = Comparator
		.comparing((PairEntry e) -> Double.isNaN(e.confidence())).thenComparing(
			PairEntry::confidence).thenComparing(PairEntry::name);

	private final List<PairEntry> order;
	private final ImagePlus image;
	private PairSet set;

	/**
	 * Opens a set as a virtual stack: channel 1 bare, channel 2 made up, every
	 * frame a pair.
	 *
	 * @param set the set
	 * @param worstFirst whether the least sure pair comes first; else the set's
	 *          order
	 * @throws IOException if the first pair cannot be read
	 * @throws IllegalArgumentException if the set is empty
	 */
	public PairReview(final PairSet set, final boolean worstFirst)
		throws IOException
	{
		if (set.all().isEmpty()) throw new IllegalArgumentException("\"" + set
			.folder() + "\" holds no pairs.");
		this.set = set;
		order = new ArrayList<>(set.all());
		if (worstFirst) order.sort(WORST_FIRST);
		image = new ImagePlus("Review of " + set.folder().getFileName(), new PairStack(
			set, order));
		image.setDimensions(2, 1, order.size());
		image.setOpenAsHyperStack(true);
		image.setPosition(2, 1, 1);
		drawMarks();
	}

	/** @return the stack */
	public ImagePlus image() {
		return image;
	}

	/** @return the set as it is now */
	public PairSet set() {
		return set;
	}

	/** @return the pair that is shown */
	public PairEntry current() {
		return order.get(image.getT() - 1);
	}

	/** Shows another pair. */
	public void move(final int by) {
		final int t = Math.max(1, Math.min(order.size(), image.getT() + by));
		image.setPosition(image.getC(), 1, t);
	}

	/** Shows the other picture of the pair. */
	public void flip() {
		image.setPosition(3 - image.getC(), 1, image.getT());
	}

	/**
	 * Marks a pair, or takes the mark back.
	 *
	 * @param name the pair's name
	 * @param rejected whether nothing shall be learnt from it
	 * @throws IOException if the mark cannot be written
	 * @throws IllegalArgumentException if there is no such pair
	 */
	public void reject(final String name, final boolean rejected)
		throws IOException
	{
		set = set.reject(name, rejected);
		order.replaceAll(e -> e.name().equals(name) ? e.withRejected(rejected) : e);
		drawMarks();
		image.updateAndRepaintWindow();
	}

	/** Rejected pairs have a red frame, which is no part of the picture. */
	private void drawMarks() {
		final Overlay marks = new Overlay();
		for (int i = 0; i < order.size(); i++) {
			if (!order.get(i).rejected()) continue;
			final Roi frame = new Roi(FRAME / 2, FRAME / 2, image.getWidth() - FRAME,
				image.getHeight() - FRAME);
			frame.setStrokeColor(REJECTED);
			frame.setStrokeWidth(FRAME);
			frame.setPosition(0, 0, i + 1);
			frame.setName("rejected " + order.get(i).name());
			marks.add(frame);
		}
		image.setOverlay(marks.size() == 0 ? null : marks);
	}
}
