package sc.fiji.tinybeauty.plugin.command;

import java.nio.file.Path;

import ij.IJ;

/**
 * Where things lie below the folder of Fiji or ImageJ, never the working
 * directory.
 */
final class FijiFolders {

	private FijiFolders() {}

	/** @return the folder of Fiji or ImageJ, or null if it is not known */
	static Path root() {
		final String home = IJ.getDirectory("imagej");
		return home == null ? null : Path.of(home).toAbsolutePath().normalize();
	}

	/** @return where users put styles of their own, or null */
	static Path styles() {
		final Path root = root();
		return root == null ? null : root.resolve("models").resolve("tinybeauty");
	}

	/** @return where an installed engine goes, or null */
	static Path engines() {
		final Path root = root();
		return root == null ? null : root.resolve("lib").resolve("tinybeauty");
	}
}
