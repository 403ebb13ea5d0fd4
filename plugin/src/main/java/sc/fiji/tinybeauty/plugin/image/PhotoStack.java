package sc.fiji.tinybeauty.plugin.image;

import java.util.Objects;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * An {@link ImagePlus} of any kind as a row of colour photographs. Nothing of
 * the image is changed; each photograph has pixels of its own. Slices of
 * virtual stacks are read one by one.
 * <ul>
 * <li>24-bit RGB: every slice is a photograph.</li>
 * <li>Three channels of 8, 16 or 32 bits: the three are red, green and blue of
 * one photograph, each scaled by its display range.</li>
 * <li>Everything else (8-bit grey, indexed colour, 16 and 32 bits, two or more
 * than three channels): every slice is a photograph, converted to 24-bit RGB as
 * it is shown, through display range and lookup table.</li>
 * </ul>
 * Photographs are ordered by frame, then z, then channel.
 */
public final class PhotoStack {

	private final ImagePlus image;
	private final ImageStack stack;
	private final boolean threeChannels;
	private final LUT[] luts;

	/**
	 * @param image any image
	 * @throws IllegalArgumentException if its display range is empty
	 */
	public PhotoStack(final ImagePlus image) {
		this.image = Objects.requireNonNull(image, "image");
		stack = image.getStack();
		threeChannels = image.getType() != ImagePlus.COLOR_RGB && image
			.getNChannels() == 3;
		luts = image.isComposite() ? image.getLuts() : null;
	}

	/** @return whether three channels make one photograph */
	public boolean threeChannels() {
		return threeChannels;
	}

	/** @return photographs per z position: 1, or the number of channels */
	public int channels() {
		return threeChannels ? 1 : image.getNChannels();
	}

	/** @return number of photographs */
	public int size() {
		return channels() * image.getNSlices() * image.getNFrames();
	}

	/**
	 * @param i 0..size-1
	 * @return where the photograph lies in the image
	 */
	public PhotoPosition position(final int i) {
		Objects.checkIndex(i, size());
		final int c = i % channels(), zt = i / channels();
		return new PhotoPosition(threeChannels ? 0 : c + 1, zt % image
			.getNSlices() + 1, zt / image.getNSlices() + 1);
	}

	/**
	 * @return the photograph that the image shows just now
	 */
	public int current() {
		return ((image.getT() - 1) * image.getNSlices() + image.getZ() - 1) *
			channels() + (threeChannels ? 0 : image.getC() - 1);
	}

	/**
	 * @param i 0..size-1
	 * @return number of the photograph's first slice in the stack, from 1
	 */
	public int slice(final int i) {
		final PhotoPosition p = position(i);
		return image.getStackIndex(Math.max(1, p.c()), p.z(), p.t());
	}

	/**
	 * @param i 0..size-1
	 * @return the label of the slice, or null
	 */
	public String label(final int i) {
		return stack.getSliceLabel(slice(i));
	}

	/**
	 * @param i 0..size-1
	 * @return the labels of all slices of the photograph; null for none
	 */
	public String[] labels(final int i) {
		final String[] labels = new String[threeChannels ? 3 : 1];
		for (int c = 0; c < labels.length; c++)
			labels[c] = stack.getSliceLabel(slice(i) + c);
		return labels;
	}

	/**
	 * @param i 0..size-1
	 * @return the photograph, with pixels of its own
	 */
	public Photo get(final int i) {
		final int first = slice(i);
		return threeChannels ? folded(first) : new Photo(rgb(first, Math.max(1,
			position(i).c())));
	}

	private Photo folded(final int first) {
		final ImageProcessor[] rgb = new ImageProcessor[3];
		final double[] min = new double[3], max = new double[3];
		for (int c = 0; c < 3; c++) {
			rgb[c] = stack.getProcessor(first + c).duplicate();
			min[c] = luts == null ? image.getDisplayRangeMin() : luts[c].min;
			max[c] = luts == null ? image.getDisplayRangeMax() : luts[c].max;
			requireRange(min[c], max[c]);
		}
		return new Photo(rgb, min, max);
	}

	private ColorProcessor rgb(final int slice, final int channel) {
		final ImageProcessor pixels = stack.getProcessor(slice);
		if (pixels instanceof ColorProcessor color) return (ColorProcessor) color
			.duplicate();
		final ImageProcessor shown = pixels.duplicate();
		double min = image.getDisplayRangeMin(), max = image.getDisplayRangeMax();
		shown.setColorModel(image.getProcessor().getColorModel());
		if (luts != null) {
			final LUT lut = luts[channel - 1];
			shown.setColorModel(lut);
			min = lut.min;
			max = lut.max;
		}
		requireRange(min, max);
		if (luts != null || shown.getBitDepth() != 8) shown.setMinAndMax(min, max);
		return shown.convertToColorProcessor();
	}

	private void requireRange(final double min, final double max) {
		if (!Double.isFinite(min) || !Double.isFinite(max) || !(max > min))
			throw new IllegalArgumentException("\"" + image.getTitle() +
				"\" has the empty display range " + min + " to " + max +
				"; set another one with Image > Adjust > Brightness/Contrast.");
	}
}
