package sc.fiji.tinybeauty.models.train;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import sc.fiji.tinybeauty.models.recipe.Recipe;
import sc.fiji.tinybeauty.models.recipe.RecipeRenderer;
import sc.fiji.tinybeauty.models.weights.ModelCard;

/**
 * The recipe that a program was told to use, with its text.
 *
 * @param recipe the recipe
 * @param json its file's content
 */
record RecipeChoice(Recipe recipe, String json) {

	/**
	 * @param nameOrFile name of a shipped recipe, or a file
	 * @return the recipe
	 * @throws IOException if it cannot be read
	 */
	static RecipeChoice of(final String nameOrFile) throws IOException {
		if (!Recipe.SHIPPED.contains(nameOrFile)) {
			final Path file = Path.of(nameOrFile);
			return new RecipeChoice(Recipe.read(file), Files.readString(file));
		}
		try (InputStream in = Recipe.class.getResourceAsStream("../recipes/" +
			nameOrFile + ".json"))
		{
			return new RecipeChoice(Recipe.shipped(nameOrFile), new String(in
				.readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	/**
	 * Paints the faces.
	 *
	 * @param faces all faces
	 * @param args arguments of the program; {@code cache} names a file that keeps
	 *          painted faces, {@code fill} says how many faces a group of skin tone
	 *          shall have
	 * @return bare and made-up faces
	 * @throws IOException if a picture cannot be read
	 */
	RecipePairs paint(final FaceSet faces, final Map<String, String> args)
		throws IOException
	{
		final PairCache cache = args.containsKey("cache") ? new PairCache(Path.of(
			args.get("cache")), ModelCard.sha256(json.getBytes(
				StandardCharsets.UTF_8))) : null;
		return RecipePairs.paint(faces, (bare, landmarks, made) -> RecipeRenderer
			.render(bare, landmarks, recipe, made), Integer.parseInt(args.getOrDefault(
				"fill", "0")), cache);
	}
}
