package sc.fiji.tinybeauty.plugin.train;

import java.awt.Button;
import java.awt.FlowLayout;
import java.awt.Panel;
import java.awt.image.BufferedImage;
import java.util.concurrent.atomic.AtomicBoolean;

import ij.ImagePlus;
import ij.gui.ImageWindow;
import ij.process.ColorProcessor;

import sc.fiji.tinybeauty.models.train.LossCurve;

/**
 * The picture of a training, brought up to date while it runs. On a screen its
 * window has two buttons; closing it leaves the training alone.
 */
public final class TrainingView {

	/** Ends the training and keeps the best weights. */
	public static final String STOP = "Stop and keep the best";
	/** Ends it so that the same command goes on later. */
	public static final String PAUSE = "Pause";

	private final ImagePlus image;
	private final boolean onScreen;
	private final AtomicBoolean stopped = new AtomicBoolean();
	private final AtomicBoolean paused = new AtomicBoolean();
	private BufferedImage latest;
	private boolean shown;

	/**
	 * @param title title of the image
	 * @param onScreen whether to show a window
	 */
	public TrainingView(final String title, final boolean onScreen) {
		this.onScreen = onScreen;
		image = new ImagePlus(title, new ColorProcessor(TrainingPicture.WIDTH,
			TrainingPicture.HEIGHT));
	}

	/** @return the image; black until something was measured */
	public ImagePlus image() {
		return image;
	}

	/**
	 * Shows the latest state.
	 *
	 * @param curve the course so far
	 * @param sheet held-out pairs in rows of bare, wanted and result; null for the
	 *          ones shown already
	 */
	public void update(final LossCurve curve, final BufferedImage sheet) {
		if (sheet != null) latest = sheet;
		image.setProcessor(new ColorProcessor(TrainingPicture.draw(curve, latest)));
		if (!onScreen) return;
		if (!shown) open();
		shown = true;
		image.updateAndDraw();
	}

	private void open() {
		final ImageWindow window = new ImageWindow(image);
		final Panel buttons = new Panel(new FlowLayout(FlowLayout.LEFT));
		buttons.add(button(STOP, stopped));
		buttons.add(button(PAUSE, paused));
		window.add(buttons);
		window.pack();
	}

	private static Button button(final String label, final AtomicBoolean pressed) {
		final Button button = new Button(label);
		button.addActionListener(e -> {
			pressed.set(true);
			button.setEnabled(false);
		});
		return button;
	}

	/** @return whether the user wants the best weights now */
	public boolean stopped() {
		return stopped.get();
	}

	/** @return whether the user wants to leave off for now */
	public boolean paused() {
		return paused.get();
	}

	/** Takes the buttons away, for the training is over. */
	public void finish() {
		final ImageWindow window = image.getWindow();
		if (!shown || window == null) return;
		for (final java.awt.Component c : window.getComponents())
			if (c instanceof Panel) window.remove(c);
		window.pack();
	}
}
