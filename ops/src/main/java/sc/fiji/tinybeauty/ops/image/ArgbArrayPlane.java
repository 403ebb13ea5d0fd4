package sc.fiji.tinybeauty.ops.image;

/** A 24-bit photograph in an array of packed alpha, red, green and blue. */
final class ArgbArrayPlane implements RgbPlane {

	/** As many 8-bit values as fit, summed up, into 16 bits. */
	private static final int MOST_ROWS = 257;

	private final int[] argb;
	private final int width;
	private final int height;

	ArgbArrayPlane(final int[] argb, final int width, final int height) {
		PlaneSize.require(width, height, argb.length);
		this.argb = argb;
		this.width = width;
		this.height = height;
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	@Override
	public void read(final int x, final int y, final int n, final float[] rgb) {
		final int start = y * width + x;
		for (int i = 0; i < n; i++) {
			final int p = argb[start + i];
			rgb[i] = (p >> 16 & 0xff) * Argb.UNIT;
			rgb[n + i] = (p >> 8 & 0xff) * Argb.UNIT;
			rgb[2 * n + i] = (p & 0xff) * Argb.UNIT;
		}
	}

	@Override
	public void write(final int x, final int y, final int n, final float[] rgb) {
		final int start = y * width + x;
		for (int i = 0; i < n; i++)
			argb[start + i] = argb[start + i] & 0xff000000 | Argb.pack(rgb[i], rgb[n +
				i], rgb[2 * n + i]);
	}

	/**
	 * Red and blue are added in the two halves of one integer, which the
	 * compiler turns into vector code: several times faster than by floats.
	 */
	@Override
	public void sum(final int x, final int y, final int n, final int rows,
		final float[] sums)
	{
		final int[] redBlue = new int[n];
		final int[] green = new int[n];
		for (int i = 0; i < 3 * n; i++)
			sums[i] = 0;
		for (int done = 0; done < rows; done += MOST_ROWS) {
			final int part = Math.min(MOST_ROWS, rows - done);
			for (int r = 0; r < part; r++)
				addRow((y + done + r) * width + x, redBlue, green);
			for (int i = 0; i < n; i++) {
				sums[i] += (redBlue[i] >>> 16) * Argb.UNIT;
				sums[n + i] += green[i] * Argb.UNIT;
				sums[2 * n + i] += (redBlue[i] & 0xffff) * Argb.UNIT;
				redBlue[i] = 0;
				green[i] = 0;
			}
		}
	}

	private void addRow(final int start, final int[] redBlue, final int[] green) {
		for (int i = 0; i < redBlue.length; i++) {
			final int p = argb[start + i];
			redBlue[i] += p & 0xff00ff;
			green[i] += p >> 8 & 0xff;
		}
	}
}
