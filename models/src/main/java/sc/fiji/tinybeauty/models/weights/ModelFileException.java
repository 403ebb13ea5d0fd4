package sc.fiji.tinybeauty.models.weights;

import java.io.IOException;

/**
 * A model file that cannot be used. The message is one sentence that names the
 * file and what is wrong with it.
 */
public final class ModelFileException extends IOException {

	/**
	 * @param file name of the file
	 * @param problem continues the sentence "The file NAME ...", without a full
	 *          stop
	 */
	public ModelFileException(final String file, final String problem) {
		super("The file " + file + " " + problem + ".");
	}

	/** As the other, with the cause. */
	public ModelFileException(final String file, final String problem,
		final Throwable cause)
	{
		super("The file " + file + " " + problem + ".", cause);
	}
}
