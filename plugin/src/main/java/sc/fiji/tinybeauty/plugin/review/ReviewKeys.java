package sc.fiji.tinybeauty.plugin.review;

import java.awt.Component;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.io.IOException;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;

/**
 * The keys of a review. Keys that mean nothing here go on to ImageJ, which hears
 * of no others from this window.
 */
public final class ReviewKeys extends KeyAdapter {

	/** What the keys do, one line. */
	public static final String HINT =
		"Right or N: next, Left or P: previous, X: reject or accept, Space: bare or made up";

	private static final int LEAST_WIDTH = 500;

	private final PairReview review;

	private ReviewKeys(final PairReview review) {
		this.review = review;
	}

	/** Gives the window of a review its keys, and small pictures a size to judge them at. */
	public static void install(final PairReview review) {
		final ImagePlus image = review.image();
		final ImageWindow window = image.getWindow();
		if (window == null) return;
		final ImageCanvas canvas = window.getCanvas();
		while (canvas.getMagnification() < 2 && image.getWidth() * canvas
			.getMagnification() < LEAST_WIDTH)
			canvas.zoomIn(0, 0);
		final ReviewKeys keys = new ReviewKeys(review);
		keys.replace(window);
		keys.replace(canvas);
		for (final Component c : window.getComponents())
			keys.replace(c);
		IJ.showStatus(HINT);
	}

	private void replace(final Component component) {
		component.removeKeyListener(IJ.getInstance());
		component.removeKeyListener(this);
		component.addKeyListener(this);
	}

	@Override
	public void keyPressed(final KeyEvent e) {
		switch (e.getKeyCode()) {
			case KeyEvent.VK_RIGHT, KeyEvent.VK_N, KeyEvent.VK_DOWN -> review.move(1);
			case KeyEvent.VK_LEFT, KeyEvent.VK_P, KeyEvent.VK_UP -> review.move(-1);
			case KeyEvent.VK_SPACE -> review.flip();
			case KeyEvent.VK_X, KeyEvent.VK_DELETE -> toggle();
			default -> {
				if (IJ.getInstance() != null) IJ.getInstance().keyPressed(e);
				return;
			}
		}
		e.consume();
	}

	private void toggle() {
		try {
			review.reject(review.current().name(), !review.current().rejected());
			IJ.showStatus(review.set().all().size() - review.set().entries().size() +
				" of " + review.set().all().size() + " pairs rejected. " + HINT);
		}
		catch (final IOException e) {
			IJ.error("Review Pairs", e.getMessage());
		}
	}
}
