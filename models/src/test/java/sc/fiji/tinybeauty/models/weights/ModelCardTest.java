package sc.fiji.tinybeauty.models.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCardTest {

	private static final ModelCard CARD = new ModelCard("rosé", "A \"test\".", "MIT",
		"TinyBeauty-H2", 80396, 42, 9000, List.of(new ModelCard.TrainingData("Set <1>",
			12, "CC-BY-4.0", "Some & One")), Map.of("psnr", 35.25, "a", 1e-7), "0a"
				.repeat(32));

	@Test
	void roundTrip() throws IOException {
		final byte[] json = CARD.toJson();
		assertEquals(CARD, ModelCard.parse(json, "f"));
		assertArrayEquals(json, ModelCard.parse(json, "f").toJson());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
		"\"formatVersion\": 1 | \"formatVersion\": 2 | format version 2",
		"\"steps\": 9000 | \"steps\": 9000.5 | no whole number",
		"\"steps\": 9000 | \"steps\": \"9000\" | no finite number",
		"\"steps\": 9000 | \"step\": 9000 | not known",
		"\"steps\": 9000, |  | missing", "\"MIT\" | null | no text",
		"\"psnr\": 35.25 | \"psnr\": NaN | not a model card",
		"\"psnr\": 35.25 | \"psnr\": 1e999 | no finite number",
		"0a0a0a0a | XYXYXYXY | hexadecimal", "\"images\": 12 | \"image\": 12 | not known",
		"\"a\": | \"psnr\": | twice" })
	void faultsEndInOneSentence(final String from, final String to,
		final String problem)
	{
		final String good = new String(CARD.toJson(), StandardCharsets.UTF_8);
		final String bad = good.replace(from, to == null ? "" : to);
		assertTrue(!bad.equals(good));
		final ModelFileException exc = assertThrows(ModelFileException.class,
			() -> ModelCard.parse(bad.getBytes(StandardCharsets.UTF_8), "C.json"));
		assertTrue(exc.getMessage().startsWith("The file C.json is not a model card") &&
			exc.getMessage().contains(problem), exc.getMessage());
	}

	@Test
	void mutatedCardsGiveThatExceptionOnly() {
		final byte[] good = CARD.toJson();
		final Random random = new Random(3);
		int refused = 0;
		for (int i = 0; i < 5000; i++) {
			final byte[] bad = good.clone();
			for (int n = 0; n < 3; n++) bad[random.nextInt(bad.length)] = (byte) random
				.nextInt(256);
			try {
				ModelCard.parse(bad, "f");
			}
			catch (final ModelFileException exc) {
				refused++;
			}
		}
		assertTrue(refused > 3000, refused + " refused");
	}
}
