package sc.fiji.tinybeauty.plugin.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import ij.gui.HTMLDialog;

/** Shows the page that explains the commands; it is part of the plugin, so that it is there offline. */
final class Help {

	private Help() {}

	/** Opens a dialog, above the one whose button was pressed. */
	static void open() {
		new HTMLDialog("TinyBeauty help", text(), true);
	}

	/** @return the page, HTML */
	static String text() {
		try (InputStream in = Help.class.getResourceAsStream("help.html")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new IllegalStateException("The help page cannot be read.", e);
		}
	}
}
