package sc.fiji.tinybeauty.examples.window;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A screen in memory with a window manager, and hands to work on it: Xvfb, openbox, xdotool and wmctrl. */
final class Screen implements AutoCloseable {

	/** Windows come up late on a busy machine. */
	private static final long PATIENCE_MS = 120_000;

	private final List<Process> processes = new ArrayList<>();
	private final String display;

	/** Starts the screen. */
	Screen() throws IOException {
		final Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten",
			"tcp").redirectError(ProcessBuilder.Redirect.DISCARD).start();
		processes.add(server);
		final BufferedReader number = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
		display = ":" + number.readLine();
		processes.add(start(new ProcessBuilder("openbox")));
	}

	/** @return what is missing on this machine to have a screen, or null if nothing is */
	static String missing() {
		final String path = System.getenv("PATH");
		for (final String tool : List.of("Xvfb", "openbox", "xdotool", "wmctrl")) {
			boolean found = false;
			for (final String folder : path.split(File.pathSeparator))
				found |= Files.isExecutable(Path.of(folder, tool));
			if (!found) return tool;
		}
		final Path windows = Path.of(System.getProperty("java.home"), "lib", "libawt_xawt.so");
		return Files.exists(windows) ? null : "a Java with windows (" + windows + ")";
	}

	/** Starts a program on this screen. */
	Process start(final ProcessBuilder program) throws IOException {
		program.environment().put("DISPLAY", display);
		program.environment().remove("WAYLAND_DISPLAY");
		final boolean quiet = program.redirectInput() == ProcessBuilder.Redirect.PIPE && program.command().size() == 1;
		if (quiet) program.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
		final Process process = program.start();
		processes.add(process);
		return process;
	}

	/** Runs a tool to its end. @return what it printed */
	String run(final String... command) {
		try {
			final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
			builder.environment().put("DISPLAY", display);
			final Process process = builder.start();
			final String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			process.waitFor(20, TimeUnit.SECONDS);
			return printed;
		}
		catch (final IOException e) {
			throw new IllegalStateException(e);
		}
		catch (final InterruptedException e) {
			throw new IllegalStateException("Interrupted while running " + command[0], e);
		}
	}

	/** Waits until the supplier has an answer. @throws AssertionError if it never has, naming what was waited for */
	<T> T await(final String what, final Supplier<T> answer) {
		final T found = await(answer, PATIENCE_MS);
		if (found == null) throw new AssertionError("Waited in vain for " + what + "; windows: " + run("wmctrl", "-l"));
		return found;
	}

	/** Waits for at most the given time. @return null if there was no answer */
	<T> T await(final Supplier<T> answer, final long milliseconds) {
		final long end = System.currentTimeMillis() + milliseconds;
		T found = answer.get();
		while (found == null && System.currentTimeMillis() < end) {
			pause();
			found = answer.get();
		}
		return found;
	}

	/** Waits for a window of exactly this title and brings it to the front. */
	void awaitWindow(final String title) {
		await("the window " + title, () -> hasWindow(title) ? title : null);
		run("wmctrl", "-F", "-a", title);
	}

	void awaitNoWindow(final String title) {
		await("the window " + title + " to close", () -> hasWindow(title) ? null : title);
	}

	boolean hasWindow(final String title) {
		// id, desktop, machine, title
		return run("wmctrl", "-l").lines().anyMatch(line -> line.split("\\s+", 4)[3].equals(title));
	}

	void press(final String... keys) {
		for (final String key : keys)
			run("xdotool", "key", key);
	}

	void type(final String text) {
		run("xdotool", "type", "--delay", "30", text);
	}

	void click(final int x, final int y) {
		run("xdotool", "mousemove", String.valueOf(x), String.valueOf(y), "click", "1");
	}

	/** Saves what is on the screen, if the machine has ImageMagick. */
	void photograph(final Path file) {
		try {
			Files.createDirectories(file.getParent());
			final ProcessBuilder builder = new ProcessBuilder("import", "-window", "root", file.toString());
			builder.environment().put("DISPLAY", display);
			builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
		}
		catch (final IOException e) {
			// Pictures are for people; the test does without.
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static void pause() {
		try {
			Thread.sleep(100);
		}
		catch (final InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void close() {
		for (int i = processes.size() - 1; i >= 0; i--) {
			processes.get(i).destroy();
			try {
				if (!processes.get(i).waitFor(10, TimeUnit.SECONDS)) processes.get(i).destroyForcibly();
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
	}
}
