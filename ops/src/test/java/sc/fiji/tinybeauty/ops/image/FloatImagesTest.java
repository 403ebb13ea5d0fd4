package sc.fiji.tinybeauty.ops.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;

class FloatImagesTest {

	@Test
	void bufferAndImageShareTheirMemory() {
		final Img<FloatType> image = FloatImages.create(4, 3, 3);
		final ByteBuffer bytes = FloatImages.buffer(image);
		assertTrue(bytes.isDirect());
		assertEquals(ByteOrder.nativeOrder(), bytes.order());
		assertEquals(4 * 3 * 3 * 4, bytes.remaining());
		image.getAt(1, 2, 2).set(0.25f);
		assertEquals(0.25f, bytes.asFloatBuffer().get((2 * 3 + 2) * 4 + 1));
		bytes.asFloatBuffer().put(5, 7f);
		assertEquals(7f, image.getAt(1, 1, 0).get());
	}

	@Test
	void aForeignImageHasNoBuffer() {
		assertThrows(IllegalArgumentException.class, () -> FloatImages.buffer(
			ArrayImgs.floats(2, 2, 3)));
	}

	@Test
	void onlyDirectBuffersInNativeOrderAreWrapped() {
		final ByteBuffer foreign = ByteBuffer.allocateDirect(48).order(ByteOrder
			.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN
				: ByteOrder.BIG_ENDIAN);
		assertThrows(IllegalArgumentException.class, () -> FloatImages.wrap(foreign,
			2, 2, 3));
		assertThrows(IllegalArgumentException.class, () -> FloatImages.wrap(
			ByteBuffer.allocate(48).order(ByteOrder.nativeOrder()), 2, 2, 3));
		assertThrows(IllegalArgumentException.class, () -> FloatImages.wrap(
			ByteBuffer.allocateDirect(40).order(ByteOrder.nativeOrder()), 2, 2, 3));
	}

	@Test
	void tooLargeIsRefused() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> FloatImages.create(30000, 30000, 3)).getMessage();
		assertTrue(message.contains("does not fit"), message);
	}

	@Test
	void arraysOfEveryKindOfImage() {
		final float[] values = new float[24];
		final Random random = new Random(2);
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextFloat();
		final Img<FloatType> direct = FloatImages.create(4, 2, 3);
		final Img<FloatType> array = ArrayImgs.floats(4, 2, 3);
		final RandomAccessibleInterval<FloatType> view = Views.permute(ArrayImgs
			.floats(3, 2, 4), 0, 2);
		FloatImages.fill(values, direct);
		FloatImages.fill(values, array);
		FloatImages.fill(values, view);
		assertArrayEquals(values, FloatImages.toArray(direct));
		assertArrayEquals(values, FloatImages.toArray(array));
		assertArrayEquals(values, FloatImages.toArray(view));
		assertEquals(values[4 + 1], view.getAt(1, 1, 0).get());
		assertThrows(IllegalArgumentException.class, () -> FloatImages.fill(
			new float[23], direct));
	}

	@Test
	void aPartOfAPhotographGoesIntoATensorAndBack() {
		final int[] pixels = new Random(3).ints(9 * 8).toArray();
		final int[] before = pixels.clone();
		final RgbPlane photo = RgbPlanes.argb(pixels, 9, 8);
		final Img<FloatType> part = FloatImages.create(4, 3, 3);
		FloatImages.copy(photo, 2, 1, part);
		assertEquals((pixels[1 * 9 + 2] >> 8 & 0xff) / 255f, part.getAt(0, 0, 1)
			.get(), 1e-7);
		Arrays.fill(pixels, 0x01000000);
		FloatImages.copy(part, photo, 2, 1);
		for (int y = 0; y < 8; y++)
			for (int x = 0; x < 9; x++) {
				final boolean inside = x >= 2 && x < 6 && y >= 1 && y < 4;
				assertEquals(inside ? before[y * 9 + x] & 0xffffff : 0, pixels[y * 9 +
					x] & 0xffffff);
			}
	}
}
