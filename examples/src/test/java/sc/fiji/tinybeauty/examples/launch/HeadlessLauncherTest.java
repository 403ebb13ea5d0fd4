package sc.fiji.tinybeauty.examples.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher in JVMs of its own, as shell scripts and batch queues see it. */
class HeadlessLauncherTest {

	@TempDir
	Path temp;

	private Path folder;

	@BeforeEach
	void oddName() throws IOException {
		folder = Files.createDirectories(temp.resolve("a folder é 中"));
	}

	@Test
	void parametersMixedCommandsAndSavedResult() throws Exception {
		final Path macro = Files.writeString(folder.resolve("mix 中.ijm"), """
			#@ String (value="green") channel
			#@ Double amount
			#@ File (style="directory") out
			setBatchMode(true);
			run("Astronaut Portrait");
			run("Tint Demo...", "channel=" + channel + " amount=" + amount);
			run("Gaussian Blur...", "sigma=2");
			print(nImages, getTitle());
			selectImage("astronaut.png");
			close();
			saveAs("png", out + "/é 中.png");
			""");
		final ChildJvm.Outcome outcome = ChildJvm.headless(temp, "--run", macro.toString(),
			"amount=0.5,out=\"" + folder + "\"");
		assertEquals("", outcome.err());
		assertEquals("2 astronaut.png-green", outcome.out().strip());
		assertEquals(0, outcome.code());
		final ImagePlus saved = IJ.openImage(folder.resolve("é 中.png").toString());
		assertEquals(512, saved.getWidth());
		final int[] rgb = saved.getPixel(300, 100);
		assertTrue(rgb[1] < rgb[0] && rgb[1] < rgb[2], "half the green is gone");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"x = ;                                          | Number or numeric function expected in line 1",
		"run('Tint Demo...', 'amount=1');               | There are no images open: open one first (line 1).",
		"newImage('a', 'RGB', 9, 9, 1); run('Tint Demo...', 'note=bug'); | An error inside the command stopped it",
		"runMacro('/no/such/macro.ijm');                | Macro or script not found",
		"exit('Enough of this.');                       | Enough of this.",
	})
	void failuresEndWithCodeOneAndASentence(final String code, final String sentence) throws Exception {
		final ChildJvm.Outcome outcome = ChildJvm.headless(temp, "-eval", code.strip() + " print('went on');");
		assertEquals(1, outcome.code());
		final String[] lines = outcome.err().lines().filter(line -> !line.startsWith("\tat ")).toArray(String[]::new);
		assertTrue(lines[lines.length - 1].startsWith(sentence), outcome.err());
		assertTrue(!outcome.out().contains("went on"), outcome.out());
	}

	@Test
	void exitWithoutMessageIsNoFailureAndMissingParameterIsOne() throws Exception {
		assertEquals(new ChildJvm.Outcome(0, "", ""), ChildJvm.headless(temp, "-eval", "exit();"));
		final Path macro = Files.writeString(folder.resolve("needs.ijm"), "#@ String in\nprint(in);");
		final ChildJvm.Outcome outcome = ChildJvm.headless(temp, "--run", macro.toString());
		assertEquals(1, outcome.code());
		assertEquals("The macro needs.ijm needs a value for its parameter in: add in=\"...\".", outcome.err().strip());
	}

	@Test
	void batchPassesItsArgument() throws Exception {
		final Path macro = Files.writeString(folder.resolve("say.ijm"), "print('got ' + getArgument());");
		assertEquals("got a b", ChildJvm.headless(temp, "-batch", macro.toString(), "a b").out().strip());
	}

	@Test
	void javaOptionsComeBeforeTwoDashes() throws Exception {
		final Path macro = Files.writeString(folder.resolve("tell.ijm"),
			"print(call('java.lang.System.getProperty', 'said')); exit('and fail');");
		final ChildJvm.Outcome outcome = ChildJvm.finish(ChildJvm.builder(temp, false, Launcher.class, "-Dsaid=a b",
			"--", "--headless", "-macro", macro.toString()), temp);
		assertEquals(new ChildJvm.Outcome(1, "a b\n", "and fail\n"), outcome);
	}
}
