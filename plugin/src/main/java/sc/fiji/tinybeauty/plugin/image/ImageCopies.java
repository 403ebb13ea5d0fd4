package sc.fiji.tinybeauty.plugin.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

/** Copies of images that keep everything: kind, colours, overlay, selection. */
public final class ImageCopies {

	private ImageCopies() {}

	/**
	 * Copies an image whole, whatever its selection is. A virtual stack becomes
	 * one in memory.
	 *
	 * @param image the image
	 * @param title title of the copy
	 * @return the copy
	 */
	public static ImagePlus copy(final ImagePlus image, final String title) {
		final ImageStack stack = image.getStack();
		final HyperstackBuilder builder = new HyperstackBuilder(image);
		for (int i = 1; i <= stack.size(); i++) {
			final ImageProcessor slice = stack.getProcessor(i).duplicate();
			if (!image.isComposite()) slice.setColorModel(image.getProcessor()
				.getColorModel());
			builder.add(stack.getSliceLabel(i), slice);
		}
		return finish(builder, image, title);
	}

	/**
	 * Builds an image of the same kind, dimensions, colours, overlay and selection
	 * as {@code image}.
	 *
	 * @param builder holds as many slices as {@code image} has
	 * @param image the model
	 * @param title title of the new image
	 * @return the new image
	 */
	public static ImagePlus finish(final HyperstackBuilder builder,
		final ImagePlus image, final String title)
	{
		final int c = image.getNChannels(), z = image.getNSlices(), t = image
			.getNFrames();
		final ImagePlus copy;
		if (image.isComposite()) {
			copy = builder.composite(title, z, t, image.getLuts());
			((CompositeImage) copy).copyLuts(image);
		}
		else {
			copy = builder.build(title, c, z, t);
			if (copy.getBitDepth() == 16 || copy.getBitDepth() == 32) copy
				.setDisplayRange(image.getDisplayRangeMin(), image
					.getDisplayRangeMax());
		}
		HyperstackBuilder.copyOverlay(image, copy);
		if (copy.getStackSize() > 1) copy.setPositionWithoutUpdate(image.getC(),
			image.getZ(), image.getT());
		return copy;
	}
}
