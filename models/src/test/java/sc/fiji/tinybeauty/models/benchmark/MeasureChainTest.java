package sc.fiji.tinybeauty.models.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.tinybeauty.models.face.FaceFinder;

/** The costs of the smallest chain there is: two pairs, one step. */
class MeasureChainTest {

	@TempDir
	Path temp;

	@Test
	void aLineForEveryCount() throws Exception {
		for (final String side : List.of("bare", "made"))
			copy("light.png", temp.resolve("seeds").resolve(side));
		copy("dark.png", temp.resolve("faces"));
		final Path out = temp.resolve("out é 中");
		MeasureChain.main("--seeds", temp.resolve("seeds").toString(), "--faces", temp
			.resolve("faces").toString(), "--out", out.toString(), "--counts", "2",
			"--steps", "1", "--judges", temp.resolve("seeds").toString());
		final List<String> lines = Files.readAllLines(out.resolve("chain.csv"));
		assertEquals(2, lines.size(), lines.toString());
		final String[] figures = lines.get(1).split(",");
		assertEquals(lines.get(0).split(",").length, figures.length);
		assertEquals("2", figures[0]);
		assertEquals(Double.parseDouble(figures[1]) / 2, Double.parseDouble(
			figures[2]), 0.05);
		assertEquals("1", figures[4]);
		// Nothing is made up in these pairs: whatever a style does is too much.
		assertTrue(Double.parseDouble(figures[7]) < 0, lines.get(1));
		if (Files.isReadable(Path.of("/proc/self/status"))) assertTrue(Integer
			.parseInt(figures[6]) > 100 && Integer.parseInt(figures[6]) >= Integer
				.parseInt(figures[3]), lines.get(1));
	}

	private static void copy(final String face, final Path folder)
		throws Exception
	{
		Files.createDirectories(folder);
		try (InputStream in = FaceFinder.class.getResourceAsStream(face)) {
			Files.copy(in, folder.resolve(face));
		}
	}
}
