package sc.fiji.tinybeauty.models.train;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Pictures without a face, on which the right residual is zero: magnified parts
 * of a picture that carry no make-up (hair, clothes, background, plain skin),
 * the same cut into shuffled tiles, and smooth coloured noise.
 */
final class HardNegatives {

	/** Largest 8-bit difference of bare and made that still counts as none. */
	private static final int NONE = 2;

	private HardNegatives() {}

	/** Fills {@code sample} with a picture that needs no make-up. */
	static void fill(final Sample sample, final Pair pair,
		final SplittableRandom random)
	{
		final int kind = random.nextInt(4);
		if (kind == 0 || !cut(sample, pair, random)) texture(sample, random);
		else if (kind == 1) shuffle(sample, random);
		Arrays.fill(sample.residual, 0);
		Arrays.fill(sample.eyes, 0);
		sample.weigh();
	}

	private static boolean cut(final Sample sample, final Pair pair,
		final SplittableRandom random)
	{
		final int size = pair.size();
		for (int attempt = 0; attempt < 12; attempt++) {
			final int side = size / 8 + random.nextInt(size / 4);
			final int x = random.nextInt(size - side), y = random.nextInt(size - side);
			if (!clean(pair, x, y, side)) continue;
			final Augmentation a = Augmentation.draw(random, size, sample.window);
			final double zoom = (side - 1.0) / sample.window;
			final double flip = random.nextInt(2) == 0 ? 1 : -1;
			a.toPicture[0] = zoom;
			a.toPicture[1] = a.toPicture[3] = 0;
			a.toPicture[2] = x;
			a.toPicture[4] = flip * zoom;
			a.toPicture[5] = flip > 0 ? y : y + side - 1.0;
			sample.fill(pair, a, random);
			return true;
		}
		return false;
	}

	private static boolean clean(final Pair pair, final int x, final int y,
		final int side)
	{
		final byte[] bare = pair.bare(), made = pair.made();
		for (int j = y; j < y + side; j++)
			for (int i = 3 * (j * pair.size() + x), end = i + 3 * side; i < end; i++)
				if (Math.abs((bare[i] & 255) - (made[i] & 255)) > NONE) return false;
		return true;
	}

	private static void shuffle(final Sample sample,
		final SplittableRandom random)
	{
		final int n = sample.window, tile = n / 4, pixels = n * n;
		final float[] old = sample.input.clone();
		for (int t = 0; t < 16; t++) {
			final int from = random.nextInt(16);
			for (int c = 0; c < 3; c++)
				for (int y = 0; y < tile; y++)
					System.arraycopy(old, c * pixels + (from / 4 * tile + y) * n + from %
						4 * tile, sample.input, c * pixels + (t / 4 * tile + y) * n + t % 4 *
							tile, tile);
		}
	}

	private static void texture(final Sample sample,
		final SplittableRandom random)
	{
		final int n = sample.window, grid = 3 + random.nextInt(14);
		for (int c = 0; c < 3; c++) {
			final float base = (float) random.nextDouble();
			final float contrast = (float) (0.5 * random.nextDouble());
			final float[] knots = new float[(grid + 1) * (grid + 1)];
			for (int i = 0; i < knots.length; i++)
				knots[i] = base + contrast * (float) (2 * random.nextDouble() - 1);
			for (int y = 0; y < n; y++)
				for (int x = 0; x < n; x++)
					sample.input[(c * n + y) * n + x] = Math.min(1, Math.max(0, at(knots,
						grid, x * (float) grid / n, y * (float) grid / n)));
		}
	}

	private static float at(final float[] knots, final int grid, final float x,
		final float y)
	{
		final int i = (int) x, j = (int) y, o = j * (grid + 1) + i;
		final float fx = x - i, fy = y - j;
		final float top = knots[o] + fx * (knots[o + 1] - knots[o]);
		final float low = knots[o + grid + 1] + fx * (knots[o + grid + 2] - knots[o +
			grid + 1]);
		return top + fy * (low - top);
	}
}
