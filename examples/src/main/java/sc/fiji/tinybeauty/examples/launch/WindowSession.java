package sc.fiji.tinybeauty.examples.launch;

import ij.IJ;
import ij.ImageJ;
import ij.Prefs;
import ij.macro.MacroRunner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.scijava.Context;

import sc.fiji.tinybeauty.examples.bridge.CommandBridge;
import sc.fiji.tinybeauty.examples.sample.OpenSample;

/** ImageJ with its window. */
final class WindowSession {

	private WindowSession() {}

	static void start(final LaunchArguments arguments) throws LaunchException {
		final Context context = new Context();
		final List<String> macros = new ArrayList<>();
		for (final LaunchArguments.MacroCall call : arguments.macros())
			macros.add(HeadlessSession.prepare(context, call));
		// ImageJ would ask a second instance to quit otherwise; every start is to run this build.
		Prefs.runSocketListener = false;
		final ImageJ window = new ImageJ(ImageJ.STANDALONE);
		window.exitWhenQuitting(true);
		CommandBridge.install(context);
		OpenSample.install();
		for (final Path image : arguments.images())
			IJ.open(image.toString());
		for (int i = 0; i < macros.size(); i++)
			new MacroRunner(macros.get(i), arguments.macros().get(i).argument());
	}
}
