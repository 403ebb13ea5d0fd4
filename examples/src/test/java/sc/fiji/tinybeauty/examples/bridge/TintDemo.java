package sc.fiji.tinybeauty.examples.bridge;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.ContextCommand;
import org.scijava.command.Previewable;
import org.scijava.plugin.Parameter;
import org.scijava.widget.Button;

/** A small command with every kind of input, to try the bridge on. Listed in the test resources' plugin index. */
public class TintDemo extends ContextCommand implements Previewable {

	@Parameter(visibility = ItemVisibility.MESSAGE)
	private final String hint = "<html><b>Tints</b> a picture.";

	@Parameter
	private ImagePlus image;

	@Parameter(choices = { "red", "green", "blue" })
	private String channel = "green";

	@Parameter(style = "slider", min = "0", max = "2", stepSize = "0.05", persist = false)
	private double amount = 1.0;

	@Parameter(label = "Keep black", callback = "blackened")
	private boolean keepBlack;

	@Parameter(min = "0", max = "255", initializer = "startOffset")
	private int offset;

	@Parameter(required = false)
	private String note = "";

	@Parameter(style = "directory", required = false)
	private File folder;

	@Parameter(label = "Reset", callback = "reset")
	private Button reset;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus result;

	private ImageProcessor before;

	@Override
	public void preview() {
		if (before == null) before = image.getProcessor().duplicate();
		image.setProcessor(tinted(before));
	}

	@Override
	public void cancel() {
		if (before != null) image.setProcessor(before);
		before = null;
	}

	@Override
	public void run() {
		cancel();
		if (note.equals("cancel")) cancel("The note asked to cancel.");
		if (note.equals("throw")) throw new IllegalArgumentException("The note asked to throw.");
		if (note.equals("bug")) throw new NullPointerException("something is null");
		if (isCanceled()) return;
		result = new ImagePlus(image.getTitle() + "-" + channel, tinted(image.getProcessor()));
	}

	private ImageProcessor tinted(final ImageProcessor from) {
		final ImageProcessor to = from.convertToRGB().duplicate();
		final int shift = channel.equals("red") ? 16 : channel.equals("green") ? 8 : 0;
		for (int i = 0; i < to.getPixelCount(); i++) {
			final int rgb = to.get(i), value = rgb >> shift & 255;
			final int more = keepBlack && value == 0 ? 0 : (int) Math.min(255, value * amount + offset);
			to.set(i, rgb & ~(255 << shift) | more << shift);
		}
		return to;
	}

	/** Initializer of the offset. */
	protected void startOffset() {
		offset = 7;
	}

	/** Callback of the check box. */
	protected void blackened() {
		if (keepBlack) offset = 0;
	}

	/** Callback of the button. */
	protected void reset() {
		amount = 1;
		channel = "green";
	}
}
