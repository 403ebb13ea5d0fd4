package sc.fiji.tinybeauty.examples.launch;

import java.awt.GraphicsEnvironment;

import net.imagej.patcher.LegacyInjector;

/**
 * Starts ImageJ with this build's commands: in a window, or headless for macros.
 * <p>
 * Headless runs use ImageJ patched as Fiji patches it, since plain ImageJ opens windows even then. The patches must be
 * in place before the first class of ImageJ is loaded: this class may not mention any.
 * </p>
 */
public final class Launcher {

	private Launcher() {}

	/**
	 * The entry point.
	 *
	 * @param args images to open, {@code --headless}, {@code --run FILE.ijm 'key="value",...'},
	 *          {@code -macro FILE.ijm [argument]}, {@code -batch FILE.ijm [argument]}, {@code -eval CODE}
	 */
	public static void main(final String... args) {
		try {
			final int other = JavaOptions.apply(args);
			if (other >= 0) System.exit(other);
			final LaunchArguments arguments = LaunchArguments.parse(args);
			if (arguments.headless()) System.exit(headless(arguments));
			if (GraphicsEnvironment.isHeadless()) throw new LaunchException(
				"There is no display to open a window on: add --headless --run FILE.ijm to run a macro without one.");
			WindowSession.start(arguments);
		}
		catch (final LaunchException e) {
			System.err.println(e.getMessage());
			System.exit(1);
		}
	}

	private static int headless(final LaunchArguments arguments) throws LaunchException {
		System.setProperty("java.awt.headless", "true");
		patch();
		return HeadlessSession.run(arguments);
	}

	/** Patches the ImageJ of this class loader for headless use. */
	static void patch() {
		LegacyInjector.preinit(Launcher.class.getClassLoader());
	}
}
