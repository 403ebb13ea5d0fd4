package sc.fiji.tinybeauty.plugin.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileInfo;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * Puts slices together to an image that keeps what belongs to its source:
 * calibration, properties, selection and, if wanted, overlay and colours.
 */
public final class HyperstackBuilder {

	private final ImagePlus source;
	private final ImageStack stack;

	/** @param source the image whose properties the new one takes over */
	public HyperstackBuilder(final ImagePlus source) {
		this.source = source;
		stack = new ImageStack(source.getWidth(), source.getHeight());
	}

	/**
	 * Adds slices, in the order channel, z, frame.
	 *
	 * @param label label of all of them, or null
	 * @param slices pixels
	 * @return this
	 */
	public HyperstackBuilder add(final String label,
		final ImageProcessor... slices)
	{
		for (final ImageProcessor slice : slices)
			stack.addSlice(label, slice);
		return this;
	}

	/**
	 * Adds slices, in the order channel, z, frame.
	 *
	 * @param labels a label for each of them, or null
	 * @param slices pixels
	 * @return this
	 */
	public HyperstackBuilder add(final String[] labels,
		final ImageProcessor... slices)
	{
		for (int i = 0; i < slices.length; i++)
			stack.addSlice(labels[i], slices[i]);
		return this;
	}

	/**
	 * @param title title
	 * @param channels number of channels
	 * @param z slices per frame
	 * @param t frames
	 * @return the image, without overlay, in ImageJ's usual colours
	 */
	public ImagePlus build(final String title, final int channels, final int z,
		final int t)
	{
		final ImagePlus image = source.createImagePlus();
		image.setStack(title, stack);
		image.setDimensions(channels, z, t);
		if (z > 1 && t > 1 || channels > 1 || source.isHyperStack()) image
			.setOpenAsHyperStack(true);
		forgetFile(image);
		final Roi roi = source.getRoi();
		if (roi != null) image.setRoi((Roi) roi.clone());
		return image;
	}

	/**
	 * @param title title
	 * @param z slices per frame
	 * @param t frames
	 * @param luts colours and display ranges, one per channel
	 * @return a composite image without overlay
	 */
	public ImagePlus composite(final String title, final int z, final int t,
		final LUT... luts)
	{
		final ImagePlus plain = build(title, luts.length, z, t);
		final Roi roi = plain.getRoi();
		plain.deleteRoi();
		final CompositeImage image = new CompositeImage(plain,
			CompositeImage.COMPOSITE);
		image.setLuts(luts);
		if (roi != null) image.setRoi(roi);
		return image;
	}

	/** Copies the source's overlay, if it has one. */
	static void copyOverlay(final ImagePlus from, final ImagePlus to) {
		final Overlay overlay = from.getOverlay();
		if (overlay != null) to.setOverlay(overlay.duplicate());
	}

	/** The new image is no file yet; "Revert" must not bring another's pixels. */
	private static void forgetFile(final ImagePlus image) {
		final FileInfo file = image.getOriginalFileInfo();
		if (file == null) return;
		file.fileName = null;
		file.directory = null;
	}
}
