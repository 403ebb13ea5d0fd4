package sc.fiji.tinybeauty.models.train;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A picture to look at: rows of unseen faces, each bare, truth and result side by
 * side, the first faces of every skin tone group in turn.
 */
final class ValidationSheet {

	private ValidationSheet() {}

	/**
	 * @param validation the unseen faces
	 * @param net the network
	 * @param perTone faces of each skin tone group
	 * @param accept which faces may be shown
	 */
	static BufferedImage draw(final Validation validation,
		final Validation.Net net, final int perTone,
		final Predicate<Pair> accept)
	{
		final Map<String, Integer> shown = new LinkedHashMap<>();
		final List<Pair> rows = new ArrayList<>();
		for (final Pair pair : validation.pairs())
			if (accept.test(pair) && shown.merge(pair.tone(), 1,
				Integer::sum) <= perTone) rows.add(pair);
		final int n = rows.isEmpty() ? 1 : rows.get(0).size();
		final BufferedImage sheet = new BufferedImage(3 * n, n * Math.max(1, rows
			.size()), BufferedImage.TYPE_INT_RGB);
		for (int row = 0; row < rows.size(); row++) {
			final Pair pair = rows.get(row);
			final Sample sample = new Sample(n);
			sample.fill(pair, Augmentation.none(0, 0), null);
			final float[] residual = net.residual(sample.input, n);
			put(sheet, 0, row, n, sample.input, null);
			put(sheet, 1, row, n, sample.input, sample.residual);
			put(sheet, 2, row, n, sample.input, residual);
		}
		return sheet;
	}

	/** Draws a picture, with a residual or none, into a cell of a sheet. */
	static void put(final BufferedImage sheet, final int column,
		final int row, final int n, final float[] input, final float[] residual)
	{
		for (int i = 0; i < n * n; i++) {
			int rgb = 0;
			for (int c = 0; c < 3; c++) {
				final int k = c * n * n + i;
				final float v = input[k] + (residual == null ? 0 : residual[k]);
				rgb = rgb << 8 | Math.round(255 * Math.min(1, Math.max(0, v)));
			}
			sheet.setRGB(column * n + i % n, row * n + i / n, rgb);
		}
	}
}
