package sc.fiji.tinybeauty.plugin.layer;

import java.awt.Rectangle;

import ij.gui.ImageRoi;
import ij.process.ColorProcessor;

/**
 * Draws the difference between two pictures as a layer for an overlay.
 * <p>
 * A layer holds the changed picture itself where it differs, and zero elsewhere,
 * which ImageJ draws as nothing. So it needs no partial transparency, which
 * ImageJ's TIFF files would lose; its opacity, which they keep, then blends
 * between the two pictures.
 * </p>
 */
public final class MakeupLayer {

	/** Property of a layer that names its region; TIFF files lose names, not properties. */
	public static final String REGION = "tinybeauty.region";

	/**
	 * ImageJ draws a pixel of a layer only if its brightness, whether by equal
	 * weights or by luma, exceeds 1. The nearest such colour to black.
	 */
	private static final int DARKEST = 0x010201;

	private MakeupLayer() {}

	/**
	 * Draws a layer.
	 *
	 * @param region name of the layer
	 * @param before packed 24-bit colours below the layer, row by row
	 * @param after the same picture with the region made up
	 * @param width of the pictures, pixels
	 * @return a layer, fully opaque, or null where nothing differs
	 */
	public static ImageRoi between(final String region, final int[] before,
		final int[] after, final int width)
	{
		final Rectangle area = changed(before, after, width);
		if (area == null) return null;
		final ColorProcessor pixels = new ColorProcessor(area.width, area.height);
		for (int y = 0; y < area.height; y++)
			for (int x = 0; x < area.width; x++) {
				final int i = (area.y + y) * width + area.x + x;
				if (differ(before[i], after[i])) pixels.set(x, y, drawable(after[i]));
			}
		final ImageRoi layer = new ImageRoi(area.x, area.y, pixels);
		layer.setZeroTransparent(true);
		layer.setName(region);
		layer.setProperty(REGION, region);
		return layer;
	}

	private static Rectangle changed(final int[] before, final int[] after,
		final int width)
	{
		int left = width, right = -1, top = -1, bottom = -1;
		for (int i = 0; i < before.length; i++) {
			if (!differ(before[i], after[i])) continue;
			final int x = i % width, y = i / width;
			left = Math.min(left, x);
			right = Math.max(right, x);
			if (top < 0) top = y;
			bottom = y;
		}
		return top < 0 ? null : new Rectangle(left, top, right - left + 1, bottom -
			top + 1);
	}

	private static boolean differ(final int a, final int b) {
		return ((a ^ b) & 0xffffff) != 0;
	}

	private static int drawable(final int color) {
		final int r = color >> 16 & 0xff, g = color >> 8 & 0xff, b = color & 0xff;
		if (r + g + b > 3 && 0.299 * r + 0.587 * g + 0.114 * b > 1.01) return color &
			0xffffff;
		return Math.max(r, DARKEST >> 16) << 16 | Math.max(g, DARKEST >> 8 &
			0xff) << 8 | Math.max(b, DARKEST & 0xff);
	}
}
