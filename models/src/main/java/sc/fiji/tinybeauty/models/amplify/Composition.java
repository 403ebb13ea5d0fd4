package sc.fiji.tinybeauty.models.amplify;

import java.util.function.Supplier;

/** Puts residual, face and detail together, and compares residuals. */
final class Composition {

	/** Mean absolute residual below which there is no make-up to agree about. */
	private static final double NOTHING = 0.1 / 255;

	private Composition() {}

	/**
	 * y = F(x) + lambda_m R_m + lambda_d (x - F(x)), written as x + lambda_m R_m -
	 * (1 - lambda_d) (x - F(x)), which is exact at lambda_d = 1 and needs no F(x)
	 * there.
	 *
	 * @param residual lambda_m R_m
	 * @return y, cut to 0..1
	 */
	static float[] compose(final float[] x, final float[] residual,
		final double detail, final Supplier<float[]> smooth)
	{
		final float[] f = detail == 1 ? x : smooth.get();
		final float d = (float) (1 - detail);
		final float[] y = new float[x.length];
		for (int i = 0; i < y.length; i++)
			y[i] = Math.max(0, Math.min(1, x[i] + residual[i] - d * (x[i] - f[i])));
		return y;
	}

	/** @return 1 - |a - b| / (mean of |a| and |b|), 0..1; 1 if both are nothing */
	static double agreement(final float[] a, final float[] b) {
		double difference = 0, size = 0;
		for (int i = 0; i < a.length; i++) {
			difference += Math.abs(a[i] - b[i]);
			size += 0.5 * (Math.abs(a[i]) + Math.abs(b[i]));
		}
		if (size < NOTHING * a.length && difference < NOTHING * a.length) return 1;
		return Math.max(0, 1 - difference / size);
	}
}
