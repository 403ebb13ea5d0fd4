package sc.fiji.tinybeauty.plugin.image;

import ij.ImagePlus;
import ij.gui.Roi;

/**
 * Where a photograph lies in an image.
 *
 * @param c channel from 1; 0 where the channels belong together
 * @param z from 1
 * @param t from 1
 */
public record PhotoPosition(int c, int z, int t) {

	/**
	 * Ties an element of an overlay to this position of a stack.
	 *
	 * @param element the element
	 * @param image the image that will show it
	 */
	public void place(final Roi element, final ImagePlus image) {
		if (image.getStackSize() == 1) return;
		if (image.isHyperStack() || image.isComposite()) element.setPosition(c, z,
			t);
		else element.setPosition(image.getStackIndex(Math.max(1, c), z, t));
	}
}
