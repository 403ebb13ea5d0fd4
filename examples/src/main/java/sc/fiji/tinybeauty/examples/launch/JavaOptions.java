package sc.fiji.tinybeauty.examples.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Options of Java on the command line, which come before a lone {@code --} as with Fiji's launcher. The shell script
 * passes them to Java itself; where only Java can tell them apart, a second JVM is started with them.
 */
final class JavaOptions {

	private JavaOptions() {}

	/**
	 * Starts a JVM with the options, if there are any, and waits for it.
	 *
	 * @return its exit code, or -1 if there are no such options
	 * @throws LaunchException if no JVM starts with them
	 */
	static int apply(final String... args) throws LaunchException {
		final int end = List.of(args).indexOf("--");
		if (end <= 0) return -1;
		final List<String> options = new ArrayList<>(), rest = new ArrayList<>();
		for (int i = 0; i < args.length; i++) {
			if (i < end && !args[i].equals("--headless")) options.add(args[i]);
			else if (i != end) rest.add(args[i]);
		}
		if (options.isEmpty()) return -1;
		final List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
		command.addAll(options);
		command.add(Launcher.class.getName());
		command.addAll(rest);
		return run(command);
	}

	private static int run(final List<String> command) throws LaunchException {
		try {
			final ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
			builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
			final Process process = builder.start();
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
			return process.waitFor();
		}
		catch (final IOException e) {
			throw new LaunchException("Java did not start with these options: " + e.getMessage() + ".");
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new LaunchException("The start was interrupted.");
		}
	}
}
