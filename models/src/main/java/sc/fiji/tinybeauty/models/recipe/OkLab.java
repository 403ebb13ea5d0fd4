package sc.fiji.tinybeauty.models.recipe;

import sc.fiji.tinybeauty.ops.color.Srgb;

/**
 * The perceptual colour space OKLab (Ottosson, 2020): lightness 0..1 and two
 * opponent axes, green-red and blue-yellow, about -0.3..0.3.
 *
 * @param l lightness
 * @param a green to red
 * @param b blue to yellow
 */
record OkLab(float l, float a, float b) {

	private static final int STEPS = 4096;
	private static final float[] LINEAR = new float[STEPS + 2];

	static {
		for (int i = 0; i < LINEAR.length; i++)
			LINEAR[i] = (float) Srgb.toLinear((double) i / STEPS);
	}

	/** @return the colour of sRGB-encoded values 0..1 */
	static OkLab of(final float red, final float green, final float blue) {
		final float r = linear(red), g = linear(green), bl = linear(blue);
		final float x = cbrt(0.4122214708f * r + 0.5363325363f * g + 0.0514459929f *
			bl);
		final float y = cbrt(0.2119034982f * r + 0.6806995451f * g + 0.1073969566f *
			bl);
		final float z = cbrt(0.0883024619f * r + 0.2817188376f * g + 0.6299787005f *
			bl);
		return new OkLab(0.2104542553f * x + 0.7936177850f * y - 0.0040720468f * z,
			1.9779984951f * x - 2.4285922050f * y + 0.4505937099f * z, 0.0259040371f *
				x + 0.7827717662f * y - 0.8086757660f * z);
	}

	/** @return the colour written as #rrggbb */
	static OkLab of(final String hex) {
		final int rgb = Integer.parseInt(hex.substring(1), 16);
		return of((rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) /
			255f);
	}

	/** Writes red, green, blue, sRGB-encoded and limited to 0..1. */
	static void toRgb(final float l, final float a, final float b,
		final float[] rgb)
	{
		final float x = cube(l + 0.3963377774f * a + 0.2158037573f * b);
		final float y = cube(l - 0.1055613458f * a - 0.0638541728f * b);
		final float z = cube(l - 0.0894841775f * a - 1.2914855480f * b);
		rgb[0] = encode(4.0767416621f * x - 3.3077115913f * y + 0.2309699292f * z);
		rgb[1] = encode(-1.2684380046f * x + 2.6097574011f * y - 0.3413193965f * z);
		rgb[2] = encode(-0.0041960863f * x - 0.7034186147f * y + 1.7076147010f * z);
	}

	/** @return the mixture with {@code other}, of which it holds {@code part} */
	OkLab mix(final OkLab other, final float part) {
		return new OkLab(l + part * (other.l - l), a + part * (other.a - a), b +
			part * (other.b - b));
	}

	/**
	 * @param k change of lightness; the light falling on it is its third power
	 * @return the same surface in another light
	 */
	OkLab lit(final float k) {
		return new OkLab(k * l, k * a, k * b);
	}

	private static float linear(final float v) {
		if (!(v > 0)) return 0;
		if (v >= 1) return 1;
		final float f = v * STEPS;
		final int i = (int) f;
		return LINEAR[i] + (f - i) * (LINEAR[i + 1] - LINEAR[i]);
	}

	private static float encode(final float v) {
		if (!(v > 0)) return 0;
		if (v >= 1) return 1;
		return (float) Srgb.fromLinear(v);
	}

	private static float cbrt(final float v) {
		return (float) Math.cbrt(v);
	}

	private static float cube(final float v) {
		return v * v * v;
	}
}
