package sc.fiji.tinybeauty.examples.launch;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

import java.nio.file.Path;

import org.scijava.Context;

import sc.fiji.tinybeauty.examples.bridge.CommandBridge;
import sc.fiji.tinybeauty.examples.launch.LaunchArguments.MacroCall;
import sc.fiji.tinybeauty.examples.sample.OpenSample;

/** Macros without any window. */
final class HeadlessSession {

	private HeadlessSession() {}

	/**
	 * Opens the images and runs the macros.
	 *
	 * @return the exit code: 0, or 1 if anything failed
	 */
	static int run(final LaunchArguments arguments) throws LaunchException {
		final ErrorWatch errors = ErrorWatch.install();
		final Context context = new Context();
		CommandBridge.install(context);
		OpenSample.install();
		for (final Path image : arguments.images())
			IJ.open(image.toString());
		for (final MacroCall call : arguments.macros()) {
			if (!errors.any()) run(prepare(context, call), call.argument(), errors);
		}
		return errors.any() ? 1 : 0;
	}

	/** @return the macro's text with the values of its parameters in place */
	static String prepare(final Context context, final MacroCall call) throws LaunchException {
		final String text = call.file() == null ? call.text() : MacroScript.read(call.file());
		final String name = call.file() == null ? "given" : call.file().getFileName().toString();
		return MacroScript.of(context, name, text).with(ParameterValues.parse(call.values()));
	}

	private static void run(final String macro, final String argument, final ErrorWatch errors) {
		final Interpreter interpreter = new Interpreter();
		// By this name ImageJ knows a thread whose macro it has to abort after an error.
		Thread.currentThread().setName("Macro$");
		try {
			interpreter.run(macro, argument);
		}
		catch (final RuntimeException | Error e) {
			if (Macro.MACRO_CANCELED.equals(e.getMessage())) errors.aborted(e);
			else errors.report("The macro stopped in line " + interpreter.getLineNumber() + ": " + e);
		}
	}
}
