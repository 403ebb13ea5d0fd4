package sc.fiji.tinybeauty.ops.color;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.image.FloatImages;

/** CIELAB of sRGB colours, white point D65, observer of 2 degrees. */
public final class CieLab {

	private static final double WHITE_X = 0.95047, WHITE_Z = 1.08883;

	/** Below this the cube root gives way to a line: (6/29)^3. */
	private static final double KNEE = 216.0 / 24389;

	private CieLab() {}

	/**
	 * Converts a colour.
	 *
	 * @param r red, sRGB-encoded, 0..1
	 * @param g green
	 * @param b blue
	 * @param lab receives L* (0..100), a*, b*
	 */
	public static void fromSrgb(final double r, final double g, final double b,
		final double[] lab)
	{
		final double lr = Srgb.toLinear(r), lg = Srgb.toLinear(g), lb = Srgb
			.toLinear(b);
		final double x = f((0.4124564 * lr + 0.3575761 * lg + 0.1804375 * lb) /
			WHITE_X);
		final double y = f(0.2126729 * lr + 0.7151522 * lg + 0.0721750 * lb);
		final double z = f((0.0193339 * lr + 0.1191920 * lg + 0.9503041 * lb) /
			WHITE_Z);
		lab[0] = 116 * y - 16;
		lab[1] = 500 * (x - y);
		lab[2] = 200 * (y - z);
	}

	private static double f(final double t) {
		return t > KNEE ? Math.cbrt(t) : t * (841.0 / 108) + 4.0 / 29;
	}

	/**
	 * Converts a picture.
	 *
	 * @param rgb axes X, Y, C, sRGB-encoded, 0..1
	 * @param lab receives L*, a* and b* as its channels; same size
	 */
	public static void fromSrgb(final RandomAccessibleInterval<FloatType> rgb,
		final RandomAccessibleInterval<FloatType> lab)
	{
		final float[] values = FloatImages.toArray(rgb);
		final int n = values.length / 3;
		final double[] color = new double[3];
		for (int i = 0; i < n; i++) {
			fromSrgb(values[i], values[n + i], values[2 * n + i], color);
			for (int c = 0; c < 3; c++)
				values[c * n + i] = (float) color[c];
		}
		FloatImages.fill(values, lab);
	}
}
