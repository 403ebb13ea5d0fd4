package sc.fiji.tinybeauty.plugin.command;

import java.io.IOException;
import java.net.URL;

import ij.IJ;
import org.scijava.platform.PlatformService;

/** Opens the page that explains the commands, in the user's browser. */
final class Help {

	private static final String PAGE = "https://imagej.net/plugins/tinybeauty";

	private Help() {}

	static void open(final PlatformService platform) {
		try {
			if (platform == null) throw new IOException("no browser");
			platform.open(new URL(PAGE));
		}
		catch (final IOException e) {
			IJ.showStatus("See " + PAGE);
		}
	}
}
