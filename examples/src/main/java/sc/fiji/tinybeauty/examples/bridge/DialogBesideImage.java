package sc.fiji.tinybeauty.examples.bridge;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GUI;
import ij.gui.GenericDialog;

import java.awt.Rectangle;
import java.awt.Window;

/** A dialog that opens beside the active image, if there is room, so that it does not hide the preview. */
final class DialogBesideImage extends GenericDialog {

	DialogBesideImage(final String title) {
		super(title, IJ.getInstance());
	}

	/** Called by ImageJ when the size of the dialog is known. */
	@Override
	protected void setup() {
		final ImagePlus image = WindowManager.getCurrentImage();
		final Window window = image == null ? null : image.getWindow();
		if (window == null) return;
		final Rectangle screen = GUI.getMaxWindowBounds(window);
		final int right = window.getX() + window.getWidth();
		final int left = window.getX() - getWidth();
		if (right + getWidth() <= screen.x + screen.width) setLocation(right, fittingTop(window, screen));
		else if (left >= screen.x) setLocation(left, fittingTop(window, screen));
	}

	private int fittingTop(final Window window, final Rectangle screen) {
		return Math.max(screen.y, Math.min(window.getY(), screen.y + screen.height - getHeight()));
	}
}
