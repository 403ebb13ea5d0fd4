package sc.fiji.tinybeauty.plugin.annotate;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;

import javax.swing.Icon;

/**
 * A patch of colour on a button or in a menu.
 *
 * @param hex the colour, "#rrggbb"
 */
record ColourPatch(String hex) implements Icon {

	@Override
	public void paintIcon(final Component c, final Graphics g, final int x,
		final int y)
	{
		g.setColor(Color.decode(hex));
		g.fillRect(x, y, getIconWidth(), getIconHeight());
		g.setColor(Color.GRAY);
		g.drawRect(x, y, getIconWidth() - 1, getIconHeight() - 1);
	}

	@Override
	public int getIconWidth() {
		return 22;
	}

	@Override
	public int getIconHeight() {
		return 16;
	}
}
