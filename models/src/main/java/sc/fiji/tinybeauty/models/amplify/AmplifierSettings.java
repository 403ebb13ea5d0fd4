package sc.fiji.tinybeauty.models.amplify;

import java.util.Objects;

/**
 * How faces are made up.
 *
 * @param shade lambda_m, factor of the make-up residual: 0 = none, 1 = as in the
 *          seeds, up to 2
 * @param detail lambda_d, factor of the face's own detail x - F(x): 1 = every
 *          pore stays, 0 = smooth skin, up to 2
 * @param steps DDIM steps, 1 to 50; more steps give more variety, not a closer
 *          likeness
 * @param variety 0 = every face follows all exemplars at the same shade; 1 =
 *          random noise, subsets of the exemplars and shades within 10 %
 * @param seed seed of all draws
 * @param mix style of each region
 */
public record AmplifierSettings(double shade, double detail, int steps,
	double variety, long seed, StyleMix mix)
{

	/** Largest number of DDIM steps. */
	public static final int MOST_STEPS = 50;

	/** @throws IllegalArgumentException if a value is out of its range */
	public AmplifierSettings {
		require("The shade", shade, 2);
		require("The detail", detail, 2);
		require("The variety", variety, 1);
		if (steps < 1 || steps > MOST_STEPS) throw new IllegalArgumentException(
			"The number of sampling steps lies between 1 and " + MOST_STEPS +
				", not at " + steps + ".");
		Objects.requireNonNull(mix, "mix");
	}

	private static void require(final String what, final double value,
		final double most)
	{
		if (!(value >= 0 && value <= most)) throw new IllegalArgumentException(
			what + " lies between 0 and " + most + ", not at " + value + ".");
	}

	/** @return shade 1, detail 1, 2 steps, full variety, seed 1, one style */
	public static AmplifierSettings standard() {
		return new AmplifierSettings(1, 1, 2, 1, 1, StyleMix.SINGLE);
	}

	/** @return these settings with another shade */
	public AmplifierSettings withShade(final double value) {
		return new AmplifierSettings(value, detail, steps, variety, seed, mix);
	}

	/** @return these settings with another factor of detail */
	public AmplifierSettings withDetail(final double value) {
		return new AmplifierSettings(shade, value, steps, variety, seed, mix);
	}

	/** @return these settings with another number of steps */
	public AmplifierSettings withSteps(final int value) {
		return new AmplifierSettings(shade, detail, value, variety, seed, mix);
	}

	/** @return these settings with another variety */
	public AmplifierSettings withVariety(final double value) {
		return new AmplifierSettings(shade, detail, steps, value, seed, mix);
	}

	/** @return these settings with another seed */
	public AmplifierSettings withSeed(final long value) {
		return new AmplifierSettings(shade, detail, steps, variety, value, mix);
	}

	/** @return these settings with other styles of the regions */
	public AmplifierSettings withMix(final StyleMix value) {
		return new AmplifierSettings(shade, detail, steps, variety, seed, value);
	}
}
