package sc.fiji.tinybeauty.ops.image;

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
}
