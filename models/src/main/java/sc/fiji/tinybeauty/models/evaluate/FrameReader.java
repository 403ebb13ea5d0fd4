package sc.fiji.tinybeauty.models.evaluate;

import java.io.IOException;
import java.nio.file.Path;

/** Reads picture files. */
public interface FrameReader {

	/**
	 * @param file any file
	 * @return whether its name promises a picture
	 */
	boolean isPicture(Path file);

	/**
	 * @param file a picture file
	 * @return its pictures
	 * @throws IOException with one sentence if it cannot be read
	 */
	Frames read(Path file) throws IOException;
}
