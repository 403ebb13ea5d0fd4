package sc.fiji.tinybeauty.examples.sample;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.PlugIn;

import java.io.IOException;
import java.io.InputStream;

import javax.imageio.ImageIO;

import sc.fiji.tinybeauty.examples.bridge.CommandBridge;

/**
 * Opens the sample photograph: Eileen Collins in 1993 as an astronaut of NASA, 512 x 512 pixels, in the public domain.
 */
public final class OpenSample implements PlugIn {

	private static final String MENU = "File>Open Samples>Astronaut Portrait";
	private static final String RESOURCE = "astronaut.png";

	/** Adds the menu entry; macros call {@code run("Astronaut Portrait")}. */
	public static void install() {
		CommandBridge.add(MENU, OpenSample.class.getName());
	}

	@Override
	public void run(final String argument) {
		try (InputStream in = OpenSample.class.getResourceAsStream(RESOURCE)) {
			new ImagePlus(RESOURCE, ImageIO.read(in)).show();
		}
		catch (final IOException | IllegalArgumentException e) {
			IJ.error("Astronaut Portrait", "The sample photograph is missing from this build: build it again.");
		}
	}
}
