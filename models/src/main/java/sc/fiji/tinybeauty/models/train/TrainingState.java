package sc.fiji.tinybeauty.models.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;


/**
 * Everything a training needs to go on exactly where it was: weights, moments,
 * averages, best weights so far, counters. Chance needs no state, it follows
 * from seed and step. Kept as a safetensors file.
 */
final class TrainingState {

	final Adam adam;
	final int attempt;
	final CollapseWatch watch;
	int step;
	/** Averaged weights of the best validation so far, or null. */
	float[][] best;
	double bestPsnr = Double.NEGATIVE_INFINITY;
	int bestStep;

	TrainingState(final float[][] weights, final int attempt,
		final int collapseAfter)
	{
		adam = new Adam(weights);
		this.attempt = attempt;
		watch = new CollapseWatch(collapseAfter);
	}

	void save(final Path file, final List<String> names,
		final TrainingOptions options) throws IOException
	{}

	/** Keeps the averaged weights if they are the best so far. */
	void offer(final ValidationResult result) {
		final double psnr = result.all().psnr();
		if (best != null && result.all().count() > 0 && psnr <= bestPsnr) return;
		bestPsnr = psnr;
		bestStep = step;
		best = new float[adam.average.length][];
		for (int i = 0; i < best.length; i++)
			best[i] = adam.average[i].clone();
	}
}
