package sc.fiji.tinybeauty.models.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reader of recipes takes and refuses. */
public class RecipeReaderTest {

	private static final String GOOD =
		"{\"format\":\"tinybeauty-recipe\",\"version\":1,\"name\":\"a\",\"description\":\"b\",\"layers\":[{\"type\":\"lips\",\"color\":\"#aa2030\",\"opacity\":0.5}]}";

	private static Recipe read(final String json) throws IOException {
		return Recipe.read(new ByteArrayInputStream(json.getBytes(
			StandardCharsets.UTF_8)));
	}

	@Test
	public void defaultsAreFilledIn() throws IOException {
		final Layer lips = read(GOOD).layers().get(0);
		assertEquals(LayerType.LIPS, lips.type());
		assertEquals(0.5f, lips.opacity());
		assertEquals("satin", lips.text("finish"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"version\":1|\"version\":2|version 1",
		"tinybeauty-recipe|recipe|format", "\"name\":\"a\",||name",
		"\"type\":\"lips\"|\"type\":\"nails\"|nails", "#aa2030|red|colour",
		"0.5|1.5|0.0 to 1.0", "\"opacity\"|\"opacty\"|opacty",
		"\"color\":\"#aa2030\",||lacks \"color\"", "]}|]|not JSON",
		"\"layers\"|\"layer\"|unknown key" })
	public void errorsAreOneSentence(final String what, final String instead,
		final String said)
	{
		final String bad = GOOD.replace(what, instead == null ? "" : instead);
		final String message = assertThrows(IllegalArgumentException.class,
			() -> read(bad)).getMessage();
		assertTrue(message.contains(said), message);
		assertTrue(message.endsWith("."), message);
		assertTrue(!message.contains("\n"), message);
	}

	@Test
	public void unknownShippedNameIsRefused() {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> Recipe.shipped(
			"../secret")).getMessage().contains("choose one of"));
	}

	@Test
	public void everyParameterIsDocumented() throws IOException {
		final Path doc = Path.of("docs", "recipe-format.md");
		final String text = Files.readString(doc);
		for (final LayerType t : LayerType.values()) {
			assertTrue(text.contains("`" + t.key() + "`"), t.key());
			for (final LayerType.Parameter p : t.parameters())
				assertTrue(text.contains("`" + p.name() + "`"), p.name());
		}
	}
}
