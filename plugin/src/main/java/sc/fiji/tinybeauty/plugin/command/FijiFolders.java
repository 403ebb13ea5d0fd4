package sc.fiji.tinybeauty.plugin.command;

import java.nio.file.Path;

/**
 * Where things lie in the folder of Fiji or ImageJ. ImageJ itself takes the
 * working directory for its folder where nobody tells it better, which is why it
 * is not asked.
 */
final class FijiFolders {

	private static final String[] ROOTS = { "imagej.dir", "ij.dir", "fiji.dir" };

	private FijiFolders() {}

	/**
	 * @return where engines are installed: {@code lib/tinybeauty} in the folder of
	 *         Fiji or ImageJ, or {@code .tinybeauty/engines} in the home folder
	 *         where that is not known
	 */
	static Path engines() {
		final Path root = root();
		return root != null ? root.resolve("lib").resolve("tinybeauty") : Path.of(
			System.getProperty("user.home"), ".tinybeauty", "engines");
	}

	private static Path root() {
		for (final String key : ROOTS) {
			final String folder = System.getProperty(key);
			if (folder != null && !folder.isBlank() && Path.of(folder).isAbsolute())
				return Path.of(folder).normalize();
		}
		return null;
	}
}
