package sc.fiji.tinybeauty.models.train;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Draws a {@link LossCurve}: above, the colour loss relative to that of doing
 * nothing, whose mix of absolute and squared error changes at first; below, the gain over doing nothing and the PSNR inside the make-up
 * mask on unseen faces, in dB.
 */
public final class CurvePlot {

	private static final int WIDTH = 800, HEIGHT = 560, LEFT = 60, RIGHT = 20;
	private static final int PANEL = 210;
	private static final Color BLUE = new Color(0x1f77b4);
	private static final Color ORANGE = new Color(0xd95f02);

	private CurvePlot() {}

	/** @return the plot, 800 x 560 pixels; needs no display */
	public static BufferedImage draw(final LossCurve curve) {
		final BufferedImage image = new BufferedImage(WIDTH, HEIGHT,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = image.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, WIDTH, HEIGHT);
		final List<LossCurve.Point> points = curve.points();
		final List<LossCurve.Check> checks = curve.checks();
		final int last = points.isEmpty() ? 1 : points.get(points.size() - 1)
			.step();
		final Panel above = new Panel(g, 30, last, 0, 1.2,
			"colour loss relative to that of no make-up (its mix changes over the first 40 %)");
		above.line(points, LossCurve.Point::step,
			LossCurve.Point::relativeError, BLUE);
		double top = 10;
		for (final LossCurve.Check c : checks)
			top = Math.max(top, Math.max(c.result().all().gain(), c.result().all()
				.maskPsnr()));
		final Panel below = new Panel(g, 300, last, 0, 5 * Math.ceil(top / 5),
			"unseen faces, dB: gain over the untouched picture (blue), PSNR inside the mask (orange)");
		below.line(checks, LossCurve.Check::step, c -> c.result().all().gain(),
			BLUE);
		below.line(checks, LossCurve.Check::step, c -> c.result().all().maskPsnr(),
			ORANGE);
		g.setColor(Color.BLACK);
		g.drawString("step", WIDTH / 2, HEIGHT - 14);
		g.dispose();
		return image;
	}

	/** One pair of axes. */
	private static final class Panel {

		private final Graphics2D g;
		private final int y;
		private final int last;
		private final double low, high;

		Panel(final Graphics2D g, final int y, final int last, final double low,
			final double high, final String title)
		{
			this.g = g;
			this.y = y;
			this.last = last;
			this.low = low;
			this.high = high;
			g.setColor(Color.BLACK);
			g.drawString(title, LEFT, y - 8);
			for (int i = 0; i <= 5; i++) {
				final double v = low + i * (high - low) / 5;
				g.setColor(Color.LIGHT_GRAY);
				g.drawLine(LEFT, y(v), WIDTH - RIGHT, y(v));
				g.setColor(Color.BLACK);
				g.drawString(String.format(Locale.ROOT, high < 2 ? "%.2f" : "%.0f", v), 14, y(v) + 4);
				g.drawString(Long.toString(Math.round(last * i / 5.0)), x(last * i /
					5.0) - 12, y + PANEL + 16);
			}
		}

		private int x(final double step) {
			return (int) (LEFT + step / last * (WIDTH - LEFT - RIGHT));
		}

		private int y(final double v) {
			final double t = (Math.min(high, Math.max(low, v)) - low) / (high - low);
			return (int) (y + PANEL * (1 - t));
		}

		<T> void line(final List<T> rows, final ToDoubleFunction<T> step,
			final ToDoubleFunction<T> value, final Color colour)
		{
			g.setColor(colour);
			g.setStroke(new BasicStroke(1.6f));
			for (int i = 1; i < rows.size(); i++) {
				final T a = rows.get(i - 1), b = rows.get(i);
				g.drawLine(x(step.applyAsDouble(a)), y(value.applyAsDouble(a)), x(step
					.applyAsDouble(b)), y(value.applyAsDouble(b)));
			}
			g.setStroke(new BasicStroke(1));
		}
	}
}
