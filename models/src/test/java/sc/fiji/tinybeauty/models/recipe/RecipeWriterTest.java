package sc.fiji.tinybeauty.models.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class RecipeWriterTest {

	@Test
	void whatIsWrittenReadsAsTheSame() throws IOException {
		for (final String name : Recipe.SHIPPED) {
			final Recipe recipe = Recipe.shipped(name);
			assertEquals(recipe, Recipe.read(new ByteArrayInputStream(RecipeWriter.write(
				recipe))));
			final Recipe half = recipe.withStrength(1 / 3.0);
			assertEquals(half, Recipe.read(new ByteArrayInputStream(RecipeWriter.write(
				half))));
		}
	}

	@Test
	void defaultsAreLeftOut() {
		final String text = new String(RecipeWriter.write(Recipe.shipped("classic")),
			StandardCharsets.UTF_8);
		assertFalse(text.contains("\"tint\""), text);
		assertFalse(text.contains("\"color2\": \"\""), text);
	}
}
