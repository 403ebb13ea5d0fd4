package sc.fiji.tinybeauty.models.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads picture files. */
public interface FrameReader {

	/**
	 * @param file any file
	 * @return whether its name promises a picture
	 */
	boolean isPicture(Path file);

	/**
	 * @param folder a folder; folders within it are not entered
	 * @return its picture files but hidden ones, by name
	 * @throws IOException if it cannot be listed
	 */
	default List<Path> pictures(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(this::isPicture).filter(Files::isRegularFile).filter(
				f -> !f.getFileName().toString().startsWith(".")).sorted().toList();
		}
	}

	/**
	 * @param file a picture file
	 * @return its pictures
	 * @throws IOException with one sentence if it cannot be read
	 */
	Frames read(Path file) throws IOException;
}
