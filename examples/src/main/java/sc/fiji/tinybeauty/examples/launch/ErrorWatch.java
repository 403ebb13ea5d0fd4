package sc.fiji.tinybeauty.examples.launch;

import ij.IJ;

import java.io.PrintStream;
import java.lang.StackWalker.StackFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Notices when ImageJ tells of an error.
 * <p>
 * Without a window ImageJ prints what it would have shown in an error dialog, and the macro then ends like any other:
 * no exception, no return value. So this class listens to what is printed and recognises an error by the method of
 * ImageJ that prints it. Errors go to standard error as one line; everything else passes unchanged.
 * </p>
 */
final class ErrorWatch {

	private static final StackWalker STACK = StackWalker.getInstance();

	private final PrintStream err;
	private boolean any;

	private ErrorWatch(final PrintStream err) {
		this.err = err;
	}

	/** Starts listening to what is printed in this JVM. */
	static ErrorWatch install() {
		final ErrorWatch watch = new ErrorWatch(System.err);
		System.setErr(watch.new Listener(System.err));
		System.setOut(watch.new Listener(System.out));
		IJ.setExceptionHandler(e -> watch.report("An error inside ImageJ: " + e));
		return watch;
	}

	/** @return whether there was any error so far */
	synchronized boolean any() {
		return any;
	}

	/** Prints an error as one line and remembers that there was one. */
	synchronized void report(final String message) {
		any = true;
		final String line = message.strip().replaceAll("\\s*\\n\\s*", " ");
		// ImageJ puts the line number behind a sentence's full stop.
		err.println(line.replaceFirst("\\. in line (\\d+)$", " (line $1)."));
	}

	/** A macro was aborted; {@code exit()} without a message is no error, anything else that was not reported is. */
	void aborted(final Throwable cause) {
		final StackTraceElement[] trace = cause.getStackTrace();
		final boolean exit = trace.length > 0 && trace[0].getClassName().equals("ij.macro.Functions")
			&& trace[0].getMethodName().equals("exit");
		if (!exit && !any()) report("The macro was aborted.");
	}

	/** @return the error in what is being printed, or null if it is none */
	private static String errorIn(final String text) {
		final List<String> callers = STACK.walk(frames -> frames.skip(2).limit(6).map(ErrorWatch::name).toList());
		return switch (callers.get(0)) {
			case "ij.macro.Interpreter.showError" -> text.replaceFirst("^Macro Error: ", "").replaceFirst("(?s)\\n.*", "");
			case "ij.IJ.showMessage" -> isError(callers) ? text : null;
			case "ij.IJ.log" -> "ij.Executer.run".equals(callers.get(1)) ? text.replaceFirst("(?s)\\n.*", "") : null;
			default -> null;
		};
	}

	private static boolean isError(final List<String> callers) {
		return callers.contains("ij.IJ.error") || callers.contains("ij.macro.Functions.exit");
	}

	private static String name(final StackFrame frame) {
		return frame.getClassName() + "." + frame.getMethodName();
	}

	private final class Listener extends PrintStream {

		Listener(final PrintStream out) {
			super(out, true, StandardCharsets.UTF_8);
		}

		@Override
		public void println(final String text) {
			final String error = text == null ? null : errorIn(text);
			if (error == null) super.println(text);
			else report(error);
		}
	}
}
