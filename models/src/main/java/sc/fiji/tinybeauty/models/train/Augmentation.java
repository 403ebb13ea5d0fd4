package sc.fiji.tinybeauty.models.train;

import java.util.SplittableRandom;

/**
 * One random draw of framing and light, applied to bare and made-up picture
 * alike, so that their difference stays the make-up. A crop may come out shifted
 * by 15 % of its side, scaled by 0.8 to 1.25, turned by 20 degrees and mirrored;
 * three crops of four stay close to the framing that face finding gives. Light
 * changes in brightness, contrast, gamma and colour. A few pictures lose colour,
 * some all of it: their make-up is grey too, so that an old photograph does not
 * get red lips.
 */
final class Augmentation {

	/** Row-major 2x3 matrix from window pixels to picture pixels (indices). */
	final double[] toPicture;
	/** Value of a channel (0..1) by channel and 8-bit value of the picture. */
	final float[][] light;
	/** Standard deviation of noise added to the input only, 0..1 scale. */
	final double noise;
	/** Whether the input alone is softened by a 3x3 binomial filter. */
	final boolean soft;

	/** How much of the colour is gone, 0..1. */
	final float grey;

	private Augmentation(final double[] toPicture, final float[][] light,
		final double noise, final boolean soft, final float grey)
	{
		this.toPicture = toPicture;
		this.light = light;
		this.noise = noise;
		this.soft = soft;
		this.grey = grey;
	}

	/** @return the identity at the given window, for tests and previews */
	static Augmentation none(final double offsetX, final double offsetY) {
		return new Augmentation(new double[] { 1, 0, offsetX, 0, 1, offsetY },
			identityLight(), 0, false, 0);
	}

	/**
	 * @param random source of chance
	 * @param size side of the picture, pixels
	 * @param window side of the part to be seen, pixels, at most {@code size}
	 */
	static Augmentation draw(final SplittableRandom random, final int size,
		final int window)
	{
		final double wide = random.nextInt(4) == 0 ? 1 : 0.2;
		final double scale = Math.exp(wide * uniform(random, 0.223));
		final double angle = wide * Math.toRadians(uniform(random, 20));
		final double shiftX = wide * uniform(random, 0.15) * size;
		final double shiftY = wide * uniform(random, 0.15) * size;
		final double mirror = random.nextInt(2) == 0 ? 1 : -1;
		// Faces sit a little below the middle of the frame: so do the windows.
		final double slack = (size - window) / 2.0;
		final double windowX = slack + uniform(random, slack / 2);
		final double windowY = 1.3 * slack + uniform(random, slack / 2);
		final double c = Math.cos(angle) * scale, s = Math.sin(angle) * scale;
		final double centre = (size - 1) / 2.0;
		final double x0 = windowX - centre, y0 = windowY - centre;
		final double[] m = { mirror * c, mirror * -s, centre + shiftX + mirror * (c *
			x0 - s * y0), s, c, centre + shiftY + s * x0 + c * y0 };
		final double noise = random.nextInt(4) == 0 ? 0.02 * random.nextDouble() : 0;
		final float grey = random.nextInt(25) > 0 ? 0 : (float) Math.min(1, 1.5 *
			random.nextDouble());
		return new Augmentation(m, light(random), noise, random.nextInt(10) == 0,
			grey);
	}

	private static float[][] light(final SplittableRandom random) {
		final int kind = random.nextInt(20);
		if (kind < 8) return identityLight();
		final double strength = kind < 17 ? 0.4 : 1;
		final double gain = Math.exp(strength * uniform(random, 0.3));
		final double gamma = Math.exp(strength * uniform(random, 0.35));
		final float[][] light = new float[3][256];
		for (int channel = 0; channel < 3; channel++) {
			final double tint = Math.exp(strength * uniform(random, 0.2));
			for (int v = 0; v < 256; v++)
				light[channel][v] = (float) Math.min(1, gain * tint * Math.pow(v /
					255.0, gamma));
		}
		return light;
	}

	private static float[][] identityLight() {
		final float[][] light = new float[3][256];
		for (int v = 0; v < 256; v++)
			light[0][v] = light[1][v] = light[2][v] = v / 255f;
		return light;
	}

	private static double uniform(final SplittableRandom random,
		final double limit)
	{
		return (2 * random.nextDouble() - 1) * limit;
	}
}
