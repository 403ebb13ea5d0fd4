package sc.fiji.tinybeauty.plugin.train;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import sc.fiji.tinybeauty.models.train.CurvePlot;
import sc.fiji.tinybeauty.models.train.LossCurve;

/** Curve on the left, held-out pairs as tiles on the right. */
final class TrainingPicture {

	private static final int TILE = 128, ROWS = 4, COLUMNS = 3, HEAD = 28;
	/** Size of all pictures, pixels: the curve is 800 x 560. */
	static final int WIDTH = 800 + COLUMNS * TILE, HEIGHT = 560;

	private TrainingPicture() {}

	/**
	 * @param curve the course so far
	 * @param sheet rows of bare, truth and result, of which the first ones are
	 *          shown; null if there are none yet
	 */
	static BufferedImage draw(final LossCurve curve, final BufferedImage sheet) {
		final BufferedImage picture = new BufferedImage(WIDTH, HEIGHT,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, WIDTH, HEIGHT);
		final BufferedImage plot = CurvePlot.draw(curve);
		g.drawImage(plot, 0, 0, null);
		if (sheet != null) tiles(g, sheet, plot.getWidth());
		g.dispose();
		return picture;
	}

	private static void tiles(final Graphics2D g, final BufferedImage sheet,
		final int left)
	{
		g.setColor(Color.BLACK);
		final String[] titles = { "bare", "wanted", "result" };
		for (int c = 0; c < COLUMNS; c++)
			g.drawString(titles[c], left + c * TILE + 4, HEAD - 8);
		final int side = sheet.getWidth() / COLUMNS;
		final int rows = Math.min(ROWS, sheet.getHeight() / side);
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
			RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		g.drawImage(sheet.getSubimage(0, 0, sheet.getWidth(), rows * side), left,
			HEAD, COLUMNS * TILE, rows * TILE, null);
	}
}
