package sc.fiji.tinybeauty.examples.window;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import sc.fiji.tinybeauty.examples.launch.ChildJvm;

/** ImageJ as the launcher starts it, on a {@link Screen}, and its user. */
final class ImageJOnScreen {

	/** Height of a separator and of the two borders of a menu, in pixels, as AWT draws menus on X11. */
	private static final int SEPARATOR = 9, BORDERS = 4;

	private final Screen screen;
	private final Process process;
	private final PrintStream questions;
	private final BufferedReader answers;

	/** Starts ImageJ and waits for its window. */
	ImageJOnScreen(final Screen screen, final Path home, final String... args) throws IOException {
		this.screen = screen;
		process = screen.start(ChildJvm.builder(home, false, WindowUnderTest.class, args)
			.redirectError(ProcessBuilder.Redirect.INHERIT));
		questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
		answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		readAnswer();
		screen.awaitWindow("ImageJ");
	}

	/** Asks the JVM. */
	String ask(final String question) {
		questions.println(question);
		return readAnswer();
	}

	private String readAnswer() {
		try {
			for (String line = answers.readLine(); line != null; line = answers.readLine()) {
				if (line.startsWith("ANSWER ")) return line.substring(7).replace("\\n", "\n");
				System.out.println(line);
			}
		}
		catch (final IOException e) {
			throw new IllegalStateException(e);
		}
		throw new AssertionError("ImageJ ended early with exit code " + (process.isAlive() ? "?" : process.exitValue()));
	}

	/** Chooses a command from the menu bar by its path, the way a person does, leaving the menus open for a look. */
	void openMenus(final String... path) {
		openMenuBar();
		final List<String> bar = List.of(ask("menus").split("\\|"));
		for (int i = bar.size(); i > bar.indexOf(path[0]); i--)
			stepLeft();
		String menu = path[0];
		for (int depth = 1; depth < path.length - 1; depth++) {
			final int[] at = row(popup(depth - 1), menu, path[depth]);
			screen.click(at[0], at[1]);
			menu += ">" + path[depth];
			popup(depth);
		}
	}

	/** Clicks the last part of a path whose menus are open. */
	void choose(final String... path) {
		final String menu = String.join(">", List.of(path).subList(0, path.length - 1));
		final int[] at = row(popup(path.length - 2), menu, path[path.length - 1]);
		screen.click(at[0], at[1]);
	}

	/** Clicks a widget of the dialog that is open. */
	void clickWidget(final String widget) {
		final String[] at = screen.await("the widget " + widget, () -> {
			final String place = ask("where " + widget);
			return place.equals("none") ? null : place.split(" ");
		});
		screen.click(Integer.parseInt(at[0]), Integer.parseInt(at[1]));
	}

	/** Moves the keyboard to a choice of the open dialog. */
	void focusChoice(final int choice) {
		for (int i = 0; i < 40; i++) {
			if (ask("focus").equals("choice " + choice)) return;
			screen.press("Tab");
		}
		throw new AssertionError("Tab does not lead to choice " + choice);
	}

	/** On a busy machine the window may get the focus only after the key. */
	private void openMenuBar() {
		for (int attempt = 0; attempt < 6; attempt++) {
			screen.awaitWindow("ImageJ");
			screen.press("F10");
			if (screen.await(() -> popups().size() == 1 ? popups() : null, 5000) != null) return;
			screen.press("Escape");
		}
		throw new AssertionError("F10 does not open the menu bar");
	}

	private void stepLeft() {
		final int[] before = popup(0);
		for (int attempt = 0; attempt < 5; attempt++) {
			screen.press("Left");
			final Object moved = screen.await(() -> {
				final List<int[]> open = popups();
				return open.size() == 1 && open.get(0)[0] != before[0] ? open : null;
			}, 2000);
			if (moved != null) return;
		}
		throw new AssertionError("The menu bar does not follow the arrow keys");
	}

	/** @return x, y, width, height of the nth open menu */
	private int[] popup(final int n) {
		return screen.await("menu " + n, () -> {
			final List<int[]> open = popups();
			return open.size() == n + 1 ? open.get(n) : null;
		});
	}

	private List<int[]> popups() {
		final List<int[]> found = new ArrayList<>();
		final String ids = screen.run("xdotool", "search", "--onlyvisible", "--name", "^sun-awt-X11-XMenuWindow$");
		for (final String id : ids.lines().filter(line -> line.matches("\\d+")).toList()) {
			final int[] place = new int[4];
			for (final String line : screen.run("xdotool", "getwindowgeometry", "--shell", id).lines().toList()) {
				final int key = List.of("X", "Y", "WIDTH", "HEIGHT").indexOf(line.split("=")[0]);
				if (key >= 0) place[key] = Integer.parseInt(line.split("=")[1]);
			}
			found.add(place);
		}
		found.sort((a, b) -> Integer.compare(a[0], b[0]));
		return found;
	}

	private int[] row(final int[] popup, final String menu, final String label) {
		final List<String> labels = List.of(ask("menu " + menu).split("\\|"));
		if (!labels.contains(label)) throw new AssertionError(label + " is not among " + labels);
		final long separators = labels.stream().filter("-"::equals).count();
		final double height = (popup[3] - BORDERS - SEPARATOR * separators) / (double) (labels.size() - separators);
		double top = popup[1] + BORDERS / 2.0;
		for (final String above : labels.subList(0, labels.indexOf(label)))
			top += above.equals("-") ? SEPARATOR : height;
		return new int[] { popup[0] + 30, (int) (top + height / 2) };
	}
}
