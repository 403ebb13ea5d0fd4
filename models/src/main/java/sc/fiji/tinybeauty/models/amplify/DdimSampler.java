package sc.fiji.tinybeauty.models.amplify;

import java.util.SplittableRandom;

/**
 * Draws residuals from the RDM by DDIM (Song et al., 2021, deterministic form):
 * from pure noise in equal steps of time; the predicted clean residual is limited
 * in every step. The noise depends on the seed alone.
 */
public final class DdimSampler {

	private static final int R = ResidualDiffusion.PICTURE *
		ResidualDiffusion.GRID * ResidualDiffusion.GRID;
	private static final int C = ResidualDiffusion.CONDITION *
		ResidualDiffusion.GRID * ResidualDiffusion.GRID;

	/** The network. */
	public interface Denoiser {

		/**
		 * @param image inputs of one sample (199, 64, 64)
		 * @param time description of the time (64)
		 * @return predicted clean residual (48, 64, 64)
		 */
		float[] clean(float[] image, float[] time);
	}

	private DdimSampler() {}

	/**
	 * @param net the network
	 * @param condition all inputs behind the noisy residual (151, 64, 64)
	 * @param steps number of steps; one is the best guess, more add variety
	 * @param seed seed of the noise
	 * @return the residual (48, 64, 64), in units of r, within the limit
	 * @throws IllegalArgumentException if there are no steps or the condition has
	 *           another size
	 */
	public static float[] sample(final Denoiser net, final float[] condition,
		final int steps, final long seed)
	{
		if (steps < 1 || condition.length != C) throw new IllegalArgumentException(
			"Sampling needs at least one step and a condition of " + C + " values.");
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] noisy = new float[R];
		for (int i = 0; i < R; i++)
			noisy[i] = (float) random.nextGaussian();
		final float[] image = new float[R + C];
		System.arraycopy(condition, 0, image, R, C);
		final float[] time = new float[ResidualDiffusion.TIME];
		float[] clean = noisy;
		for (int k = 0; k < steps; k++) {
			final double t = 1 - (double) k / steps, next = 1 - (k + 1.0) / steps;
			System.arraycopy(noisy, 0, image, 0, R);
			ResidualDiffusion.time(t, time, 0);
			clean = net.clean(image, time);
			final float a = (float) ResidualDiffusion.alpha(t), s =
				(float) ResidualDiffusion.sigma(t);
			final float a2 = (float) ResidualDiffusion.alpha(next), s2 =
				(float) ResidualDiffusion.sigma(next);
			for (int i = 0; i < R; i++) {
				clean[i] = Math.max(-ResidualDiffusion.LIMIT, Math.min(
					ResidualDiffusion.LIMIT, clean[i]));
				noisy[i] = a2 * clean[i] + s2 * (noisy[i] - a * clean[i]) / s;
			}
		}
		return clean;
	}
}
