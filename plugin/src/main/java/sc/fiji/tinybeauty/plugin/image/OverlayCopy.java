package sc.fiji.tinybeauty.plugin.image;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

/** Copies overlays onto images whose slices lie elsewhere. */
public final class OverlayCopy {

	private OverlayCopy() {}

	/**
	 * Copies the overlay of {@code source}. An element that belongs to a z
	 * position appears on each of the positions that took its place.
	 *
	 * @param source image with or without overlay
	 * @param result image whose z positions are those of {@code source}, each
	 *          {@code copies} times in a row; its channels are of another kind
	 * @param copies 1 or more
	 */
	public static void onto(final ImagePlus source, final ImagePlus result,
		final int copies)
	{
		if (source.getOverlay() == null) return;
		final Overlay overlay = source.getOverlay().duplicate();
		final Overlay moved = source.getOverlay().duplicate();
		moved.clear();
		for (int i = 0; i < overlay.size(); i++) {
			final Roi element = overlay.get(i);
			final int[] zt = position(element, source);
			if (zt[0] == 0) {
				element.setPosition(0);
				if (zt[1] > 0) element.setPosition(0, 0, zt[1]);
				moved.add(element);
			}
			else for (int k = 1; k <= copies; k++) {
				final Roi copy = (Roi) element.clone();
				copy.setName(element.getName());
				new PhotoPosition(0, (zt[0] - 1) * copies + k, Math.max(1, zt[1]))
					.place(copy, result);
				moved.add(copy);
			}
		}
		result.setOverlay(moved);
	}

	/** @return z and t from 1, 0 for all of them */
	private static int[] position(final Roi element, final ImagePlus source) {
		if (element.hasHyperStackPosition()) return new int[] { element
			.getZPosition(), element.getTPosition() };
		if (element.getPosition() <= 0) return new int[2];
		final int[] czt = source.convertIndexToPosition(element.getPosition());
		return new int[] { czt[1], czt[2] };
	}
}
