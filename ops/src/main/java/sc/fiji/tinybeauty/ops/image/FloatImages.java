package sc.fiji.tinybeauty.ops.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.nio.FloatBufferAccess;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Tensor images: 32-bit images over direct memory that an engine can use as it
 * is. Axes X,Y,C here are C,H,W there, X,Y,C,N are N,C,H,W.
 */
public final class FloatImages {

	private FloatImages() {}

	/** Float access that remembers the bytes below it. */
	private static final class DirectFloats extends FloatBufferAccess {

		private final ByteBuffer bytes;

		private DirectFloats(final ByteBuffer bytes) {
			super(bytes, true);
			this.bytes = bytes;
		}

		/** Images hand out views of their access, not the access itself. */
		@Override
		public FloatBufferAccess createView(final Object container) {
			return new DirectFloats(bytes);
		}
	}

	/**
	 * Makes an image of zeros in a direct buffer of native byte order.
	 *
	 * @param dimensions axes X, Y and, if wanted, C and N
	 * @return the image
	 * @throws IllegalArgumentException if it is empty, or larger than one buffer
	 *           of 2147483647 bytes
	 */
	public static Img<FloatType> create(final long... dimensions) {
		final long n = elements(dimensions);
		if (n > Integer.MAX_VALUE / Float.BYTES) throw new IllegalArgumentException(
			"A 32-bit image of " + n + " values does not fit into one buffer of " +
				Integer.MAX_VALUE + " bytes; crop it or scale it down first.");
		return wrap(ByteBuffer.allocateDirect((int) n * Float.BYTES).order(ByteOrder
			.nativeOrder()), dimensions);
	}

	/**
	 * Views a direct buffer as an image, without copying.
	 *
	 * @param bytes direct, in native byte order, from position 0 on
	 * @param dimensions axes X, Y and, if wanted, C and N
	 * @return the image
	 * @throws IllegalArgumentException if the buffer is of another kind or size
	 */
	public static Img<FloatType> wrap(final ByteBuffer bytes,
		final long... dimensions)
	{
		if (!bytes.isDirect() || bytes.order() != ByteOrder.nativeOrder())
			throw new IllegalArgumentException(
				"A tensor image needs a direct buffer in native byte order.");
		if (bytes.capacity() != elements(dimensions) * Float.BYTES)
			throw new IllegalArgumentException("A buffer of " + bytes.capacity() +
				" bytes does not fit an image of " + Arrays.toString(dimensions) +
				" floats.");
		return ArrayImgs.floats(new DirectFloats(view(bytes)), dimensions);
	}

	/**
	 * Gives the memory of a tensor image, for an engine to use without copying:
	 * what either side writes, the other one sees.
	 *
	 * @param image made by {@link #create} or {@link #wrap}
	 * @return a view of its direct buffer, native byte order, position 0
	 * @throws IllegalArgumentException if the image is of another kind
	 */
	public static ByteBuffer buffer(
		final RandomAccessibleInterval<FloatType> image)
	{
		if (image instanceof ArrayImg<?, ?> array && array.update(
			null) instanceof DirectFloats floats) return view(floats.bytes);
		throw new IllegalArgumentException(
			"This image has no direct buffer; copy it into one made by FloatImages.create.");
	}

	/**
	 * @param image any image
	 * @return whether {@link #buffer} takes it
	 */
	public static boolean isDirect(
		final RandomAccessibleInterval<FloatType> image)
	{
		return image instanceof ArrayImg<?, ?> array && array.update(
			null) instanceof DirectFloats;
	}

	private static ByteBuffer view(final ByteBuffer bytes) {
		final ByteBuffer view = bytes.duplicate().order(ByteOrder.nativeOrder());
		view.clear();
		return view;
	}

	/** The values of an image whose memory is contiguous; shared, not copied. */
	static Optional<FloatBuffer> values(
		final RandomAccessibleInterval<FloatType> image)
	{
		if (!(image instanceof ArrayImg<?, ?> array)) return Optional.empty();
		final Object access = array.update(null);
		if (access instanceof FloatBufferAccess floats) return Optional.of(floats
			.getCurrentStorageArray());
		if (access instanceof FloatArray floats) return Optional.of(FloatBuffer.wrap(
			floats.getCurrentStorageArray()));
		return Optional.empty();
	}

	/**
	 * Copies an image into an array, X fastest.
	 *
	 * @param image any axes
	 * @return its values
	 */
	public static float[] toArray(
		final RandomAccessibleInterval<FloatType> image)
	{
		final float[] array = new float[(int) elements(image.dimensionsAsLongArray())];
		final Optional<FloatBuffer> values = values(image);
		if (values.isPresent()) {
			values.get().get(0, array);
			return array;
		}
		final Cursor<FloatType> cursor = Views.flatIterable(image).cursor();
		for (int i = 0; i < array.length; i++)
			array[i] = cursor.next().get();
		return array;
	}

	/**
	 * Copies values into an image, X fastest.
	 *
	 * @param values as many as the image has pixels
	 * @param image receives them
	 * @throws IllegalArgumentException if there are more or fewer
	 */
	public static void fill(final float[] values,
		final RandomAccessibleInterval<FloatType> image)
	{
		if (elements(image.dimensionsAsLongArray()) != values.length)
			throw new IllegalArgumentException(values.length +
				" values do not fill an image of " + Arrays.toString(image
					.dimensionsAsLongArray()) + ".");
		final Optional<FloatBuffer> target = values(image);
		if (target.isPresent()) {
			target.get().put(0, values);
			return;
		}
		final Cursor<FloatType> cursor = Views.flatIterable(image).cursor();
		for (final float value : values)
			cursor.next().set(value);
	}

	/**
	 * Copies a part of a photograph into a tensor image.
	 *
	 * @param photo is read
	 * @param x left column of the part
	 * @param y upper row of the part
	 * @param tensor axes X, Y, C; its size says how much to copy
	 */
	public static void copy(final RgbPlane photo, final int x, final int y,
		final RandomAccessibleInterval<FloatType> tensor)
	{
		final RgbPlane target = RgbPlanes.tensor(tensor);
		final float[] row = new float[3 * target.width()];
		for (int j = 0; j < target.height(); j++) {
			photo.read(x, y + j, target.width(), row);
			target.write(0, j, target.width(), row);
		}
	}

	/**
	 * Copies a tensor image into a photograph.
	 *
	 * @param tensor axes X, Y, C
	 * @param photo is written
	 * @param x column where its left edge goes
	 * @param y row where its upper edge goes
	 */
	public static void copy(final RandomAccessibleInterval<FloatType> tensor,
		final RgbPlane photo, final int x, final int y)
	{
		final RgbPlane source = RgbPlanes.tensor(tensor);
		final float[] row = new float[3 * source.width()];
		for (int j = 0; j < source.height(); j++) {
			source.read(0, j, source.width(), row);
			photo.write(x, y + j, source.width(), row);
		}
	}

	private static long elements(final long... dimensions) {
		if (dimensions.length < 2) throw new IllegalArgumentException(
			"A tensor image has axes X and Y at least.");
		PlaneSize.require(dimensions[0], dimensions[1]);
		long n = 1;
		for (final long d : dimensions) {
			if (d < 1) throw new IllegalArgumentException("An image of " + Arrays
				.toString(dimensions) + " pixels is empty.");
			n = Math.multiplyExact(n, d);
		}
		return n;
	}
}
