package sc.fiji.tinybeauty.examples.window;

import ij.IJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import ij.process.ImageProcessor;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.Menu;
import java.awt.Point;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

import sc.fiji.tinybeauty.examples.launch.Launcher;

/**
 * The real launcher in a JVM of its own, with questions and answers besides: what a person does is done on the screen,
 * but where things are, pixels and recorded text are better asked for.
 */
public final class WindowUnderTest {

	private WindowUnderTest() {}

	public static void main(final String... args) throws IOException {
		Launcher.main(args);
		final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		out.println("ANSWER ready");
		final BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String line = questions.readLine(); line != null; line = questions.readLine())
			out.println("ANSWER " + answer(line).replace("\n", "\\n"));
		System.exit(0);
	}

	private static String answer(final String question) {
		final String[] words = question.split(" ", 2);
		return switch (words[0]) {
			case "recorded" -> Recorder.getInstance() == null ? "" : Recorder.getInstance().getText();
			case "pixels" -> pixels(WindowManager.getImage(words[1]));
			case "drawn" -> pixels(WindowManager.getImage(words[1]).flatten());
			case "focus" -> focus();
			case "images" -> String.join("|", WindowManager.getImageTitles());
			case "macro" -> String.valueOf(IJ.runMacro(words[1]));
			case "menus" -> String.join("|", menus());
			case "menu" -> String.join("|", labels(Menus.getImageJMenu(words[1])));
			case "where" -> where(words[1]);
			default -> "unknown question";
		};
	}

	private static String pixels(final ImagePlus image) {
		if (image == null) return "none";
		final ImageProcessor pixels = image.getProcessor();
		final CRC32 sum = new CRC32();
		for (int i = 0; i < pixels.getPixelCount(); i++) {
			for (int shift = 0; shift < 32; shift += 8)
				sum.update(pixels.get(i) >> shift & 255);
		}
		return pixels.getWidth() + "x" + pixels.getHeight() + ":" + Long.toHexString(sum.getValue());
	}

	/** @return which choice of the open dialog has the keyboard: "choice 1" */
	private static String focus() {
		final GenericDialog dialog = GenericDialog.getInstance();
		final Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
		return dialog == null ? "none" : "choice " + dialog.getChoices().indexOf(owner);
	}

	private static List<String> menus() {
		final List<String> labels = new ArrayList<>();
		for (int i = 0; i < Menus.getMenuBar().getMenuCount(); i++)
			labels.add(Menus.getMenuBar().getMenu(i).getLabel());
		return labels;
	}

	private static List<String> labels(final Menu menu) {
		final List<String> labels = new ArrayList<>();
		for (int i = 0; menu != null && i < menu.getItemCount(); i++)
			labels.add(menu.getItem(i).getLabel());
		return labels;
	}

	/** @return the middle of a widget of the open dialog on the screen: "number 0", "choice 1", "box Preview", "button OK" */
	private static String where(final String widget) {
		final GenericDialog dialog = GenericDialog.getInstance();
		if (dialog == null) return "none";
		final String[] words = widget.split(" ", 2);
		final Component found = switch (words[0]) {
			case "number" -> (Component) dialog.getNumericFields().get(Integer.parseInt(words[1]));
			case "choice" -> (Component) dialog.getChoices().get(Integer.parseInt(words[1]));
			case "text" -> (Component) dialog.getStringFields().get(Integer.parseInt(words[1]));
			case "box" -> box(dialog, words[1]);
			default -> button(dialog, words[1]);
		};
		if (found == null || !found.isShowing()) return "none";
		final Point corner = found.getLocationOnScreen();
		final int across = found instanceof Checkbox ? 8 : found.getWidth() / 2;
		return corner.x + across + " " + (corner.y + found.getHeight() / 2);
	}

	private static Component box(final GenericDialog dialog, final String label) {
		for (final Object box : dialog.getCheckboxes()) {
			if (((Checkbox) box).getLabel().trim().equals(label)) return (Component) box;
		}
		return null;
	}

	private static Component button(final GenericDialog dialog, final String label) {
		for (final Button button : dialog.getButtons()) {
			if (button != null && button.getLabel().trim().equals(label)) return button;
		}
		return null;
	}
}
