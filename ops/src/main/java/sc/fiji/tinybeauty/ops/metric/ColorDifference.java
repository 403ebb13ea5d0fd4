package sc.fiji.tinybeauty.ops.metric;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.color.CieLab;

/**
 * The CIEDE2000 colour difference with kL = kC = kH = 1 (Sharma, Wu, Dalal 2005,
 * "The CIEDE2000 Color-Difference Formula: Implementation Notes, Supplementary
 * Test Data, and Mathematical Observations"). About 1 is just noticeable.
 */
public final class ColorDifference {

	private static final double POW25_7 = Math.pow(25, 7);

	private ColorDifference() {}

	/**
	 * @param a a picture, axes X, Y, C, sRGB-encoded, 0..1
	 * @param b another one of the same size
	 * @return mean CIEDE2000 over all pixels
	 * @throws IllegalArgumentException if the sizes differ
	 */
	public static double mean(final RandomAccessibleInterval<FloatType> a,
		final RandomAccessibleInterval<FloatType> b)
	{
		return mean(a, b, null);
	}

	/**
	 * @param a a picture, axes X, Y, C, sRGB-encoded, 0..1
	 * @param b another one of the same size
	 * @param mask weight of each pixel, axes X, Y
	 * @return mean CIEDE2000 under the mask; not a number where it is empty
	 * @throws IllegalArgumentException if the sizes differ
	 */
	public static double mean(final RandomAccessibleInterval<FloatType> a,
		final RandomAccessibleInterval<FloatType> b,
		final RandomAccessibleInterval<FloatType> mask)
	{
		final Comparison pair = new Comparison(a, b, mask);
		if (pair.channels != 3) throw new IllegalArgumentException(
			"A colour difference needs 3 channels, not " + pair.channels + ".");
		final int n = pair.weights.length;
		final double[] labA = new double[3], labB = new double[3];
		double sum = 0, weight = 0;
		for (int i = 0; i < n; i++) {
			if (pair.weights[i] == 0) continue;
			CieLab.fromSrgb(pair.a[i], pair.a[n + i], pair.a[2 * n + i], labA);
			CieLab.fromSrgb(pair.b[i], pair.b[n + i], pair.b[2 * n + i], labB);
			sum += pair.weights[i] * ciede2000(labA, labB);
			weight += pair.weights[i];
		}
		return sum / weight;
	}

	/**
	 * @param p L*, a*, b* of a colour
	 * @param q L*, a*, b* of another one
	 * @return their difference
	 */
	public static double ciede2000(final double[] p, final double[] q) {
		final double g = chromaGain((Math.hypot(p[1], p[2]) + Math.hypot(q[1],
			q[2])) / 2);
		final double a1 = g * p[1], a2 = g * q[1];
		final double c1 = Math.hypot(a1, p[2]), c2 = Math.hypot(a2, q[2]);
		final double h1 = hue(a1, p[2]), h2 = hue(a2, q[2]);
		final double light = (p[0] + q[0]) / 2, chroma = (c1 + c2) / 2;
		final double hueStep = c1 * c2 == 0 ? 0 : wrap(h2 - h1);
		final double hue = c1 * c2 == 0 ? h1 + h2 : meanHue(h1, h2);
		final double t = 1 - 0.17 * cos(hue - 30) + 0.24 * cos(2 * hue) + 0.32 *
			cos(3 * hue + 6) - 0.20 * cos(4 * hue - 63);
		final double l50 = (light - 50) * (light - 50);
		final double dL = (q[0] - p[0]) / (1 + 0.015 * l50 / Math.sqrt(20 + l50));
		final double dC = (c2 - c1) / (1 + 0.045 * chroma);
		final double dH = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(hueStep /
			2)) / (1 + 0.015 * chroma * t);
		return Math.sqrt(dL * dL + dC * dC + dH * dH + rotation(chroma, hue) * dC *
			dH);
	}

	private static double chromaGain(final double chroma) {
		return 1 + 0.5 * (1 - ratio7(chroma));
	}

	private static double ratio7(final double chroma) {
		final double c7 = Math.pow(chroma, 7);
		return Math.sqrt(c7 / (c7 + POW25_7));
	}

	private static double rotation(final double chroma, final double hue) {
		final double step = (hue - 275) / 25;
		return -2 * ratio7(chroma) * Math.sin(Math.toRadians(60 * Math.exp(-step *
			step)));
	}

	private static double hue(final double a, final double b) {
		if (a == 0 && b == 0) return 0;
		final double degrees = Math.toDegrees(Math.atan2(b, a));
		return degrees < 0 ? degrees + 360 : degrees;
	}

	private static double wrap(final double step) {
		if (step > 180) return step - 360;
		return step < -180 ? step + 360 : step;
	}

	private static double meanHue(final double h1, final double h2) {
		final double sum = h1 + h2;
		if (Math.abs(h1 - h2) <= 180) return sum / 2;
		return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
	}

	private static double cos(final double degrees) {
		return Math.cos(Math.toRadians(degrees));
	}
}
