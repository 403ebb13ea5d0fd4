package sc.fiji.tinybeauty.plugin.image;

import java.awt.Color;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.imagej.ImagePlusToImg;
import net.imglib2.type.numeric.RealType;

import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/**
 * One colour picture out of an {@link ImagePlus}, with pixels of its own: either
 * a 24-bit picture or three channels (red, green, blue) of 8, 16 or 32 bits,
 * each scaled by its display range.
 */
public final class Photo {

	private final ImageProcessor[] processors;
	private final double[] min;
	private final double[] max;
	private final RgbPlane plane;

	/** @param rgb the picture; its pixels are used, not copied */
	public Photo(final ColorProcessor rgb) {
		processors = new ImageProcessor[] { rgb };
		min = new double[] { 0, 0, 0 };
		max = new double[] { 255, 255, 255 };
		plane = RgbPlanes.argb((int[]) rgb.getPixels(), rgb.getWidth(), rgb
			.getHeight());
	}

	/**
	 * @param rgb red, green and blue, of one size and type; their pixels are used,
	 *          not copied
	 * @param min values shown as 0, one per channel
	 * @param max values shown as full, one per channel
	 * @throws IllegalArgumentException if a display range is empty
	 */
	Photo(final ImageProcessor[] rgb, final double[] min, final double[] max) {
		processors = rgb.clone();
		this.min = min.clone();
		this.max = max.clone();
		plane = RgbPlanes.channels(wrap(rgb), min, max);
	}

	/** @return row access to the pixels; writing it changes this photo only */
	public RgbPlane plane() {
		return plane;
	}

	/** @return width in pixels */
	public int width() {
		return plane.width();
	}

	/** @return height in pixels */
	public int height() {
		return plane.height();
	}

	/** @return an equal photo with pixels of its own */
	public Photo copy() {
		final ImageProcessor[] copies = new ImageProcessor[processors.length];
		for (int c = 0; c < copies.length; c++)
			copies[c] = processors[c].duplicate();
		return copies.length == 1 ? new Photo((ColorProcessor) copies[0])
			: new Photo(copies, min, max);
	}

	/** @return the slices of this photo: one of 24 bits, or three channels */
	public ImageProcessor[] slices() {
		return processors.clone();
	}

	/** @return red, green and blue as three processors of equal type */
	public ImageProcessor[] channels() {
		if (processors.length == 3) return processors.clone();
		final ColorProcessor rgb = (ColorProcessor) processors[0];
		final ImageProcessor[] channels = new ImageProcessor[3];
		for (int c = 0; c < 3; c++)
			channels[c] = rgb.getChannel(c + 1, null);
		return channels;
	}

	/**
	 * @param colors one per channel
	 * @return lookup tables of these colours over the display ranges
	 */
	public LUT[] luts(final Color... colors) {
		final LUT[] luts = new LUT[3];
		for (int c = 0; c < 3; c++) {
			luts[c] = LUT.createLutFromColor(colors[c]);
			luts[c].min = min[c];
			luts[c].max = max[c];
		}
		return luts;
	}

	/** @return the picture as shown: packed 24-bit colours, row by row */
	public int[] rgb() {
		if (processors.length == 1) return ((int[]) processors[0].getPixels())
			.clone();
		final int w = width(), h = height();
		final int[] packed = new int[w * h];
		final RgbPlane shown = RgbPlanes.argb(packed, w, h);
		final float[] row = new float[3 * w];
		for (int y = 0; y < h; y++) {
			plane.read(0, y, w, row);
			shown.write(0, y, w, row);
		}
		return packed;
	}

	/**
	 * Gives back the exact 32-bit values (not a number included) of every pixel
	 * that differs from {@code before} by no more than rounding.
	 *
	 * @param before the photo that this one is a changed copy of
	 */
	public void keepUntouched(final Photo before) {
		for (int c = 0; c < processors.length; c++) {
			if (!(processors[c] instanceof FloatProcessor)) continue;
			final float[] now = (float[]) processors[c].getPixels();
			final float[] old = (float[]) before.processors[c].getPixels();
			final double rounding = 1e-6 * (max[c] - min[c]);
			for (int i = 0; i < now.length; i++)
				if (!(Math.abs(now[i] - old[i]) > rounding + 1e-6 * Math.abs(old[i])))
					now[i] = old[i];
		}
	}

	private static RandomAccessibleInterval<? extends RealType<?>> wrap(
		final ImageProcessor... rgb)
	{
		final ImageStack stack = new ImageStack(rgb[0].getWidth(), rgb[0]
			.getHeight());
		for (final ImageProcessor channel : rgb)
			stack.addSlice("", channel.getPixels());
		final ImagePlus image = new ImagePlus("", stack);
		return switch (image.getType()) {
			case ImagePlus.GRAY8 -> ImagePlusToImg.wrapByteDirect(image);
			case ImagePlus.GRAY16 -> ImagePlusToImg.wrapShortDirect(image);
			case ImagePlus.GRAY32 -> ImagePlusToImg.wrapFloatDirect(image);
			default -> throw new IllegalArgumentException(
				"Three channels of 24-bit colour are no photograph.");
		};
	}
}
