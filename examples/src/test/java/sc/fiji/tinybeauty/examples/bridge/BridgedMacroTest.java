package sc.fiji.tinybeauty.examples.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ColorProcessor;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;

/** A SciJava command called from macro text, in the ImageJ that is patched for headless use. */
class BridgedMacroTest {

	@BeforeAll
	static void install() {
		CommandBridge.install(new Context());
	}

	@BeforeEach
	void openImage() {
		IJ.runMacro("while (nImages > 0) { selectImage(nImages); close(); }");
		final ImagePlus image = new ImagePlus("photo", new ColorProcessor(4, 3));
		for (int i = 0; i < 12; i++)
			image.getProcessor().set(i, 0xff000000 | i * 0x0a0b0c);
		image.show();
	}

	@Test
	void optionsReachTheCommand() {
		run("run('Tint Demo...', 'channel=red amount=0.5 offset=3');");
		assertArrayEquals(tinted(16, 0.5, 3), pixels("photo-red"));
		assertArrayEquals(tinted(16, 1, 0), pixels("photo"), "the original is not touched");
	}

	@Test
	void keyLeftOutMeansTheDefaultNeverTheLastValue() {
		run("run('Tint Demo...', 'channel=blue amount=2 offset=40');");
		run("selectImage('photo'); run('Tint Demo...', 'amount=0.5');");
		assertArrayEquals(tinted(8, 0.5, 7), pixels("photo-green"), "channel by its default, offset by its initializer");
	}

	@Test
	void resultJoinsTheMacrosImagesAndImageJsOwnCommands() {
		final String result = run("run('Tint Demo...', 'channel=red'); n = nImages; selectImage('photo-red');" +
			" run('Gaussian Blur...', 'sigma=2'); run('8-bit'); return '' + n + ' ' + bitDepth + ' ' + getTitle();");
		assertEquals("2 8 photo-red", result);
	}

	@Test
	void cancelledCommandAbortsTheMacroWithItsReason() {
		assertEquals("The note asked to cancel.", errorOf("run('Tint Demo...', 'note=cancel'); newImage('after', '8-bit', 1, 1, 1);"));
		assertNull(WindowManager.getImage("after"), "the macro went on");
		assertNull(WindowManager.getImage("photo-green"));
	}

	@Test
	void throwingCommandAbortsTheMacroWithItsSentence() {
		assertEquals("The note asked to throw.", errorOf("run('Tint Demo...', 'note=throw'); newImage('after', '8-bit', 1, 1, 1);"));
		assertNull(WindowManager.getImage("after"), "the macro went on");
	}

	@Test
	void unreadableValueIsNamed() {
		assertEquals("amount=lots cannot be read as a number.", errorOf("run('Tint Demo...', 'amount=lots');"));
		openImage();
		assertEquals("keepblack=perhaps cannot be read as true or false.", errorOf("run('Tint Demo...', 'keepblack=perhaps');"));
	}

	@Test
	void withoutAnImageThereIsOneSentence() {
		IJ.runMacro("close();");
		assertEquals("There are no images open: open one first.", errorOf("run('Tint Demo...', 'amount=1');"));
	}

	@Test
	void javaCallerIsAbortedAsImageJAborts() {
		RuntimeException caught = null;
		try {
			IJ.run("Tint Demo...", "note=cancel");
		}
		catch (final RuntimeException e) {
			caught = e;
		}
		assertNotNull(caught);
		assertEquals("Macro canceled", caught.getMessage());
		assertEquals("The note asked to cancel.", IJ.getErrorMessage());
	}

	private static String run(final String macro) {
		final String result = IJ.runMacro(macro);
		assertTrue(!"[aborted]".equals(result), macro);
		return result;
	}

	private static String errorOf(final String macro) {
		final Interpreter interpreter = new Interpreter();
		try {
			interpreter.run(macro, "");
		}
		catch (final RuntimeException e) {
			assertEquals("Macro canceled", e.getMessage());
		}
		return interpreter.getErrorMessage();
	}

	private static int[] pixels(final String title) {
		final ImagePlus image = WindowManager.getImage(title);
		assertNotNull(image, title + " among " + String.join(", ", WindowManager.getImageTitles()));
		final int[] pixels = new int[image.getWidth() * image.getHeight()];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = image.getProcessor().get(i) & 0xffffff;
		return pixels;
	}

	private static int[] tinted(final int shift, final double amount, final int offset) {
		final int[] pixels = new int[12];
		for (int i = 0; i < 12; i++) {
			final int rgb = i * 0x0a0b0c, value = (int) Math.min(255, (rgb >> shift & 255) * amount + offset);
			pixels[i] = rgb & ~(255 << shift) | value << shift;
		}
		return pixels;
	}
}
