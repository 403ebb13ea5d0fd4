package sc.fiji.tinybeauty.plugin.review;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import ij.VirtualStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import sc.fiji.tinybeauty.models.pairs.PairEntry;
import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.models.pairs.PairSet;

/**
 * The pictures of a pair set as slices that are read when they are shown: two per
 * pair, bare and made up. Pictures of another size than the first are scaled.
 */
final class PairStack extends VirtualStack {

	private final PairSet set;
	private final List<PairEntry> order;
	private int last = -1;
	private PairPictures pictures;

	/**
	 * @param set the set
	 * @param order its pairs as they are to be shown
	 * @throws IOException if the first pair cannot be read
	 */
	PairStack(final PairSet set, final List<PairEntry> order)
		throws IOException
	{
		this(set, order, set.read(order.get(0)));
	}

	private PairStack(final PairSet set, final List<PairEntry> order,
		final PairPictures first)
	{
		super(first.width(), first.height(), 2 * order.size());
		this.set = set;
		this.order = order;
		setBitDepth(24);
	}

	@Override
	public synchronized ImageProcessor getProcessor(final int n) {
		final int pair = (n - 1) / 2;
		try {
			if (pair != last) pictures = set.read(order.get(pair));
			last = pair;
			final byte[] rgb = n % 2 == 1 ? pictures.bare() : pictures.made();
			return colours(pictures.width(), pictures.height(), rgb).resize(getWidth(),
				getHeight());
		}
		catch (final IOException e) {
			// A viewer goes on with the others; the label says what is wrong.
			last = -1;
			return new ColorProcessor(getWidth(), getHeight());
		}
	}

	private static ImageProcessor colours(final int width, final int height,
		final byte[] rgb)
	{
		final int[] pixels = new int[width * height];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = 0xff000000 | (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] &
				255) << 8 | rgb[3 * i + 2] & 255;
		return new ColorProcessor(width, height, pixels);
	}

	@Override
	public Object getPixels(final int n) {
		return getProcessor(n).getPixels();
	}

	@Override
	public String getSliceLabel(final int n) {
		final PairEntry e = order.get((n - 1) / 2);
		return e.name() + (n % 2 == 1 ? " bare" : " made") + (e.rejected()
			? ", REJECTED" : "") + (Double.isNaN(e.confidence()) ? "" : String.format(
				Locale.ROOT, ", confidence %.2f", e.confidence())) + ", " + e.face();
	}
}
