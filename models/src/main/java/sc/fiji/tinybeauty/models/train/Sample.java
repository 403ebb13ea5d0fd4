package sc.fiji.tinybeauty.models.train;

import java.util.SplittableRandom;

/**
 * One training example as planar floats (channel, row, column): the input
 * picture, the residual to be learnt, the weight of each pixel, and the eye
 * mask. Reused from draw to draw; not for several threads.
 */
final class Sample {

	/** Largest channel difference from which a pixel counts as made up, 0..1. */
	static final float MADE_UP = 0.04f;

	final int window;
	final float[] input;
	final float[] residual;
	final float[] weight;
	final float[] eyes;
	private float emphasis;

	/** @param window side in pixels */
	Sample(final int window) {
		final int pixels = window * window;
		this.window = window;
		input = new float[3 * pixels];
		residual = new float[3 * pixels];
		weight = new float[pixels];
		eyes = new float[pixels];
	}

	/** @param extra weight of made-up pixels over the others from now on */
	void setEmphasis(final double extra) {
		emphasis = (float) extra;
	}

	/** Fills this sample from a pair; outside the picture it is mirrored. */
	void fill(final Pair pair, final Augmentation a,
		final SplittableRandom random)
	{
		final double[] m = a.toPicture;
		for (int y = 0; y < window; y++)
			for (int x = 0; x < window; x++)
				read(pair, a.light, m[0] * x + m[1] * y + m[2], m[3] * x + m[4] * y +
					m[5], y * window + x);
		spoil(a, random);
		weigh();
	}

	private void read(final Pair pair, final float[][] light, final double px,
		final double py, final int at)
	{
		final int size = pair.size();
		final int x = (int) Math.floor(px), y = (int) Math.floor(py);
		final float fx = (float) (px - x), fy = (float) (py - y);
		final int x0 = mirror(x, size), x1 = mirror(x + 1, size);
		final int y0 = mirror(y, size) * size, y1 = mirror(y + 1, size) * size;
		final float w00 = (1 - fx) * (1 - fy), w10 = fx * (1 - fy);
		final float w01 = (1 - fx) * fy, w11 = fx * fy;
		final byte[] bare = pair.bare(), made = pair.made(), mask = pair.eyes();
		final int pixels = window * window;
		for (int c = 0; c < 3; c++) {
			final float[] l = light[c];
			final int i00 = 3 * (y0 + x0) + c, i10 = 3 * (y0 + x1) + c;
			final int i01 = 3 * (y1 + x0) + c, i11 = 3 * (y1 + x1) + c;
			final float before = w00 * l[bare[i00] & 255] + w10 * l[bare[i10] & 255] +
				w01 * l[bare[i01] & 255] + w11 * l[bare[i11] & 255];
			final float after = w00 * l[made[i00] & 255] + w10 * l[made[i10] & 255] +
				w01 * l[made[i01] & 255] + w11 * l[made[i11] & 255];
			input[c * pixels + at] = before;
			residual[c * pixels + at] = after - before;
		}
		eyes[at] = mask.length == 0 ? 0 : (w00 * (mask[y0 + x0] & 255) + w10 *
			(mask[y0 + x1] & 255) + w01 * (mask[y1 + x0] & 255) + w11 * (mask[y1 +
				x1] & 255)) / 255;
	}

	/** Noise and blur change what the network sees, not what it shall answer. */
	private void spoil(final Augmentation a, final SplittableRandom random) {
		if (a.soft) for (int c = 0; c < 3; c++)
			soften(c * window * window);
		if (a.noise > 0) {
			final float spread = (float) (a.noise * Math.sqrt(12) / 2);
			for (int i = 0; i < input.length; i++) {
				// The sum of two uniform numbers is near enough to a bell.
				final int bits = random.nextInt();
				input[i] += spread * 0.7071f * ((bits & 0xffff) + (bits >>> 16) -
					65535) / 32768f;
			}
		}
	}

	private void soften(final int offset) {
		final float[] row = new float[window];
		for (int y = 0; y < window; y++) {
			final int o = offset + y * window;
			for (int x = 0; x < window; x++)
				row[x] = (input[o + Math.max(0, x - 1)] + 2 * input[o + x] + input[o +
					Math.min(window - 1, x + 1)]) / 4;
			System.arraycopy(row, 0, input, o, window);
		}
		for (int x = 0; x < window; x++) {
			for (int y = 0; y < window; y++)
				row[y] = (input[offset + Math.max(0, y - 1) * window + x] + 2 *
					input[offset + y * window + x] + input[offset + Math.min(window - 1,
						y + 1) * window + x]) / 4;
			for (int y = 0; y < window; y++)
				input[offset + y * window + x] = row[y];
		}
	}

	/** Weight 1 without make-up, rising to 1 + emphasis at {@link #MADE_UP}. */
	void weigh() {
		final int pixels = window * window;
		for (int i = 0; i < pixels; i++) {
			final float largest = Math.max(Math.abs(residual[i]), Math.max(Math.abs(
				residual[pixels + i]), Math.abs(residual[2 * pixels + i])));
			weight[i] = 1 + emphasis * Math.min(1, largest / MADE_UP);
		}
	}

	static int mirror(final int i, final int size) {
		int k = i < 0 ? -1 - i : i;
		k %= 2 * size;
		return k < size ? k : 2 * size - 1 - k;
	}
}
