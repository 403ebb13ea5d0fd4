package sc.fiji.tinybeauty.models.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The picture files of a folder by name without ending. */
public final class PictureFiles {

	private PictureFiles() {}

	/**
	 * @param folder a folder; folders within it are not entered
	 * @param reader says which files are pictures
	 * @return files by base name, sorted
	 * @throws IOException with one sentence if it is no folder, or two pictures
	 *           have the same base name
	 */
	static Map<String, Path> of(final Path folder, final FrameReader reader)
		throws IOException
	{
		if (!Files.isDirectory(folder)) throw new IOException("\"" + folder +
			"\" is no folder; give one with pictures.");
		final Map<String, Path> byBase = new TreeMap<>();
		for (final Path file : reader.pictures(folder)) {
			final Path other = byBase.put(base(file.getFileName().toString()), file);
			if (other != null) throw new IOException("\"" + other.getFileName() +
				"\" and \"" + file.getFileName() + "\" in \"" + folder +
				"\" have the same base name; remove one of them.");
		}
		return byBase;
	}

	/** @return a file's name without its ending */
	public static String base(final String name) {
		final int dot = name.lastIndexOf('.');
		return dot > 0 ? name.substring(0, dot) : name;
	}
}
