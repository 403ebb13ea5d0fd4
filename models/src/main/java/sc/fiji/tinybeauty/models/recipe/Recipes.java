package sc.fiji.tinybeauty.models.recipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The recipes a user can choose by name: those shipped in this library and the
 * files in the user's own folder.
 */
public final class Recipes {

	/** System property naming the folder of the user's own recipes. */
	public static final String FOLDER_PROPERTY = "tinybeauty.recipes";

	private static final String ENDING = ".json";

	private Recipes() {}

	/**
	 * @return folder of the user's own recipes: the property
	 *         {@value #FOLDER_PROPERTY}, else {@code .tinybeauty/recipes} in the
	 *         home folder; it may not exist
	 */
	public static Path folder() {
		final String folder = System.getProperty(FOLDER_PROPERTY);
		return folder != null ? Path.of(folder) : Path.of(System.getProperty(
			"user.home"), ".tinybeauty", "recipes");
	}

	/** @return all names: the shipped ones, then the user's own, sorted */
	public static List<String> names() {
		final Set<String> names = new LinkedHashSet<>(Recipe.SHIPPED);
		names.addAll(own());
		return List.copyOf(names);
	}

	/**
	 * Finds a recipe as a macro names it.
	 *
	 * @param text a name of {@link #names()}, or the path of a recipe file
	 * @return the recipe
	 * @throws IOException if the file cannot be read
	 * @throws IllegalArgumentException in one sentence, if it is no valid recipe, or
	 *           if there is none, with a list of those that there are
	 */
	public static Recipe byNameOrFile(final String text) throws IOException {
		final String name = text.strip();
		if (Recipe.SHIPPED.contains(name)) return Recipe.shipped(name);
		final Path file = file(name);
		if (file == null) throw new IllegalArgumentException("There is no recipe \"" + name +
				"\": choose " + String.join(", ", names()) +
				" or the path of a recipe file (" + ENDING + ").");
		return Recipe.read(file);
	}

	/**
	 * @param text what {@link #byNameOrFile} takes
	 * @return the file that such a recipe of the user's own lies in; null for
	 *         shipped ones and where there is none
	 */
	public static Path file(final String text) {
		final String name = text.strip();
		if (Recipe.SHIPPED.contains(name)) return null;
		final Path file = own().contains(name) ? folder().resolve(name + ENDING)
			: path(name);
		return file != null && Files.isRegularFile(file) ? file : null;
	}

	private static List<String> own() {
		if (!Files.isDirectory(folder())) return List.of();
		try (Stream<Path> files = Files.list(folder())) {
			return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(
				ENDING)).map(n -> n.substring(0, n.length() - ENDING.length())).sorted()
				.toList();
		}
		catch (final IOException e) {
			return List.of();
		}
	}

	private static Path path(final String text) {
		try {
			return text.isEmpty() ? null : Path.of(text);
		}
		catch (final InvalidPathException e) {
			return null;
		}
	}
}
