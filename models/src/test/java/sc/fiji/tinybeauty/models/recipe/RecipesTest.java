package sc.fiji.tinybeauty.models.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes by name and by file. */
class RecipesTest {

	private static final String EVENING =
		"{\"format\":\"tinybeauty-recipe\",\"version\":1,\"name\":\"evening\",\"description\":\"b\",\"layers\":[{\"type\":\"lips\",\"color\":\"#aa2030\"}]}";

	@TempDir
	private Path folder;
	private String before;

	@BeforeEach
	void ownFolder() {
		before = System.setProperty(Recipes.FOLDER_PROPERTY, folder.toString());
	}

	@AfterEach
	void restore() {
		if (before == null) System.clearProperty(Recipes.FOLDER_PROPERTY);
		else System.setProperty(Recipes.FOLDER_PROPERTY, before);
	}

	@Test
	void shippedOnesComeFirstOwnOnesBehind() throws IOException {
		assertEquals(Recipe.SHIPPED, Recipes.names());
		Files.writeString(folder.resolve("evening.json"), EVENING);
		assertEquals("evening", Recipes.names().get(Recipe.SHIPPED.size()));
		assertEquals("evening", Recipes.byNameOrFile("evening").name());
		assertEquals(folder.resolve("evening.json"), Recipes.file("evening"));
		assertEquals("stage", Recipes.byNameOrFile(" stage ").name());
	}

	@Test
	void aFileIsFoundByItsPath(@TempDir final Path elsewhere)
		throws IOException
	{
		final Path file = Files.writeString(elsewhere.resolve("é 1.json"), EVENING);
		assertEquals("evening", Recipes.byNameOrFile(file.toString()).name());
	}

	@Test
	void anUnknownOneIsRefusedInOneSentence() {
		for (final String name : new String[] { "", "ball", "/no/such.json" }) {
			final String said = assertThrows(IllegalArgumentException.class,
				() -> Recipes.byNameOrFile(name)).getMessage();
			assertTrue(said.contains("bronze") && said.endsWith("."), said);
		}
	}
}
