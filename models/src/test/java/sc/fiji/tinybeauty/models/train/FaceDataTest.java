package sc.fiji.tinybeauty.models.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.tinybeauty.ops.face.Landmarks;

/** Faces in a folder, the cache of painted ones, and which are left out. */
class FaceDataTest {

	private static final String HEADER =
		"file,split,source,licence,gender_est,tone\n";

	@Test
	void readsAFolderAndPaintsIt(@TempDir final Path folder) throws IOException {
		final FaceSet faces = folder(folder, new Color(200, 150, 120));
		assertEquals(2, faces.entries().size());
		final PairCache cache = new PairCache(folder.resolve("cache"), "red");
		final RecipePairs pairs = RecipePairs.paint(faces, (bare, landmarks,
			made) -> made.getAt(128, 180, 0).set(1), 0, cache);
		assertEquals(2, pairs.size());
		assertTrue(pairs.get(1).validation());
		assertEquals(2, pairs.get(0).weight());
		final String tone = pairs.get(0).tone();
		assertEquals(1, pairs.share(tone));
		assertEquals(2, pairs.favouring(Set.of(tone)).share(tone));
		final int at = 3 * (180 * 256 + 128);
		assertEquals((byte) 255, pairs.get(0).made()[at]);
		assertEquals(pairs.get(0).bare()[at + 1], pairs.get(0).made()[at + 1]);
		assertTrue(IntStream.range(0, 256 * 256).anyMatch(i -> pairs.get(0)
			.eyes()[i] != 0));
		final RecipePairs cached = RecipePairs.paint(faces, (bare, landmarks,
			made) -> {
			throw new AssertionError("painted again");
		}, 0, new PairCache(folder.resolve("cache"), "red"));
		assertArrayEquals(pairs.get(0).made(), cached.get(0).made());
		assertThrows(AssertionError.class, () -> RecipePairs.paint(faces, (bare,
			landmarks, made) -> {
			throw new AssertionError("painted again");
		}, 0, new PairCache(folder.resolve("cache"), "blue")));
	}

	@Test
	void writesUnseenFacesForEvaluation(@TempDir final Path folder)
		throws IOException
	{
		final RecipePairs pairs = RecipePairs.paint(folder(folder, new Color(200, 150,
			120)), (bare, landmarks, made) -> made.getAt(128, 180, 0).set(1), 0,
				null);
		final Path out = folder.resolve("pictures");
		ValidationFolder.write(out, new Validation(pairs), (input, size) -> {
			final float[] residual = new float[input.length];
			residual[0] = 1;
			return residual;
		});
		final String name = pairs.get(1).name().replaceFirst("\\.[^.]*$", ".png");
		assertEquals("file,group\n" + name + "," + pairs.get(1).tone() + "\n", Files
			.readString(out.resolve("groups.csv")));
		final int bare = rgb(out, "bare", name, 128, 180);
		assertEquals(bare | 0xff0000, rgb(out, "truth", name, 128, 180));
		assertEquals(bare, rgb(out, "result", name, 128, 180));
		assertEquals(rgb(out, "bare", name, 0, 0) | 0xff0000, rgb(out, "result",
			name, 0, 0));
	}

	private static int rgb(final Path folder, final String part,
		final String name, final int x, final int y) throws IOException
	{
		return ImageIO.read(folder.resolve(part).resolve(name).toFile()).getRGB(x, y);
	}

	@Test
	void greyFacesAreLeftOut(@TempDir final Path folder) throws IOException {
		final RecipePairs pairs = RecipePairs.paint(folder(folder, Color.GRAY), (
			bare, landmarks, made) -> {}, 0, null);
		assertEquals(0, pairs.size());
		assertTrue(pairs.leftOut().get(0).contains("near monochrome"));
	}

	@Test
	void brokenFoldersEndInASentence(@TempDir final Path folder)
		throws IOException
	{
		folder(folder, Color.ORANGE);
		Files.writeString(folder.resolve("manifest.csv"), "file,split\na.png,train");
		assertTrue(assertThrows(IOException.class, () -> FaceSet.open(folder, folder
			.resolve("landmarks.json"))).getMessage().contains("no column"));
		Files.writeString(folder.resolve("landmarks.json"), "{\"a.png\": [[1, 2]]}");
		assertTrue(assertThrows(IOException.class, () -> FaceSet.open(folder, folder
			.resolve("landmarks.json"))).getMessage().contains("cannot be read"));
	}

	/** Sunglasses and painted faces, seen by eye, and clear faces beside them. */
	@Test
	void darkGlassesAreFoundAndClearEyesAreNot() throws IOException {
		final Path faces = Path.of(System.getProperty("tinybeauty.shared",
			"../../shared"), "faces");
		Assumptions.assumeTrue(Files.exists(faces.resolve("landmarks478.json")));
		final FaceSet set = FaceSet.open(faces, faces.resolve("landmarks478.json"));
		for (final FaceSet.Entry e : set.entries()) {
			if (e.file().equals("t2i2_Glasses-Style_top_10_5_1.jpg"))
				assertEquals("dark glasses", FaceFilter.flaw(set.pixels(e), 256, e
					.landmarks()));
			if (e.file().startsWith("london_n_00")) assertNull(FaceFilter.flaw(set
				.pixels(e), 256, e.landmarks()), e.file());
		}
	}

	private static FaceSet folder(final Path folder, final Color skin)
		throws IOException
	{
		Files.createDirectories(folder.resolve("images"));
		for (final String name : new String[] { "a.png", "b.png" }) {
			final BufferedImage image = new BufferedImage(256, 256,
				BufferedImage.TYPE_INT_RGB);
			final Graphics2D g = image.createGraphics();
			g.setColor(skin);
			g.fillRect(0, 0, 256, 256);
			g.dispose();
			ImageIO.write(image, "png", folder.resolve("images").resolve(name)
				.toFile());
		}
		Files.writeString(folder.resolve("manifest.csv"), HEADER +
			"a.png,train,here,MIT,female,light\nb.png,val,here,MIT,male,dark\n");
		final String points = IntStream.range(0, Landmarks.COUNT).mapToObj(
			i -> Arrays.toString(new double[] { 128 + 60 * Math.cos(i), 140 + 60 * Math
				.sin(i) })).collect(Collectors.joining(","));
		Files.writeString(folder.resolve("landmarks.json"), "{\"a.png\": [" + points +
			"], \"b.png\": [" + points + "]}");
		return FaceSet.open(folder, folder.resolve("landmarks.json"));
	}
}
