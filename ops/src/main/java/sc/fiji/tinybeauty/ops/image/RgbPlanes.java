package sc.fiji.tinybeauty.ops.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.GenericByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Views images of every kind as photographs: nothing is copied, writing a
 * {@link RgbPlane} writes the image below it.
 * <p>
 * Planes of more than 2147483647 elements are refused with an
 * {@link IllegalArgumentException}, and so are empty ones.
 * </p>
 */
public final class RgbPlanes {

	private RgbPlanes() {}

	/**
	 * Views packed 24-bit colours; alpha is kept by writing.
	 *
	 * @param pixels rows of {@code alpha << 24 | red << 16 | green << 8 | blue}
	 * @param width in pixels
	 * @param height in pixels
	 * @return the photograph
	 */
	public static RgbPlane argb(final int[] pixels, final int width,
		final int height)
	{
		return new ArgbArrayPlane(pixels, width, height);
	}

	/**
	 * Views an X,Y image of 24-bit colours; alpha is kept by writing. Array and
	 * planar images are read and written straight in their array.
	 *
	 * @param image axes X, Y
	 * @return the photograph
	 */
	public static RgbPlane argb(final RandomAccessibleInterval<ARGBType> image) {
		requireAxes(image, 2);
		if (image instanceof ArrayImg<?, ?> array && array.update(
			null) instanceof ArrayDataAccess<?> access) return argb(image, access);
		if (image instanceof PlanarImg<?, ?> planar) return argb(image, planar
			.getPlane(0));
		return new ArgbPlane(image);
	}

	private static RgbPlane argb(final RandomAccessibleInterval<ARGBType> image,
		final ArrayDataAccess<?> access)
	{
		PlaneSize.require(image.dimension(0), image.dimension(1));
		return access.getCurrentStorageArray() instanceof int[] pixels ? argb(
			pixels, (int) image.dimension(0), (int) image.dimension(1))
			: new ArgbPlane(image);
	}

	/**
	 * Views a single channel as grey. Writing puts the luma of a colour, rounded
	 * and limited to what the type holds; not a number reads as {@code min}.
	 *
	 * @param image axes X, Y
	 * @param min value shown as black
	 * @param max value shown as white
	 * @return the photograph
	 */
	public static RgbPlane grey(
		final RandomAccessibleInterval<? extends RealType<?>> image,
		final double min, final double max)
	{
		requireAxes(image, 2);
		return new GreyPlane(image, new DisplayRange(min, max));
	}

	/**
	 * Views 8-bit indices through a table of colours. Writing puts the index of
	 * the nearest colour in the table.
	 *
	 * @param image axes X, Y
	 * @param colors 1 to 256 packed colours
	 * @return the photograph
	 */
	public static RgbPlane indexed(
		final RandomAccessibleInterval<? extends GenericByteType<?>> image,
		final int[] colors)
	{
		requireAxes(image, 2);
		return new IndexedPlane(image, colors);
	}

	/**
	 * Views three channels (red, green, blue), each through its display range.
	 * Writing scales back, rounded and limited to what the type holds; not a
	 * number reads as the channel's minimum.
	 *
	 * @param image axes X, Y, C with three channels
	 * @param min values shown as 0, one per channel
	 * @param max values shown as 1, one per channel
	 * @return the photograph
	 */
	public static RgbPlane channels(
		final RandomAccessibleInterval<? extends RealType<?>> image,
		final double[] min, final double[] max)
	{
		requireAxes(image, 3);
		if (image.dimension(2) != 3) throw new IllegalArgumentException(
			"A colour image has 3 channels, not " + image.dimension(2) + ".");
		final DisplayRange[] ranges = new DisplayRange[3];
		for (int c = 0; c < 3; c++)
			ranges[c] = new DisplayRange(min[c], max[c]);
		return new ChannelsPlane(image, ranges);
	}

	/**
	 * Views a tensor image, 0..1. Values are written as they are.
	 *
	 * @param image axes X, Y, C with three channels
	 * @return the photograph
	 */
	public static RgbPlane tensor(
		final RandomAccessibleInterval<FloatType> image)
	{
		requireAxes(image, 3);
		PlaneSize.require(image.dimension(0), image.dimension(1));
		final var values = FloatImages.values(image);
		return values.isPresent() && image.dimension(2) == 3 ? new TensorPlane(
			values.get(), (int) image.dimension(0), (int) image.dimension(1))
			: channels(image, new double[3], new double[] { 1, 1, 1 });
	}

	private static void requireAxes(final RandomAccessibleInterval<?> image,
		final int axes)
	{
		if (image.numDimensions() != axes) throw new IllegalArgumentException(
			"A photograph of this kind has " + axes + " axes, not " + image
				.numDimensions() + ".");
	}
}
