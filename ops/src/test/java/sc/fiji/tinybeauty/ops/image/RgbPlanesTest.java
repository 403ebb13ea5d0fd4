package sc.fiji.tinybeauty.ops.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RgbPlanesTest {

	private static final int W = 7, H = 5;

	static Stream<Arguments> kinds() {
		final Random random = new Random(1);
		final Img<ARGBType> array = ArrayImgs.argbs(W, H);
		array.forEach(p -> p.set(random.nextInt()));
		final Img<ARGBType> planar = PlanarImgs.argbs(W, H);
		planar.forEach(p -> p.set(random.nextInt()));
		final Img<ARGBType> large = ArrayImgs.argbs(W + 4, H + 3);
		large.forEach(p -> p.set(random.nextInt()));
		final RandomAccessibleInterval<ARGBType> view = Views.interval(large,
			new long[] { 2, 1 }, new long[] { W + 1, H });
		final var grey8 = fill(ArrayImgs.unsignedBytes(W, H), 255, random);
		final var index = fill(ArrayImgs.unsignedBytes(W, H), 255, random);
		final var grey16 = fill(ArrayImgs.unsignedShorts(W, H), 65535, random);
		final var grey32 = fill(ArrayImgs.floats(W, H), 1000, random);
		final var rgb16 = fill(ArrayImgs.unsignedShorts(W, H, 3), 4095, random);
		final var rgb32 = fill(ArrayImgs.floats(W, H, 3), 1, random);
		final var direct = fill(FloatImages.create(W, H, 3), 1, random);
		final int[] table = random.ints(256).toArray();
		return Stream.of( //
			Arguments.of("argb array", array, RgbPlanes.argb(array)), //
			Arguments.of("argb planar", planar, RgbPlanes.argb(planar)), //
			Arguments.of("argb view", large, RgbPlanes.argb(view)), //
			Arguments.of("grey 8", grey8, RgbPlanes.grey(grey8, 0, 255)), //
			Arguments.of("indexed", index, RgbPlanes.indexed(index, table)), //
			Arguments.of("grey 16", grey16, RgbPlanes.grey(grey16, 100, 4000)), //
			Arguments.of("grey 32", grey32, RgbPlanes.grey(grey32, -5, 900)), //
			Arguments.of("rgb 16", rgb16, RgbPlanes.channels(rgb16, new double[] { 0,
				10, 20 }, new double[] { 4095, 3000, 65535 })), //
			Arguments.of("rgb 32", rgb32, RgbPlanes.channels(rgb32, new double[3],
				new double[] { 1, 2, 3 })), //
			Arguments.of("tensor", direct, RgbPlanes.tensor(direct)));
	}

	private static <T extends RealType<T>> Img<T> fill(final Img<T> image,
		final double max, final Random random)
	{
		image.forEach(p -> p.setReal(Math.floor(random.nextDouble() * (max + 1))));
		return image;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("kinds")
	void whatIsReadCanBeWrittenBack(final String kind, final Img<?> image,
		final RgbPlane plane)
	{
		assertEquals(W, plane.width());
		assertEquals(H, plane.height());
		final double[] before = values(image);
		final float[][] rows = new float[H][3 * W];
		for (int y = 0; y < H; y++)
			plane.read(0, y, W, rows[y]);
		for (int y = 0; y < H; y++)
			plane.write(0, y, W, rows[y]);
		assertArrayEquals(before, values(image), 1e-4, kind);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("kinds")
	void writingChangesJustThePixelsMeant(final String kind, final Img<?> image,
		final RgbPlane plane)
	{
		final float[][] rows = new float[H][3 * W];
		for (int y = 0; y < H; y++)
			plane.read(0, y, W, rows[y]);
		final float[] two = { 0.2f, 0.9f, 0.4f, 0.7f, 0.6f, 0.3f };
		plane.write(3, 2, 2, two);
		final float[] row = new float[3 * W];
		int changed = 0;
		for (int y = 0; y < H; y++) {
			plane.read(0, y, W, row);
			for (int x = 0; x < W; x++)
				for (int c = 0; c < 3; c++) {
					final boolean meant = y == 2 && (x == 3 || x == 4);
					final boolean same = row[c * W + x] == rows[y][c * W + x];
					assertTrue(same || meant, kind + " at " + x + "," + y);
					if (!same) changed++;
				}
		}
		assertTrue(changed > 0, kind);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("kinds")
	void sumOfRowsIsTheirSum(final String kind, final Img<?> image,
		final RgbPlane plane)
	{
		final float[] sums = new float[3 * 4], row = new float[3 * 4];
		final float[] expected = new float[3 * 4];
		for (int y = 1; y < 4; y++) {
			plane.read(2, y, 4, row);
			for (int i = 0; i < row.length; i++)
				expected[i] += row[i];
		}
		plane.sum(2, 1, 4, 3, sums);
		assertArrayEquals(expected, sums, 1e-4f);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("kinds")
	void averageOfBlocksIsTheirMean(final String kind, final Img<?> image,
		final RgbPlane plane)
	{
		final float[] means = new float[3 * 3], row = new float[3 * 6];
		final float[] expected = new float[3 * 3];
		for (int y = 1; y < 3; y++) {
			plane.read(1, y, 6, row);
			for (int i = 0; i < row.length; i++)
				expected[i / 2] += row[i] / 4;
		}
		plane.average(1, 1, 2, 3, means);
		assertArrayEquals(expected, means, 1e-4f);
	}

	private static double[] values(final Img<?> image) {
		final double[] values = new double[(int) image.size()];
		final Cursor<?> cursor = image.cursor();
		for (int i = 0; i < values.length; i++) {
			final Object value = cursor.next();
			values[i] = value instanceof ARGBType argb ? argb.get()
				: ((RealType<?>) value).getRealDouble();
		}
		return values;
	}

	@Test
	void sumsOfManyBrightRowsDoNotOverflow() {
		final int[] white = new int[3 * 1000];
		Arrays.fill(white, -1);
		final float[] sums = new float[9];
		RgbPlanes.argb(white, 3, 1000).sum(0, 0, 3, 1000, sums);
		for (final float v : sums)
			assertEquals(1000, v, 0.01);
		RgbPlanes.argb(white, 30, 100).average(0, 0, 16, 1, sums);
		assertEquals(1, sums[2], 1e-5);
		RgbPlanes.argb(white, 30, 100).average(0, 0, 30, 1, sums);
		assertEquals(1, sums[0], 1e-5);
	}

	@Test
	void colourOrderIsRedGreenBlueAndAlphaStays() {
		final int[] pixel = { 0x7f112233 };
		final RgbPlane plane = RgbPlanes.argb(pixel, 1, 1);
		final float[] rgb = new float[3];
		plane.read(0, 0, 1, rgb);
		assertArrayEquals(new float[] { 0x11 / 255f, 0x22 / 255f, 0x33 / 255f },
			rgb, 1e-7f);
		plane.write(0, 0, 1, new float[] { 1.5f, -1, Float.NaN });
		assertEquals(0x7fff0000, pixel[0]);
	}

	@Test
	void notANumberReadsAsMinimum() {
		final var image = ArrayImgs.floats(new float[] { Float.NaN, 10 }, 2, 1);
		final float[] rgb = new float[6];
		RgbPlanes.grey(image, 5, 15).read(0, 0, 2, rgb);
		assertArrayEquals(new float[] { 0, 0.5f, 0, 0.5f, 0, 0.5f }, rgb, 0);
	}

	@Test
	void valuesBeyondTheDisplayRangeSurvive() {
		final var image = ArrayImgs.unsignedShorts(new short[] { 5000, 10 }, 2, 1);
		final RgbPlane plane = RgbPlanes.grey(image, 100, 4000);
		final float[] rgb = new float[6];
		plane.read(0, 0, 2, rgb);
		assertTrue(rgb[0] > 1 && rgb[1] < 0);
		plane.write(0, 0, 2, rgb);
		assertArrayEquals(new double[] { 5000, 10 }, values(image), 0);
	}

	@Test
	void integersAreLimitedNotWrapped() {
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(1, 1);
		final RgbPlane plane = RgbPlanes.grey(image, 0, 200);
		plane.write(0, 0, 1, new float[] { 2, 2, 2 });
		assertEquals(255, image.firstElement().get());
		plane.write(0, 0, 1, new float[] { -2, -2, -2 });
		assertEquals(0, image.firstElement().get());
	}

	@Test
	void nearestColourOfATableIsChosen() {
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(1, 1);
		final RgbPlane plane = RgbPlanes.indexed(image, new int[] { 0, 0xff0000,
			0x00ff00, 0x00ff00 });
		plane.write(0, 0, 1, new float[] { 0.1f, 0.8f, 0.1f });
		assertEquals(2, image.firstElement().get());
		image.firstElement().set(3);
		plane.write(0, 0, 1, new float[] { 0, 1, 0 });
		assertEquals(3, image.firstElement().get(), "an equal colour stays");
	}

	@Test
	void wrongImagesAreRefusedInOneSentence() {
		refused("3 channels", () -> RgbPlanes.channels(ArrayImgs.floats(2, 2, 4),
			new double[3], new double[] { 1, 1, 1 }));
		refused("empty", () -> RgbPlanes.grey(ArrayImgs.floats(2, 2), 1, 1));
		refused("axes", () -> RgbPlanes.grey(ArrayImgs.floats(2, 2, 2), 0, 1));
		refused("needs more", () -> RgbPlanes.argb(new int[3], 2, 2));
		refused("2147483647", () -> PlaneSize.require(65536, 32768));
		refused("2147483647", () -> RgbPlanes.argb(Views.interval(Views
			.extendBorder(ArrayImgs.argbs(2, 2)), new long[2], new long[] { 65535,
				32767 })));
		PlaneSize.require(65536, 32767);
	}

	private static void refused(final String word, final Runnable call) {
		final String message = assertThrows(IllegalArgumentException.class,
			call::run).getMessage();
		assertTrue(message.contains(word), message);
	}
}
