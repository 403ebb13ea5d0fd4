package sc.fiji.tinybeauty.models.makeup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import sc.fiji.tinybeauty.models.weights.ModelCard;
import sc.fiji.tinybeauty.models.weights.ModelFileException;

/**
 * The styles a user can choose by name: those shipped in this library and those
 * in the user's own folder, where training puts new ones.
 */
public final class Styles {

	/** System property naming the folder of the user's own styles. */
	public static final String FOLDER_PROPERTY = "tinybeauty.styles";

	private static final String RESOURCES =
		"/sc/fiji/tinybeauty/models/styles/";
	private static final String INDEX = "index.txt";

	private Styles() {}

	/** @return names of the shipped styles, the default first */
	public static List<String> shipped() {
		try {
			return new String(resource(INDEX), StandardCharsets.UTF_8).lines().map(
				String::strip).filter(s -> !s.isEmpty() && !s.startsWith("#")).toList();
		}
		catch (final IOException exc) {
			throw new IllegalStateException("The list of shipped styles is missing: " +
				"install TinyBeauty again.", exc);
		}
	}

	/**
	 * @return folder of the user's own styles: the property
	 *         {@value #FOLDER_PROPERTY}, else {@code .tinybeauty/styles} in the
	 *         home folder; it may not exist yet
	 */
	public static Path folder() {
		final String folder = System.getProperty(FOLDER_PROPERTY);
		return folder != null ? Path.of(folder) : Path.of(System.getProperty(
			"user.home"), ".tinybeauty", "styles");
	}

	/** @return all names: the shipped ones, then the user's own, sorted */
	public static List<String> names() {
		final Set<String> names = new LinkedHashSet<>(shipped());
		names.addAll(own());
		return List.copyOf(names);
	}

	/**
	 * Adds a style to the user's own folder, where it is listed at once; one of
	 * the same name is replaced.
	 *
	 * @param style the style
	 * @param file where it lies already; nothing is done if that is in this folder
	 * @throws IOException if it cannot be written
	 */
	public static void add(final Style style, final Path file)
		throws IOException
	{
		final Path folder = folder().toAbsolutePath().normalize();
		if (!folder.equals(file.toAbsolutePath().normalize().getParent())) style.save(
			folder);
	}

	/**
	 * @param text what {@link #byNameOrFile} takes
	 * @return the file that such a style of the user's own lies in; null for shipped
	 *         ones and where there is none
	 */
	public static Path file(final String text) {
		final String name = text.strip();
		if (shipped().contains(name)) return null;
		final Path file = own().contains(name) ? folder().resolve(name +
			Style.WEIGHTS) : path(name);
		return file != null && Files.exists(file) ? file : null;
	}

	private static List<String> own() {
		if (!Files.isDirectory(folder())) return List.of();
		try (Stream<Path> files = Files.list(folder())) {
			return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(
				Style.WEIGHTS)).map(n -> n.substring(0, n.length() - Style.WEIGHTS
					.length())).sorted().toList();
		}
		catch (final IOException exc) {
			return List.of();
		}
	}

	/**
	 * Finds a style as a macro names it.
	 *
	 * @param text a name of {@link #names()}, or the path of a style's file
	 * @return the style
	 * @throws ModelFileException if the style's files are damaged
	 * @throws IOException if they cannot be read
	 * @throws IllegalArgumentException if there is no such style, listing those
	 *           that there are
	 */
	public static Style byNameOrFile(final String text) throws IOException {
		final String name = text.strip();
		if (shipped().contains(name)) return load(name);
		if (own().contains(name)) return Style.load(folder().resolve(name +
			Style.WEIGHTS));
		final Path file = path(name);
		if (file != null && (Files.exists(file) || name.endsWith(Style.WEIGHTS) ||
			name.endsWith(Style.CARD))) return Style.load(file);
		final List<String> known = new ArrayList<>(names());
		throw new IllegalArgumentException("There is no style \"" + name +
			"\": choose " + String.join(", ", known) + " or the path of a " +
			Style.WEIGHTS + " file.");
	}

	private static Path path(final String text) {
		try {
			return text.isEmpty() ? null : Path.of(text);
		}
		catch (final InvalidPathException exc) {
			return null;
		}
	}

	private static Style load(final String name) throws IOException {
		final String file = name + Style.WEIGHTS;
		return Style.parse(resource(file), file, ModelCard.parse(resource(name +
			Style.CARD), name + Style.CARD));
	}

	private static byte[] resource(final String name) throws IOException {
		try (InputStream in = Styles.class.getResourceAsStream(RESOURCES + name)) {
			if (in == null) throw new ModelFileException(name,
				"is missing from this program: install TinyBeauty again");
			return in.readAllBytes();
		}
	}
}
