package sc.fiji.tinybeauty.examples.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

import sc.fiji.tinybeauty.examples.sample.OpenSample;
import sc.fiji.tinybeauty.models.amplify.Prior;
import sc.fiji.tinybeauty.models.amplify.ResidualDiffusion;
import sc.fiji.tinybeauty.models.pairs.PairSet;
import sc.fiji.tinybeauty.models.weights.ModelCard;

/** Amplify Dataset and Review Pairs as macros call them; the prior is untrained, the rest as it is. */
class AmplifyMacroTest {

	@TempDir
	Path temp;
	private String seeds;
	private String prior;

	@BeforeAll
	static void install() {
		CommandBridge.install(new Context());
		OpenSample.install();
	}

	@BeforeEach
	void seeds() throws Exception {
		IJ.runMacro("while (nImages > 0) { selectImage(nImages); close(); } run('Astronaut Portrait');");
		final Path folder = Files.createDirectories(temp.resolve("my seeds é 中"));
		for (final String side : List.of("bare", "made")) {
			Files.createDirectories(folder.resolve(side));
			IJ.saveAs(WindowManager.getImage("astronaut.png").duplicate(), "png", folder.resolve(side).resolve("a.png").toString());
			IJ.runMacro("selectImage('astronaut.png'); makeOval(210, 130, 40, 20); run('Add...', 'value=40'); run('Select None');");
		}
		IJ.runMacro("while (nImages > 0) { selectImage(nImages); close(); } run('Astronaut Portrait');");
		seeds = "seeds=[" + folder + "]";
		final Path file = temp.resolve("prior.safetensors");
		new Prior(ResidualDiffusion.initialWeights(1), new ModelCard("test", "For tests.", "BSD-2-Clause",
			ResidualDiffusion.ARCHITECTURE, ResidualDiffusion.graph().parameterCount(), 0, 0, List.of(), Map.of(), "")).save(file);
		prior = " prior=[" + file + "]";
	}

	@Test
	void aWholeSetByTheLineOfTheDocumentation() throws Exception {
		final Path faces = Files.createDirectories(temp.resolve("faces é 中")), out = temp.resolve("pairs é 中");
		IJ.saveAs(WindowManager.getImage("astronaut.png").duplicate(), "png", faces.resolve("b.png").toString());
		final String line = "run('Amplify Dataset...', '" + seeds + " faces=[" + faces + "] out=[" + out +
			"] count=2 shade=1.0 detail=1.0 steps=2 finetune=no seed=1 device=auto" + prior + "');";
		run(line);
		assertEquals(List.of("seed-01", "000001", "000002"), PairSet.open(out).all().stream().map(e -> e.name()).toList());
		final byte[] made = Files.readAllBytes(out.resolve("made/000002.png"));
		run(line);
		assertTrue(Arrays.equals(made, Files.readAllBytes(out.resolve("made/000002.png"))));
		assertEquals("2 3", run("run('Review Pairs...', 'pairs=[" + out + "] reject=000002');" +
			" Stack.getDimensions(w, h, c, z, t); return '' + c + ' ' + t;"));
		assertEquals(2, PairSet.open(out).entries().size());
		run("run('Review Pairs...', 'pairs=[" + out + "]');");
		assertEquals(2, PairSet.open(out).entries().size(), "a key left out means nothing to reject");
	}

	@Test
	void variantsOfTheOpenImageAndDefaultsForKeysLeftOut() {
		final int[] first = variant("count=1 shade=1.0 detail=1.0 steps=2 seed=1 device=auto");
		assertFalse(Arrays.equals(first, variant("count=1 shade=0.2 steps=1 seed=5 output=hyperstack")));
		assertTrue(Arrays.equals(first, variant("count=1")));
	}

	@Test
	void aMistakeEndsTheMacro() {
		for (final String options : new String[] { "faces=[/no such/folder] out=[" + temp.resolve("x") + "]", "count=-1", "finetune=maybe",
			"output=poster", "faces=[" + temp + "]" })
			assertFalse("went on".equals(IJ.runMacro("run('Amplify Dataset...', '" + seeds + " " + options + prior +
				"'); return 'went on';")), options);
	}

	private int[] variant(final String options) {
		assertEquals("2 1", run("selectImage('astronaut.png'); run('Amplify Dataset...', '" + seeds + prior + " finetune=no " +
			options + "'); selectImage('astronaut-variants'); Stack.getDimensions(w, h, c, z, t); return '' + c + ' ' + t;"));
		final ImagePlus stack = WindowManager.getImage("astronaut-variants");
		final int[] pixels = ((int[]) stack.getStack().getPixels(2)).clone();
		run("selectImage('astronaut-variants'); close();");
		return pixels;
	}

	private static String run(final String macro) {
		final String result = IJ.runMacro(macro);
		assertFalse("[aborted]".equals(result), macro);
		return result;
	}
}
