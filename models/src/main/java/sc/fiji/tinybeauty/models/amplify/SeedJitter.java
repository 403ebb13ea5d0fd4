package sc.fiji.tinybeauty.models.amplify;

import java.util.SplittableRandom;

import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * A seed pair in another framing and light, the same for both pictures: shifted,
 * scaled, turned, mirrored if wanted; gain, gamma and tint of the light.
 */
final class SeedJitter {

	private static final int N = ResidualDiffusion.SIZE, PIXELS = N * N;
	/** Largest turn, degrees; logarithm of scale; shift, pixels. */
	private static final double TURN = 8, SCALE = 0.08, SHIFT = 8;
	/** Largest logarithms of gain, gamma and tint. */
	private static final double GAIN = 0.15, GAMMA = 0.15, TINT = 0.05;

	private SeedJitter() {}

	/**
	 * @param seed a pair
	 * @param mirror whether to swap left and right
	 * @param random source of chance
	 * @return the changed pair
	 */
	static SeedPair draw(final SeedPair seed, final boolean mirror,
		final SplittableRandom random)
	{
		final double angle = Math.toRadians(uniform(random, TURN));
		final double scale = Math.exp(uniform(random, SCALE));
		final double a = scale * Math.cos(angle), b = scale * Math.sin(angle);
		final double dx = uniform(random, SHIFT), dy = uniform(random, SHIFT);
		final SeedPair start = mirror ? mirror(seed) : seed;
		final float[] xy = start.landmarks().toArray();
		for (int i = 0; i < xy.length; i += 2) {
			final double x = xy[i] - N / 2.0, y = xy[i + 1] - N / 2.0;
			xy[i] = (float) (N / 2.0 + dx + a * x - b * y);
			xy[i + 1] = (float) (N / 2.0 + dy + b * x + a * y);
		}
		final double[] light = { uniform(random, GAIN), uniform(random, GAMMA),
			uniform(random, TINT), uniform(random, TINT), uniform(random, TINT) };
		return new SeedPair(seed.name(), relit(moved(start.bare(), a, b, dx, dy),
			light), relit(moved(start.made(), a, b, dx, dy), light), new Landmarks(xy));
	}

	private static double uniform(final SplittableRandom random,
		final double limit)
	{
		return (2 * random.nextDouble() - 1) * limit;
	}

	/** Resamples bilinearly; the border is repeated. */
	private static float[] moved(final float[] picture, final double a,
		final double b, final double dx, final double dy)
	{
		final float[] out = new float[picture.length];
		final double norm = a * a + b * b;
		for (int i = 0; i < PIXELS; i++) {
			final double x = i % N + 0.5 - N / 2.0 - dx, y = i / N + 0.5 - N / 2.0 - dy;
			final float sx = (float) (N / 2.0 + (a * x + b * y) / norm);
			final float sy = (float) (N / 2.0 + (a * y - b * x) / norm);
			for (int c = 0; c < 3 * PIXELS; c += PIXELS)
				out[c + i] = ExemplarAlignment.bilinear(picture, c, sx, sy);
		}
		return out;
	}

	private static float[] relit(final float[] picture, final double[] light) {
		final double gamma = Math.exp(light[1]);
		for (int c = 0; c < 3; c++) {
			final double gain = Math.exp(light[0] + light[2 + c]);
			for (int i = c * PIXELS; i < (c + 1) * PIXELS; i++)
				picture[i] = (float) Math.min(1, gain * Math.pow(picture[i], gamma));
		}
		return picture;
	}

	/** @return the pair with left and right swapped */
	static SeedPair mirror(final SeedPair seed) {
		return new SeedPair(seed.name(), mirror(seed.bare()), mirror(seed.made()),
			seed.landmarks().mirrored(N));
	}

	/** @return the planes with left and right swapped */
	static float[] mirror(final float[] picture) {
		final float[] out = new float[picture.length];
		for (int i = 0; i < out.length; i++)
			out[i] = picture[i - i % N + N - 1 - i % N];
		return out;
	}
}
