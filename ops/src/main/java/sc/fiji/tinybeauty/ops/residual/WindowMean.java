package sc.fiji.tinybeauty.ops.residual;

/**
 * Mean over square windows that end at the image's border. Sums are formed
 * anew for each window: where everything is 0, the mean is exactly 0.
 */
final class WindowMean {

	private final int width;
	private final int height;
	private final int radius;

	WindowMean(final int width, final int height, final int radius) {
		this.width = width;
		this.height = height;
		this.radius = radius;
	}

	float[] of(final float[] plane) {
		final float[] rows = new float[plane.length];
		final float[] mean = new float[plane.length];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				rows[y * width + x] = mean(plane, y * width, 1, x, width);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				mean[y * width + x] = mean(rows, x, width, y, height);
		return mean;
	}

	private float mean(final float[] values, final int start, final int step,
		final int at, final int size)
	{
		final int from = Math.max(0, at - radius);
		final int to = Math.min(size - 1, at + radius);
		float sum = 0;
		for (int i = from; i <= to; i++)
			sum += values[start + i * step];
		return sum / (to - from + 1);
	}
}
