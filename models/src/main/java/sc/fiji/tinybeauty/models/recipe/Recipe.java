package sc.fiji.tinybeauty.models.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A look: layers of make-up from the skin outwards, written as JSON (format and
 * meaning of every key: {@code models/docs/recipe-format.md}).
 *
 * @param name name of the look
 * @param description one sentence about it
 * @param layers the layers in the order in which they are painted
 */
public record Recipe(String name, String description, List<Layer> layers) {

	/** Version of the format that this class reads. */
	public static final int VERSION = 1;

	/** Names of the recipes that come with the product. */
	public static final List<String> SHIPPED = List.of("natural", "classic",
		"smoky", "wing", "bronze", "stage");

	/** Copies the list of layers. */
	public Recipe {
		layers = List.copyOf(layers);
	}

	/**
	 * Reads a recipe file.
	 *
	 * @throws IOException if it cannot be read
	 * @throws IllegalArgumentException if it is no valid recipe
	 */
	public static Recipe read(final Path file) throws IOException {
		return RecipeReader.parse(Files.readString(file, StandardCharsets.UTF_8), file
			.getFileName().toString());
	}

	/**
	 * Reads a recipe from a stream, which stays open.
	 *
	 * @throws IOException if it cannot be read
	 * @throws IllegalArgumentException if it is no valid recipe
	 */
	public static Recipe read(final InputStream in) throws IOException {
		return RecipeReader.parse(new String(in.readAllBytes(),
			StandardCharsets.UTF_8), "the recipe");
	}

	/**
	 * A recipe that comes with the product.
	 *
	 * @throws IllegalArgumentException if there is none of that name
	 */
	public static Recipe shipped(final String name) {
		try (InputStream in = Recipe.class.getResourceAsStream("../recipes/" + name +
			".json"))
		{
			if (in == null || !SHIPPED.contains(name))
				throw new IllegalArgumentException("There is no recipe " + name +
					"; choose one of " + SHIPPED + ".");
			return read(in);
		}
		catch (final IOException e) {
			throw new IllegalStateException("The recipe " + name +
				" cannot be read from the models jar; build it again.", e);
		}
	}

	/** @return this look with the opacity of every layer times {@code factor} */
	public Recipe withStrength(final double factor) {
		final List<Layer> changed = new ArrayList<>();
		for (final Layer l : layers)
			changed.add(l.withOpacity(Math.min(1, l.opacity() * factor)));
		return new Recipe(name, description, changed);
	}
}
