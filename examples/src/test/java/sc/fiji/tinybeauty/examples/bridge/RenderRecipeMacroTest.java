package sc.fiji.tinybeauty.examples.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ij.IJ;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;

import sc.fiji.tinybeauty.examples.sample.OpenSample;

/** Render Recipe as macros call it. */
class RenderRecipeMacroTest {

	private static final String OPEN =
		"while (nImages > 0) { selectImage(nImages); close(); } run('Astronaut Portrait'); ";

	@BeforeAll
	static void install() {
		CommandBridge.install(new Context());
		OpenSample.install();
	}

	@Test
	void paintsTheNamedRecipe() {
		assertEquals("astronaut-bronze 3", IJ.runMacro(OPEN +
			"run('Render Recipe...', 'recipe=bronze strength=1.0 faces=all search=normal output=overlay device=auto');" +
			" return getTitle() + ' ' + Overlay.size;"));
	}

	@Test
	void keysLeftOutAreTheirDefaults() {
		final String sum = " n = 0; for (y = 0; y < 256; y += 3) for (x = 128; x < 300; x += 3) n += getPixel(x, y) & 255; return '' + n;";
		final String said = IJ.runMacro(OPEN +
			"run('Render Recipe...', 'output=image'); " + sum);
		assertEquals(said, IJ.runMacro(OPEN +
			"run('Render Recipe...', 'recipe=natural strength=1.0 faces=all search=normal output=image device=auto'); " +
			sum));
		assertNotEquals(said, IJ.runMacro(OPEN +
			"run('Render Recipe...', 'recipe=stage output=image'); " + sum));
	}

	@Test
	void anUnknownRecipeEndsTheMacro() {
		assertNotEquals("went on", IJ.runMacro(OPEN +
			"run('Render Recipe...', 'recipe=ball'); return 'went on';"));
	}
}
