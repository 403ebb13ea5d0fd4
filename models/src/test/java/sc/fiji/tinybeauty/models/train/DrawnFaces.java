package sc.fiji.tinybeauty.models.train;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Drawn faces of many skin tones whose make-up is red lips, lids and a line. */
final class DrawnFaces implements TrainingPairs {

	private final List<Pair> pairs = new ArrayList<>();

	DrawnFaces(final int count, final int size, final long seed) {
		final Random random = new Random(seed);
		for (int i = 0; i < count; i++)
			pairs.add(draw("face" + i, size, i % 5 == 4, random));
	}

	private static Pair draw(final String name, final int size,
		final boolean validation, final Random random)
	{
		final float depth = random.nextFloat();
		final Color skin = new Color(0.95f - 0.6f * depth, 0.8f - 0.6f * depth,
			0.7f - 0.55f * depth);
		final Color back = new Color(random.nextInt(0xffffff));
		final double dx = 6 * random.nextGaussian(), dy = 6 * random.nextGaussian();
		final double wide = 1 + 0.08 * random.nextGaussian();
		final BufferedImage[] images = new BufferedImage[3];
		for (int kind = 0; kind < 3; kind++) {
			images[kind] = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
			final Graphics2D g = images[kind].createGraphics();
			g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
				RenderingHints.VALUE_ANTIALIAS_ON);
			g.scale(size / 256.0, size / 256.0);
			g.translate(128 + dx, 140 + dy);
			g.scale(wide, 1);
			if (kind < 2) face(g, skin, back, kind == 1);
			else for (final int side : new int[] { -1, 1 })
				g.fill(oval(35 * side, -26, 26, 20));
			g.dispose();
		}
		final byte[] eyes = new byte[size * size];
		for (int i = 0; i < eyes.length; i++)
			eyes[i] = (byte) images[2].getRGB(i % size, i / size);
		return new Pair(name, depth < 0.5 ? "light" : "dark", 1, validation, size,
			bytes(images[0]), bytes(images[1]), eyes);
	}

	private static void face(final Graphics2D g, final Color skin,
		final Color back, final boolean made)
	{
		g.setColor(back);
		g.fillRect(-400, -400, 800, 800);
		g.setColor(skin);
		g.fill(oval(0, 0, 75, 100));
		for (final int side : new int[] { -1, 1 }) {
			if (made) {
				g.setColor(new Color(0.3f, 0.1f, 0.4f, 0.5f));
				g.fill(oval(35 * side, -32, 22, 12));
			}
			g.setColor(Color.WHITE);
			g.fill(oval(35 * side, -26, 14, 7));
			g.setColor(Color.DARK_GRAY);
			g.fill(oval(35 * side, -26, 6, 6));
			if (!made) continue;
			g.setColor(Color.BLACK);
			g.setStroke(new BasicStroke(2.5f));
			g.draw(new Arc2D.Double(35 * side - 15, -34, 30, 16, 20, 140,
				Arc2D.OPEN));
		}
		g.setColor(made ? new Color(190, 10, 40) : skin.darker());
		g.fill(oval(0, 55, 26, 10));
	}

	private static Ellipse2D oval(final double x, final double y, final double a,
		final double b)
	{
		return new Ellipse2D.Double(x - a, y - b, 2 * a, 2 * b);
	}

	private static byte[] bytes(final BufferedImage image) {
		final int n = image.getWidth();
		final byte[] rgb = new byte[3 * n * n];
		for (int i = 0; i < n * n; i++) {
			final int v = image.getRGB(i % n, i / n);
			for (int c = 0; c < 3; c++)
				rgb[3 * i + c] = (byte) (v >> 16 - 8 * c);
		}
		return rgb;
	}

	@Override
	public int size() {
		return pairs.size();
	}

	@Override
	public Pair get(final int i) {
		return pairs.get(i);
	}
}
