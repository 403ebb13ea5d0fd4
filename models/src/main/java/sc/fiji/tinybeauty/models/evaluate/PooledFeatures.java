package sc.fiji.tinybeauty.models.evaluate;

import java.util.List;

/**
 * What EfficientNet-Lite0 sees in a picture, mean over its last map of 320
 * channels.
 *
 * @param result of the result
 * @param reference of the truth, or of the bare picture where there is no truth
 */
public record PooledFeatures(double[] result, double[] reference) {

	/** @return the mean over frames */
	static PooledFeatures mean(final List<PooledFeatures> frames) {
		final int n = frames.get(0).result.length;
		final double[] result = new double[n], reference = new double[n];
		for (final PooledFeatures f : frames)
			for (int i = 0; i < n; i++) {
				result[i] += f.result[i] / frames.size();
				reference[i] += f.reference[i] / frames.size();
			}
		return new PooledFeatures(result, reference);
	}
}
