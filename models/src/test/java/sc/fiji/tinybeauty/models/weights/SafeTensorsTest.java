package sc.fiji.tinybeauty.models.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.tinybeauty.models.weights.SafeTensors.Precision;

class SafeTensorsTest {

	private static Map<String, Tensor> sample() {
		final Map<String, Tensor> t = new LinkedHashMap<>();
		t.put("b", new Tensor(new long[] { 2, 3 }, new float[] { 1, -2, 3.5f, 0, 1e-3f,
			-0f }));
		t.put("a.é", new Tensor(new long[] { 1 }, new float[] { 42 }));
		t.put("scalar", new Tensor(new long[0], new float[] { 7 }));
		t.put("empty", Tensor.zeros(0, 3));
		return t;
	}

	@Test
	void roundTripIsExact(@TempDir final Path folder) throws IOException {
		final Path file = folder.resolve("w é.safetensors");
		SafeTensors.write(file, sample());
		assertEquals(sample(), SafeTensors.read(file));
		assertEquals(List.of("a.é", "b", "empty", "scalar"), List.copyOf(SafeTensors
			.read(file).keySet()));
		try (var files = Files.list(folder)) {
			assertEquals(1, files.count(), "no partial file may stay");
		}
	}

	@Test
	void orderOfTheMapDoesNotChangeTheBytes() {
		final Map<String, Tensor> other = new LinkedHashMap<>();
		List.of("empty", "scalar", "b", "a.é").forEach(n -> other.put(n, sample().get(
			n)));
		assertArrayEquals(SafeTensors.encode(sample(), Map.of("k", "v"),
			Precision.F32), SafeTensors.encode(other, Map.of("k", "v"), Precision.F32));
	}

	@Test
	void everyHalfSurvivesWidening() {
		for (int bits = 0; bits < 0x10000; bits++) {
			final float value = Half.toFloat((short) bits);
			if (Float.isNaN(value)) continue;
			assertEquals((short) bits, Half.fromFloat(value), "bits " + bits);
		}
		assertEquals(Half.toFloat((short) 0x3c00), 1f);
		assertEquals(Half.toFloat((short) 1), 0x1p-24f);
		assertEquals((short) 0x3c00, Half.fromFloat(1 + 0x1p-11f), "tie to even");
		assertEquals((short) 0x3c02, Half.fromFloat(1 + 3 * 0x1p-11f), "tie to even");
	}

	@Test
	void halvesAreWidenedWithinTheirPrecision() throws IOException {
		final Map<String, Tensor> t = Map.of("x", new Tensor(new long[] { 3 },
			new float[] { 0.1f, -1000.3f, 1e-5f }));
		final float[] back = SafeTensors.parse(SafeTensors.encode(t, Map.of(),
			Precision.F16), "f").get("x").data();
		for (int i = 0; i < 3; i++) assertEquals(t.get("x").data()[i], back[i], Math
			.max(0x1p-25, Math.abs(back[i]) / 2048));
		assertThrows(IllegalArgumentException.class, () -> SafeTensors.encode(Map.of(
			"x", new Tensor(new long[] { 1 }, new float[] { 70000 })), Map.of(),
			Precision.F16));
	}

	@Test
	void valuesThatAreNotFiniteAreRefusedBothWays() {
		final byte[] file = SafeTensors.encode(Map.of("x", Tensor.zeros(1)), Map.of(),
			Precision.F32);
		ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putFloat(file.length - 4,
			Float.NaN);
		assertProblem(file, "not finite");
		assertThrows(IllegalArgumentException.class, () -> SafeTensors.encode(Map.of(
			"x", new Tensor(new long[] { 1 }, new float[] { Float.NaN })), Map.of(),
			Precision.F32));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
		"{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | 8 | ok",
		"{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}   | 8 | ok",
		"{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | 7 | need 8 bytes",
		"{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | 9 | need 8 bytes",
		"{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}} | 4 | does not fit",
		"{'a':{'dtype':'F32','shape':[1],'data_offsets':[8,4]}} | 4 | offsets",
		"{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | 8 | gap",
		"{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | 4 | overlap",
		"{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | 8 | overlap",
		"{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | 8 | twice",
		"{'a':{'dtype':'BF16','shape':[1],'data_offsets':[0,2]}} | 2 | F32 and F16",
		"{'a':{'dtype':'F32','shape':[999999999999,999999999999],'data_offsets':[0,4]}} | 4 | too large",
		"{'a':{'dtype':'F32','shape':[999999999999],'data_offsets':[0,3999999999996]}} | 4 | does not fit",
		"{'a':{'dtype':'F32','shape':[-1],'data_offsets':[0,4]}} | 4 | whole number",
		"{'a':{'dtype':'F32','shape':[1.5],'data_offsets':[0,4]}} | 4 | whole number",
		"{'a':{'dtype':'F32','shape':['1'],'data_offsets':[0,4]}} | 4 | whole number",
		"{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4],'x':1}} | 4 | nothing else",
		"{'a':{'dtype':'F32','shape':[1,1,1,1,1,1,1,1,1],'data_offsets':[0,4]}} | 4 | axes",
		"{'a':3} | 0 | no object", "{a:{}} | 0 | faulty header",
		"{'a':[[[[[[[[[[[]]]]]]]]]]]} | 0 | deeply",
		"{'a' | 0 | faulty header", "{} x | 0 | malformed", "[1] | 0 | not a safetensors" })
	void faultsEndInOneSentence(final String header, final int bytes,
		final String problem) throws IOException
	{
		final byte[] file = file(header.replace('\'', '"'), bytes);
		if (problem.equals("ok")) assertEquals(2, SafeTensors.parse(file, "F").get("a")
			.size());
		else assertProblem(file, problem);
	}

	private static byte[] file(final String header, final int bytes) {
		final byte[] json = header.getBytes(StandardCharsets.UTF_8);
		return ByteBuffer.allocate(8 + json.length + bytes).order(
			ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json).array();
	}

	private static void assertProblem(final byte[] file, final String problem) {
		final ModelFileException exc = assertThrows(ModelFileException.class,
			() -> SafeTensors.parse(file, "NAME.safetensors"));
		assertTrue(exc.getMessage().startsWith("The file NAME.safetensors ") && exc
			.getMessage().endsWith(".") && exc.getMessage().contains(problem), exc
				.getMessage());
	}

	@Test
	void hugeHeaderLengthsAndShortFilesAreRefused() {
		for (final long length : new long[] { Long.MIN_VALUE, -1, 0, 1, 3, Integer.MAX_VALUE,
			Long.MAX_VALUE })
		{
			assertProblem(ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putLong(
				length).put((byte) '{').put((byte) '}').array(), "not a safetensors");
		}
		assertProblem(new byte[0], "cut short");
		assertProblem(file("{" + " ".repeat(SafeTensors.MAX_HEADER) + "}", 0),
			"header of more than");
	}

	@Test
	void mutatedFilesGiveThatExceptionOnly() {
		final byte[] good = SafeTensors.encode(sample(), Map.of("k", "v"),
			Precision.F32);
		final int header = 8 + (int) ByteBuffer.wrap(good).order(
			ByteOrder.LITTLE_ENDIAN).getLong();
		final Random random = new Random(7);
		int refused = 0;
		for (int i = 0; i < 20_000; i++) {
			try {
				SafeTensors.parse(mutate(good, header, random), "F");
			}
			catch (final ModelFileException exc) {
				refused++;
			}
		}
		assertTrue(refused > 15_000, refused + " of 20000 refused");
	}

	private static byte[] mutate(final byte[] good, final int header,
		final Random random)
	{
		byte[] bad = good.clone();
		if (random.nextInt(8) == 0) bad = Arrays.copyOf(bad, random.nextInt(
			2 * bad.length));
		final String alphabet = "{}[]\",:0123456789-+eE.\\u nulltrue";
		for (int n = 1 + random.nextInt(4); n > 0 && bad.length > 0; n--) {
			final int at = random.nextInt(Math.min(bad.length, header));
			bad[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : alphabet.charAt(
				random.nextInt(alphabet.length())));
		}
		return bad;
	}
}
