package sc.fiji.tinybeauty.plugin.annotate;

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import ij.IJ;
import ij.gui.GUI;
import ij.gui.GenericDialog;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import ij.gui.YesNoCancelDialog;
import ij.io.OpenDialog;

import sc.fiji.tinybeauty.models.annotate.Look;
import sc.fiji.tinybeauty.models.annotate.PairAnnotator;
import sc.fiji.tinybeauty.models.recipe.Recipes;

/**
 * The windows of an annotation: the made-up face as an image of ImageJ, and beside
 * it the panel. Closing either closes both, after a question if something is not
 * saved.
 */
public final class AnnotationDesk implements AnnotationView {

	private static final String TITLE = "Annotate Pair", FILE = "From a file ...";
	private static final int LEAST_WIDTH = 500, GAP = 4;

	private final AnnotationSession session;
	private final ExecutorService worker;
	private AnnotationPanel panel;
	private AnnotationKeys keys;
	private FaceWindow window;

	private AnnotationDesk(final PairAnnotator annotator) {
		worker = Executors.newSingleThreadExecutor(task -> {
			final Thread thread = new Thread(task, TITLE);
			thread.setDaemon(true);
			return thread;
		});
		session = new AnnotationSession(annotator, EventQueue::invokeLater, worker);
	}

	/**
	 * Opens the windows with the first face that is not done.
	 *
	 * @param annotator opens and saves faces; closed with the windows
	 * @throws IllegalArgumentException with one sentence if no photograph can be used
	 */
	public static void open(final PairAnnotator annotator) {
		final AnnotationDesk desk = new AnnotationDesk(annotator);
		try {
			desk.session.start(desk);
		}
		catch (final RuntimeException e) {
			desk.session.close();
			desk.worker.shutdown();
			throw e;
		}
		try {
			// A macro goes on when the window is there.
			if (EventQueue.isDispatchThread()) desk.show();
			else EventQueue.invokeAndWait(desk::show);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		catch (final InvocationTargetException e) {
			throw new IllegalStateException("The window cannot be opened: " + e
				.getCause() + ".", e);
		}
	}

	private void show() {
		panel = new AnnotationPanel(this);
		window = new FaceWindow();
		enlarge();
		panel.refresh();
		panel.pack();
		place();
		panel.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent e) {
				close();
			}
		});
		keys = new AnnotationKeys(this, window, panel);
		keys.install();
		panel.setVisible(true);
		window.toFront();
		IJ.showStatus(AnnotationAction.KEYS.hint());
	}

	/** The panel goes to the right of the image, or to its left if there is no room. */
	private void place() {
		final Rectangle at = window.getBounds(), screen = GUI.getMaxWindowBounds(
			window);
		final int right = at.x + at.width + GAP, left = at.x - panel.getWidth() - GAP;
		final int last = screen.x + screen.width - panel.getWidth();
		panel.setLocation(right <= last || left < screen.x ? Math.min(right, last)
			: left, at.y);
	}

	/** Small faces are shown at a size to judge them at. */
	private void enlarge() {
		final ImageCanvas canvas = window.getCanvas();
		while (canvas.getMagnification() < 2 && session.image().getWidth() * canvas
			.getMagnification() < LEAST_WIDTH)
			canvas.zoomIn(0, 0);
		// A stroke is over when the button is released: each can be taken back alone.
		canvas.removeMouseListener(strokes);
		canvas.addMouseListener(strokes);
	}

	private final MouseAdapter strokes = new MouseAdapter() {

		@Override
		public void mouseReleased(final MouseEvent e) {
			EventQueue.invokeLater(session::take);
		}
	};

	/** The image's window; it asks before it closes. */
	private final class FaceWindow extends ImageWindow {

		FaceWindow() {
			super(session.image());
		}

		@Override
		public boolean close() {
			if (keys == null) return true;
			if (!session.settled()) return false;
			keys.remove();
			keys = null;
			session.close();
			worker.shutdown();
			panel.dispose();
			imp.changes = false;
			return super.close();
		}
	}

	AnnotationSession session() {
		return session;
	}

	void close() {
		window.close();
	}

	@Override
	public void changed() {
		if (panel == null) return;
		panel.refresh();
		enlarge();
	}

	@Override
	public void say(final String sentence) {
		if (panel != null) panel.say(sentence);
		IJ.showStatus(sentence);
	}

	@Override
	public Answer ask(final String face) {
		final YesNoCancelDialog dialog = new YesNoCancelDialog(panel, TITLE,
			"Save the changes of " + face + "?", " Save ", " Don't save ");
		return dialog.yesPressed() ? Answer.SAVE : dialog
			.cancelPressed() ? Answer.STAY
				: Answer.DISCARD;
	}

	void chooseColour() {
		if (session.region().isColoured()) panel.swatches();
		else say(session.region().label() + " has no colour.");
	}

	void askColour() {
		final List<String> now = session.look().colours(session.region());
		final GenericDialog dialog = new GenericDialog("Colour of " + session
			.region().label(), panel);
		dialog.addStringField("Colour (#rrggbb)", now.isEmpty() ? "#a03040" : now
			.get(Math.min(session.slot(), now.size() - 1)), 9);
		dialog.showDialog();
		if (dialog.wasOKed()) session.colour(dialog.getNextString().strip());
	}

	void chooseRecipe() {
		final List<String> names = new ArrayList<>(Recipes.names());
		names.add(FILE);
		panel.words(names, name -> {
			final String recipe = name.equals(FILE) ? file("Recipe file", session.recipes()) : name;
			if (recipe != null) begin(recipe);
		});
	}

	private void begin(final String recipe) {
		try {
			final Look look = Look.of(Recipes.byNameOrFile(recipe));
			session.change(now -> look);
		}
		catch (final IOException | IllegalArgumentException e) {
			say(e.getMessage());
		}
	}

	void choosePicture() {
		final String file = file("Retouched picture of " + session.face().source(),
			null);
		if (file != null) session.retouched(Path.of(file));
	}

	/** @param folder where to look first; null for where ImageJ was last */
	private static String file(final String title, final Path folder) {
		return (folder == null ? new OpenDialog(title) : new OpenDialog(title, folder
			.toString(), "")).getPath();
	}

	void showKeys() {
		final GenericDialog dialog = new GenericDialog("Keys", panel);
		dialog.addMessage(AnnotationAction.help());
		dialog.hideCancelButton();
		dialog.showDialog();
	}
}
