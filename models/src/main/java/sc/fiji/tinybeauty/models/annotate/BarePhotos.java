package sc.fiji.tinybeauty.models.annotate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import sc.fiji.tinybeauty.models.evaluate.FrameReader;

/**
 * Picture files of a folder, by name; or one picture file.
 *
 * @param folder where they lie
 * @param files the files
 */
record BarePhotos(Path folder, List<Path> files) {

	/**
	 * @param path a folder, which is not entered deeper, or a file
	 * @param key how the user names it, for messages
	 * @param reader says what a picture is
	 * @throws IOException with one sentence if it cannot be read
	 * @throws IllegalArgumentException with one sentence if it holds no picture
	 */
	static BarePhotos of(final Path path, final String key,
		final FrameReader reader) throws IOException
	{
		if (Files.isRegularFile(path)) return new BarePhotos(path.toAbsolutePath()
			.getParent(), List.of(path));
		if (!Files.isDirectory(path)) throw new IOException("\"" + path +
			"\" is no folder; give " + key + "=DIR, a folder with photographs.");
		final List<Path> pictures = reader.pictures(path);
		if (pictures.isEmpty()) throw new IllegalArgumentException("\"" + path +
			"\" holds no pictures; give " + key + "=DIR, a folder with some.");
		return new BarePhotos(path, pictures);
	}

	/** @return names of the files */
	List<String> names() {
		return files.stream().map(f -> f.getFileName().toString()).toList();
	}

	/** @return the file of that name */
	Path file(final String name) {
		return files.stream().filter(f -> f.getFileName().toString().equals(name))
			.findFirst().orElseThrow(() -> new IllegalArgumentException(
				"There is no photograph \"" + name + "\" in \"" + folder + "\"."));
	}
}
