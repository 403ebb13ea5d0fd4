package sc.fiji.tinybeauty.plugin.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;

import org.scijava.command.DynamicCommand;

/**
 * How a command ends that could not do its work, with one sentence.
 * <p>
 * Who sits at a dialog is told. A macro or script is stopped by an exception:
 * were it to go on, its next line would take the untouched image for the result.
 * </p>
 */
final class Failure {

	private Failure() {}

	/**
	 * Ends a command.
	 *
	 * @param command the command
	 * @param interactive whether a person sits at it
	 * @param cause why
	 * @throws IllegalStateException if nobody sits at it
	 */
	static void end(final DynamicCommand command, final boolean interactive,
		final Throwable cause)
	{
		final String sentence = sentence(cause);
		if (interactive || cause instanceof CancellationException) command.cancel(
			sentence);
		else throw new IllegalStateException(sentence, cause);
	}

	/** @return what to tell a user about an exception */
	static String sentence(final Throwable cause) {
		if (cause instanceof OutOfMemoryError)
			return "There is not enough memory; raise Edit > Options > Memory & Threads, or use a smaller image.";
		if (cause instanceof UncheckedIOException wrapped) return sentence(wrapped
			.getCause());
		final boolean plain = cause instanceof IllegalArgumentException ||
			cause instanceof IllegalStateException ||
			cause instanceof CancellationException || cause instanceof IOException;
		return plain && cause.getMessage() != null ? cause.getMessage()
			: "An error inside TinyBeauty stopped it: " + cause;
	}
}
