package sc.fiji.tinybeauty.ops.image;

import java.util.Arrays;

/**
 * One plane of a photograph, read and written by rows as red, green and blue
 * (sRGB-encoded, 0..1), whatever kind of image holds it.
 * <p>
 * A row segment of {@code n} pixels is planar: {@code rgb[i]} is red,
 * {@code rgb[n + i]} green and {@code rgb[2 * n + i]} blue of pixel
 * {@code x + i}. Several threads may read, and may write different rows.
 * </p>
 */
public interface RgbPlane {

	/** @return width in pixels */
	int width();

	/** @return height in pixels */
	int height();

	/**
	 * Reads {@code n} pixels of row {@code y} from column {@code x} on.
	 *
	 * @param x first column, 0..width-n
	 * @param y row, 0..height-1
	 * @param n number of pixels
	 * @param rgb receives 3n values; not limited to 0..1 where the image holds
	 *          values outside its display range
	 */
	void read(int x, int y, int n, float[] rgb);

	/**
	 * Writes {@code n} pixels of row {@code y} from column {@code x} on. Values
	 * are clamped and rounded to what the image can hold.
	 *
	 * @param x first column, 0..width-n
	 * @param y row, 0..height-1
	 * @param n number of pixels
	 * @param rgb 3n values
	 */
	void write(int x, int y, int n, float[] rgb);

	/**
	 * Adds up {@code rows} rows, starting at row {@code y}: the first half of
	 * averaging over an area.
	 *
	 * @param x first column, 0..width-n
	 * @param y first row, 0..height-rows
	 * @param n number of pixels of each row
	 * @param rows number of rows
	 * @param sums receives 3n values, laid out as by {@link #read}
	 */
	default void sum(final int x, final int y, final int n, final int rows,
		final float[] sums)
	{
		final float[] row = new float[3 * n];
		Arrays.fill(sums, 0, 3 * n, 0f);
		for (int r = 0; r < rows; r++) {
			read(x, y + r, n, row);
			for (int i = 0; i < 3 * n; i++)
				sums[i] += row[i];
		}
	}

	/**
	 * Averages a row of square blocks of pixels.
	 *
	 * @param x first column, 0..width-n*block
	 * @param y first row, 0..height-block
	 * @param block side of a block in pixels
	 * @param n number of blocks
	 * @param means receives 3n values, laid out as by {@link #read}
	 */
	default void average(final int x, final int y, final int block, final int n,
		final float[] means)
	{
		final float[] sums = new float[3 * n * block];
		sum(x, y, n * block, block, sums);
		final float unit = 1f / (block * block);
		for (int i = 0; i < 3 * n; i++) {
			float sum = 0;
			for (int k = i * block; k < (i + 1) * block; k++)
				sum += sums[k];
			means[i] = sum * unit;
		}
	}
}
