package sc.fiji.tinybeauty.plugin.annotate;

import ij.ImagePlus;
import ij.Undo;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.process.ColorProcessor;

/**
 * The made-up face as an ordinary 24-bit image, on which every tool and filter of
 * ImageJ works. The bare face is shown as a layer above it, so that its pixels are
 * never mistaken for painting.
 */
final class MadeImage {

	private final ImagePlus image = new ImagePlus("", new ColorProcessor(1, 1));
	private Overlay hidden;
	private boolean bare;

	/** @return the image */
	ImagePlus image() {
		return image;
	}

	/** Shows another face. */
	void open(final String title, final int size, final int[] made) {
		showBare(null);
		image.deleteRoi();
		image.setOverlay(null);
		image.setProcessor(title, new ColorProcessor(size, size, opaque(made)));
		settled();
	}

	/** Shows the same face made up in another way. */
	void put(final int size, final int[] made) {
		if (painted(size) == null) image.setProcessor(new ColorProcessor(size, size,
			opaque(made)));
		else {
			System.arraycopy(opaque(made), 0, image.getProcessor().getPixels(), 0,
				made.length);
			image.updateAndDraw();
		}
		settled();
	}

	/** ImageJ's own undo would bring an older look back as if it were painted. */
	private void settled() {
		Undo.reset();
		image.changes = false;
	}

	/** @return the pixels as they are now; null if they are no longer of this kind and size */
	int[] painted(final int size) {
		return image.getStackSize() == 1 && image.getWidth() == size && image
			.getHeight() == size && image.getProcessor()
				.getPixels() instanceof final int[] pixels ? pixels : null;
	}

	/** @param pixels the bare face; null shows the made-up one again */
	void showBare(final int[] pixels) {
		if (bare == (pixels != null)) return;
		if (pixels == null) image.setOverlay(hidden);
		else {
			hidden = image.getOverlay();
			image.setOverlay(new Overlay(new ImageRoi(0, 0, new ColorProcessor(image
				.getWidth(), image.getHeight(), opaque(pixels)))));
		}
		bare = pixels != null;
	}

	/** @return whether the bare face is shown */
	boolean isBare() {
		return bare;
	}

	private static int[] opaque(final int[] pixels) {
		final int[] opaque = new int[pixels.length];
		for (int i = 0; i < opaque.length; i++)
			opaque[i] = pixels[i] | 0xff000000;
		return opaque;
	}
}
