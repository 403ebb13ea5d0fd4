package sc.fiji.tinybeauty.examples.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

import java.util.Arrays;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;

import sc.fiji.tinybeauty.examples.sample.OpenSample;
import sc.fiji.tinybeauty.models.makeup.Styles;

/** Apply Makeup as macros call it, mixed with ImageJ's own commands. */
class ApplyMakeupMacroTest {

	private static final String STYLE = Styles.names().get(0);

	@BeforeAll
	static void install() {
		CommandBridge.install(new Context());
		OpenSample.install();
	}

	@BeforeEach
	void openSample() {
		IJ.runMacro("while (nImages > 0) { selectImage(nImages); close(); } run('Astronaut Portrait');");
	}

	@Test
	void makesUpTheFaceAndNothingElse() {
		final int[] before = pixels("astronaut.png");
		final int[] after = apply("output=image");
		assertTrue(difference(before, after, 195, 75, 75, 95) > 2, "the face changed");
		assertEquals(0, difference(before, after, 0, 260, 512, 250), "the suit did not");
		assertArrayEquals(before, pixels("astronaut.png"), "the original is as it was");
	}

	@Test
	void keyLeftOutMeansTheDefaultAndTheSameLineTheSamePixels() {
		final int[] first = apply("strength=1.0 lips=1.0 eyes=1.0 skin=1.0 faces=all search=normal output=image device=auto");
		assertFalse(Arrays.equals(first, apply("strength=2.0 lips=0.5 output=image")));
		assertArrayEquals(first, apply("output=image"));
	}

	@Test
	void layersByDefaultAndImageJsCommandsGoOnWithThem() {
		final String said = run("run('Apply Makeup...', 'style=" + STYLE + "'); selectImage('astronaut-" + STYLE +
			"'); n = Overlay.size; run('Flatten'); run('Gaussian Blur...', 'sigma=2'); run('8-bit');" +
			" return '' + n + ' ' + bitDepth + ' ' + nImages;");
		assertEquals("3 8 3", said);
	}

	@Test
	void withoutAFaceTheMacroEndsInASentence() {
		final String said = IJ.runMacro("newImage('grey', 'RGB', 300, 300, 1); run('Apply Makeup...', 'style=" + STYLE +
			" output=image'); return 'went on';");
		assertFalse("went on".equals(said));
		assertFalse(Arrays.asList(WindowManager.getImageTitles()).contains("grey-" + STYLE));
	}

	@Test
	void theOtherCommandsAnswerMacrosToo() {
		assertEquals("done", run("run('Models and Engines...'); return 'done';"));
		for (final String line : new String[] { "run('Install Engine...', 'file=[/no such/file.jar]');",
			"run('Apply Makeup to Folder...', 'in=[/no such/folder] out=[/no such/other] style=" + STYLE + "');",
			"run('Evaluate...', 'bare=[/no such/folder] result=[/no such/other] out=[/no such/file.csv]');" })
			assertFalse("went on".equals(IJ.runMacro(line + " return 'went on';")), line);
	}

	private static int[] apply(final String options) {
		run("selectImage('astronaut.png'); run('Apply Makeup...', 'style=" + STYLE + " " + options + "');");
		final String result = "astronaut-" + STYLE;
		final int[] pixels = pixels(result);
		run("selectImage('" + result + "'); close();");
		return pixels;
	}

	private static String run(final String macro) {
		final String result = IJ.runMacro(macro);
		assertFalse("[aborted]".equals(result), macro);
		return result;
	}

	private static int[] pixels(final String title) {
		final ImagePlus image = WindowManager.getImage(title);
		assertNotNull(image, title + " among " + String.join(", ", WindowManager.getImageTitles()));
		return ((int[]) image.getProcessor().convertToRGB().getPixels()).clone();
	}

	/** @return the mean absolute difference of the three channels in a box, in grey levels */
	private static double difference(final int[] a, final int[] b, final int x, final int y, final int w, final int h) {
		double sum = 0;
		for (int j = y; j < y + h; j++) {
			for (int i = x; i < x + w; i++) {
				for (int shift = 0; shift < 24; shift += 8)
					sum += Math.abs((a[j * 512 + i] >> shift & 255) - (b[j * 512 + i] >> shift & 255));
			}
		}
		return sum / (3.0 * w * h);
	}
}
