package sc.fiji.tinybeauty.models.makeup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.models.engine.TorchFunction;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.weights.ModelCard;
import sc.fiji.tinybeauty.models.weights.ModelFileException;
import sc.fiji.tinybeauty.models.weights.SafeTensors;
import sc.fiji.tinybeauty.models.weights.Tensor;
import sc.fiji.tinybeauty.ops.image.FloatImages;

class StyleTest {

	static Style style(final String name) {
		return Style.of(new ModelCard(name, "For tests.", "BSD-2-Clause", "", 0, 1, 0,
			List.of(), Map.of("psnr", 30.0), ""), TinyBeautyTest.trainedLike(1));
	}

	@Test
	void savedStyleOpensUnchangedAndSavesToTheSameBytes(@TempDir final Path folder)
		throws IOException
	{
		final Path file = style("rosé 2").save(folder);
		final Style back = Style.load(file);
		assertEquals(style("rosé 2").card(), back.card());
		assertEquals(TinyBeautyTest.trainedLike(1), back.weights());
		assertEquals(78_952, back.card().parameters());
		assertEquals(back.card(), Style.load(folder.resolve("rosé 2.json")).card());
		final byte[] bytes = Files.readAllBytes(file);
		back.save(folder);
		assertArrayEquals(bytes, Files.readAllBytes(file));
	}

	@Test
	void damagedFilesEndInOneSentence(@TempDir final Path folder)
		throws IOException
	{
		final Path file = style("s").save(folder);
		final byte[] good = Files.readAllBytes(file);
		expect(file, new byte[0], "not a safetensors file");
		expect(file, "GIF89a, surely not a model".getBytes(), "not a safetensors file");
		expect(file, Arrays.copyOf(good, good.length / 2), "its tensors need");
		final byte[] flipped = good.clone();
		flipped[good.length - 2] ^= 1;
		expect(file, flipped, "SHA-256");
		final byte[] nan = good.clone();
		ByteBuffer.wrap(nan).order(ByteOrder.LITTLE_ENDIAN).putFloat(nan.length - 4,
			Float.NaN);
		expect(file, nan, "not finite");
		final Map<String, Tensor> more = new HashMap<>(TinyBeautyTest.trainedLike(1));
		more.put("extra", Tensor.zeros(5000));
		expect(file, SafeTensors.encode(more, Map.of(), SafeTensors.Precision.F32),
			"at most 81000");
		expect(file, new byte[2_000_000], "too large");
		Files.delete(file);
		assertProblem(file, "does not exist");
		assertProblem(folder.resolve("x.png"), "must end in");
	}

	private static void expect(final Path file, final byte[] content,
		final String problem) throws IOException
	{
		Files.write(file, content);
		assertProblem(file, problem);
	}

	private static void assertProblem(final Path file, final String problem) {
		final String message = assertThrows(ModelFileException.class, () -> Style.load(
			file)).getMessage();
		assertTrue(message.contains(file.toString()) && message.contains(problem) &&
			message.endsWith("."), message);
	}

	@Test
	void weightsOfAnotherNetworkAreRefusedEvenWithAGoodHash(
		@TempDir final Path folder) throws IOException
	{
		final Path file = style("s").save(folder);
		final byte[] other = SafeTensors.encode(Map.of("a", Tensor.zeros(4)), Map.of(),
			SafeTensors.Precision.F32);
		Files.write(file, other);
		final ModelCard c = style("s").card();
		Files.write(folder.resolve("s.json"), new ModelCard("s", "", "", c
			.architecture(), 4, 0, 0, List.of(), Map.of(), ModelCard.sha256(other))
				.toJson());
		assertProblem(file, "is no TinyBeauty network");
	}

	@Test
	void stylesOfTheUserAreFoundByNameAndByPath(@TempDir final Path folder)
		throws IOException
	{
		final String before = System.getProperty(Styles.FOLDER_PROPERTY);
		System.setProperty(Styles.FOLDER_PROPERTY, folder.toString());
		try {
			final Path file = style("mine").save(folder);
			assertTrue(Styles.names().contains("mine"));
			assertEquals("mine", Styles.byNameOrFile("mine").name());
			assertEquals("mine", Styles.byNameOrFile(" " + file + " ").name());
			for (final String bad : new String[] { "nosuch", "", "\0", "a/b" }) {
				final String message = assertThrows(IllegalArgumentException.class,
					() -> Styles.byNameOrFile(bad)).getMessage();
				assertTrue(message.contains("choose") && message.contains("mine"), message);
			}
		}
		finally {
			if (before == null) System.clearProperty(Styles.FOLDER_PROPERTY);
			else System.setProperty(Styles.FOLDER_PROPERTY, before);
		}
	}

	/** Styles of the first release's network open, run and stay what they are. */
	@Test
	void stylesOfTheEarlierNetworkOpenAndRun(@TempDir final Path folder)
		throws IOException
	{
		final Style old = Style.of(new ModelCard("old", "", "", "TinyBeauty-H2", 0, 1,
			0, List.of(), Map.of(), ""), StartWeights.of(TinyBeautyH2.graph(256), 1));
		assertEquals(80_396, old.card().parameters());
		final Style back = Style.load(old.save(folder));
		assertEquals("TinyBeauty-H2", back.card().architecture());
		final Img<FloatType> noise = ArrayImgs.floats(TinyBeautyTest.noise(3 * 256 *
			256, 9), 256, 256, 3);
		try (ResidualPredictor p = ResidualPredictor.open(back, DeviceChoice.CPU)) {
			float largest = 0;
			for (final float v : FloatImages.toArray(p.predict(noise)))
				largest = Math.max(largest, Math.abs(v));
			assertTrue(largest > 1e-3, "residual " + largest);
		}
	}

	/** So do those of the one after it, and trainings go on from them exactly. */
	@Test
	void stylesOfTheSecondNetworkGoOnInThePresentOne() {
		final Map<String, Tensor> weights = StartWeights.of(TinyBeauty2.graph(256), 4);
		final Style old = Style.of(new ModelCard("old", "", "", "TinyBeauty-2", 0, 1, 0,
			List.of(), Map.of(), ""), weights);
		assertEquals(76_999, old.card().parameters());
		final float[] x = TinyBeautyTest.noise(3 * 256 * 256, 9);
		assertArrayEquals(residual(old.graph(), weights, x), residual(TinyBeauty.graph(),
			old.startWeights(), x), 1e-5f);
	}

	private static float[] residual(final NetworkGraph graph,
		final Map<String, Tensor> weights, final float[] x)
	{
		try (TorchFunction f = TorchFunction.load(graph, weights, TorchEngine.device(
			DeviceChoice.CPU)))
		{
			return f.apply(1, x)[0];
		}
	}

	@Test
	void trainingsCannotBeginWithTheFirstNetwork() {
		final Style old = Style.of(new ModelCard("old", "", "", "TinyBeauty-H2", 0, 1,
			0, List.of(), Map.of(), ""), StartWeights.of(TinyBeautyH2.graph(256), 1));
		assertTrue(assertThrows(IllegalArgumentException.class, old::startWeights)
			.getMessage().contains("TinyBeauty-H2"));
	}

	@Test
	void everyShippedStyleLoads() throws IOException {
		for (final String name : Styles.shipped()) {
			assertEquals(name, Styles.byNameOrFile(name).name());
		}
	}

	@Test
	void predictorTakesDirectAndPlainImages() {
		final float[] values = TinyBeautyTest.noise(3 * 256 * 256, 9);
		final Img<FloatType> direct = FloatImages.create(256, 256, 3);
		FloatImages.fill(values, direct);
		final Img<FloatType> plain = ArrayImgs.floats(values.clone(), 256, 256, 3);
		try (ResidualPredictor p = ResidualPredictor.open(style("s"),
			DeviceChoice.AUTO))
		{
			p.warmUp();
			final float[] one = FloatImages.toArray(p.predict(direct));
			assertArrayEquals(one, FloatImages.toArray(p.predict(plain)));
			for (final Img<FloatType> r : p.predictAll(List.of(direct, plain, direct))) {
				assertArrayEquals(one, FloatImages.toArray(r));
			}
			assertArrayEquals(values, FloatImages.toArray(direct), "input unchanged");
			assertThrows(IllegalArgumentException.class, () -> p.predict(FloatImages
				.create(255, 256, 3)));
		}
	}
}
