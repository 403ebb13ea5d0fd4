package sc.fiji.tinybeauty.examples.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The command line, as Fiji's launcher takes it.
 *
 * @param headless whether to run without any window
 * @param images files to open
 * @param macros macros to run, in order, after the images were opened
 */
record LaunchArguments(boolean headless, List<Path> images, List<MacroCall> macros) {

	/** Accepted since scripts written for Fiji pass them; there is nothing to choose here. */
	private static final Set<String> WITHOUT_EFFECT =
		Set.of("--ij2", "--ij1", "--no-splash", "--console", "--allow-multiple", "--", "-h");

	/**
	 * One macro to run.
	 *
	 * @param file the macro's file, or null for code given on the command line
	 * @param text code, or null if there is a file
	 * @param argument what the macro's {@code getArgument()} returns
	 * @param values values of its {@code #@} parameters as {@code key=value,...}
	 */
	record MacroCall(Path file, String text, String argument, String values) {}

	/**
	 * Reads a command line.
	 *
	 * @throws LaunchException if an option is unknown or lacks its value, or a file does not exist
	 */
	static LaunchArguments parse(final String... args) throws LaunchException {
		final Deque<String> rest = new ArrayDeque<>(List.of(args));
		final List<Path> images = new ArrayList<>();
		final List<MacroCall> macros = new ArrayList<>();
		boolean headless = false;
		while (!rest.isEmpty()) {
			final String word = rest.pop();
			switch (word) {
				case "--headless" -> headless = true;
				case "--run", "-run" -> macros.add(new MacroCall(macroFile(word, rest), null, "", optional(rest)));
				case "-macro", "--macro" -> macros.add(new MacroCall(macroFile(word, rest), null, optional(rest), ""));
				case "-batch", "--batch" -> {
					headless = true;
					macros.add(new MacroCall(macroFile(word, rest), null, optional(rest), ""));
				}
				case "-eval", "--eval" -> macros.add(new MacroCall(null, value(word, rest), "", ""));
				default -> {
					if (isMacro(word)) macros.add(new MacroCall(existing(word), null, "", ""));
					else if (!word.startsWith("-")) images.add(existing(word));
					else if (!WITHOUT_EFFECT.contains(word))
						throw new LaunchException("The option " + word + " is not known: see the README for those that are.");
				}
			}
		}
		if (headless && macros.isEmpty())
			throw new LaunchException("--headless needs something to do: add --run FILE.ijm or -macro FILE.ijm.");
		return new LaunchArguments(headless, images, macros);
	}

	private static boolean isMacro(final String word) {
		return word.toLowerCase(Locale.US).endsWith(".ijm");
	}

	private static String value(final String option, final Deque<String> rest) throws LaunchException {
		if (rest.isEmpty()) throw new LaunchException("The option " + option + " needs a value after it.");
		return rest.pop();
	}

	private static String optional(final Deque<String> rest) {
		final String next = rest.peek();
		return next == null || next.startsWith("--") ? "" : rest.pop();
	}

	private static Path macroFile(final String option, final Deque<String> rest) throws LaunchException {
		final Path file = existing(value(option, rest));
		final String name = file.getFileName().toString().toLowerCase(Locale.US);
		if (!name.endsWith(".ijm") && !name.endsWith(".txt"))
			throw new LaunchException("Only ImageJ macros (.ijm) run here, and " + file +
				" is none: Fiji itself runs other languages.");
		return file;
	}

	private static Path existing(final String name) throws LaunchException {
		final Path file = Path.of(name).toAbsolutePath().normalize();
		if (!Files.isReadable(file) || Files.isDirectory(file))
			throw new LaunchException("There is no readable file " + file + ".");
		return file;
	}
}
