package sc.fiji.tinybeauty.models.train;

import java.util.SplittableRandom;

import sc.fiji.tinybeauty.ops.metric.MakeupMask;

/**
 * One training example as planar floats (channel, row, column): the input
 * picture, the residual to be learnt, the weight of each pixel, and the eye
 * mask. Reused from draw to draw; not for several threads.
 */
final class Sample {

	/** Largest channel difference from which a pixel counts as made up, 0..1. */
	static final float MADE_UP = MakeupMask.THRESHOLD;

	final int window;
	final float[] input;
	final float[] residual;
	final float[] weight;
	final float[] eyes;
	private float emphasis;
	private int i00, i10, i01, i11;
	private double weightSum, idleAbsolute, idleSquared, eyeSum;

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
		final int inside = pair.size() - 1;
		for (int y = 0; y < window; y++)
			for (int x = 0; x < window; x++) {
				final double px = m[0] * x + m[1] * y + m[2];
				final double py = m[3] * x + m[4] * y + m[5];
				final int ix = (int) Math.floor(px), iy = (int) Math.floor(py);
				place(ix, iy, pair.size(), ix >= 0 && iy >= 0 && ix < inside &&
					iy < inside);
				read(pair, a.light, (float) (px - ix), (float) (py - iy), y * window +
					x);
			}
		if (a.grey > 0) {
			fade(input, a.grey);
			fade(residual, a.grey);
		}
		spoil(a, random);
		weigh();
	}

	/** Takes colour away; linear, so that it may work on differences. */
	private static void fade(final float[] planar, final float grey) {
		final int pixels = planar.length / 3;
		for (int i = 0; i < pixels; i++) {
			final float luma = 0.299f * planar[i] + 0.587f * planar[pixels + i] +
				0.114f * planar[2 * pixels + i];
			for (int k = i; k < planar.length; k += pixels)
				planar[k] += grey * (luma - planar[k]);
		}
	}

	/** Finds the four pixels around a point; remainders are slow, and rare. */
	private void place(final int x, final int y, final int size,
		final boolean inside)
	{
		if (inside) {
			i00 = y * size + x;
			i10 = i00 + 1;
			i01 = i00 + size;
			i11 = i01 + 1;
			return;
		}
		final int x0 = mirror(x, size), x1 = mirror(x + 1, size);
		final int y0 = mirror(y, size) * size, y1 = mirror(y + 1, size) * size;
		i00 = y0 + x0;
		i10 = y0 + x1;
		i01 = y1 + x0;
		i11 = y1 + x1;
	}

	private void read(final Pair pair, final float[][] light, final float fx,
		final float fy, final int at)
	{
		final float w00 = (1 - fx) * (1 - fy), w10 = fx * (1 - fy);
		final float w01 = (1 - fx) * fy, w11 = fx * fy;
		final byte[] bare = pair.bare(), mask = pair.eyes();
		final int pixels = window * window;
		for (int c = 0; c < 3; c++)
			input[c * pixels + at] = mix(bare, light[c], c, w00, w10, w01, w11);
		final boolean painted = pair.changed(i00) || pair.changed(i10) || pair
			.changed(i01) || pair.changed(i11);
		for (int c = 0; c < 3; c++)
			residual[c * pixels + at] = !painted ? 0 : mix(pair.made(), light[c], c,
				w00, w10, w01, w11) - input[c * pixels + at];
		eyes[at] = mask.length == 0 ? 0 : (w00 * (mask[i00] & 255) + w10 *
			(mask[i10] & 255) + w01 * (mask[i01] & 255) + w11 * (mask[i11] & 255)) /
			255;
	}

	private float mix(final byte[] rgb, final float[] light, final int c,
		final float w00, final float w10, final float w01, final float w11)
	{
		return w00 * light[rgb[3 * i00 + c] & 255] + w10 * light[rgb[3 * i10 + c] &
			255] + w01 * light[rgb[3 * i01 + c] & 255] + w11 * light[rgb[3 * i11 +
				c] & 255];
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
		weightSum = idleAbsolute = idleSquared = eyeSum = 0;
		for (int i = 0; i < pixels; i++) {
			final float r = Math.abs(residual[i]);
			final float g = Math.abs(residual[pixels + i]);
			final float b = Math.abs(residual[2 * pixels + i]);
			final float largest = Math.max(r, Math.max(g, b));
			final float w = 1 + emphasis * Math.min(1, largest / MADE_UP);
			weight[i] = w;
			weightSum += w;
			eyeSum += eyes[i];
			if (largest == 0) continue;
			idleAbsolute += w * (r + g + b);
			idleSquared += w * (r * r + g * g + b * b);
		}
	}

	/**
	 * @return sums of the weights, of the eye mask, of weight times size of the
	 *         residual, of weight times its square
	 */
	double[] sums() {
		return new double[] { weightSum, eyeSum, idleAbsolute, idleSquared };
	}

	static int mirror(final int i, final int size) {
		int k = i < 0 ? -1 - i : i;
		k %= 2 * size;
		return k < size ? k : 2 * size - 1 - k;
	}
}
