package sc.fiji.tinybeauty.models.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import sc.fiji.tinybeauty.models.weights.SafeTensors;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * Everything a training needs to go on exactly where it was: weights, moments,
 * averages, best weights so far, counters, the curve. Chance needs no state, it
 * follows from seed and step. Kept as a safetensors file whose tensors are flat;
 * {@code first.NAME} is Adam's first moment of the weight NAME, and so on.
 */
final class TrainingState {

	private static final String[] KINDS = { "weight.", "first.", "second.",
		"average." };

	final Adam adam;
	final int attempt;
	final CollapseWatch watch;
	final LossCurve curve = new LossCurve();
	int step;
	/** Averaged weights of the best validation so far, or null. */
	float[][] best;
	float bestPsnr = Float.NEGATIVE_INFINITY;
	int bestStep;

	TrainingState(final float[][] weights, final int[] rows, final int attempt,
		final int collapseAfter)
	{
		adam = new Adam(weights, 0, rows);
		this.attempt = attempt;
		watch = new CollapseWatch(collapseAfter);
	}

	/** Keeps the averaged weights if they are the best so far. */
	void offer(final ValidationResult result) {
		final float psnr = (float) result.all().psnr();
		// Without validation faces the latest weights count as the best.
		if (best != null && result.all().count() > 0 && psnr <= bestPsnr) return;
		bestPsnr = psnr;
		bestStep = step;
		best = new float[adam.average.length][];
		for (int i = 0; i < best.length; i++)
			best[i] = adam.average[i].clone();
	}

	/** Writes everything. */
	void save(final Path file, final List<String> names,
		final TrainingOptions options) throws IOException
	{
		final Map<String, Tensor> tensors = new TreeMap<>();
		final float[][][] groups = groups();
		for (int k = 0; k < KINDS.length; k++)
			for (int i = 0; i < names.size(); i++)
				put(tensors, KINDS[k] + names.get(i), groups[k][i].clone());
		if (best != null) {
			for (int i = 0; i < names.size(); i++)
				put(tensors, "best." + names.get(i), best[i]);
			put(tensors, "state.best", bestStep, bestPsnr);
		}
		put(tensors, "state.counters", step, adam.updates(), attempt);
		put(tensors, "state.watch", watch.save());
		put(tensors, "state.options", digest(options));
		put(tensors, "curve.points", curve.savePoints());
		put(tensors, "curve.checks", curve.saveChecks());
		SafeTensors.write(file, tensors);
	}

	private float[][][] groups() {
		return new float[][][] { adam.weights, adam.first, adam.second,
			adam.average };
	}

	private static void put(final Map<String, Tensor> tensors,
		final String name, final float... values)
	{
		tensors.put(name, new Tensor(new long[] { values.length }, values));
	}

	/** Sixteen bits per number, which a float holds exactly. */
	private static float[] digest(final TrainingOptions options) {
		final int hash = options.fingerprint().hashCode();
		return new float[] { hash >>> 16, hash & 0xffff };
	}

	/**
	 * @param file a state written by {@link #save}
	 * @param net the network
	 * @param options settings of the training that shall go on
	 * @throws IOException if the file cannot be read, is of another network, or
	 *           belongs to other settings
	 */
	static TrainingState load(final Path file, final TrainableNet net,
		final TrainingOptions options) throws IOException
	{
		final List<String> names = net.names();
		final Map<String, Tensor> tensors = SafeTensors.read(file);
		if (!Arrays.equals(get(tensors, file, "state.options"), digest(
			options))) throw new IOException("The checkpoint " + file +
				" belongs to a training with other settings; repeat them or begin anew.");
		final float[] counters = get(tensors, file, "state.counters");
		final TrainingState state = new TrainingState(all(tensors, file, KINDS[0],
			names), net.rows(), (int) counters[2], options.collapseAfter());
		state.step = (int) counters[0];
		state.adam.setUpdates((long) counters[1]);
		final float[][][] groups = state.groups();
		for (int k = 1; k < KINDS.length; k++) {
			final float[][] saved = all(tensors, file, KINDS[k], names);
			for (int i = 0; i < saved.length; i++)
				System.arraycopy(saved[i], 0, groups[k][i], 0, saved[i].length);
		}
		state.watch.restore(get(tensors, file, "state.watch"));
		state.curve.restore(get(tensors, file, "curve.points"), get(tensors, file,
			"curve.checks"));
		if (tensors.containsKey("state.best")) {
			state.best = all(tensors, file, "best.", names);
			state.bestStep = (int) get(tensors, file, "state.best")[0];
			state.bestPsnr = get(tensors, file, "state.best")[1];
		}
		return state;
	}

	private static float[][] all(final Map<String, Tensor> tensors,
		final Path file, final String kind, final List<String> names)
		throws IOException
	{
		final float[][] values = new float[names.size()][];
		for (int i = 0; i < values.length; i++)
			values[i] = get(tensors, file, kind + names.get(i));
		return values;
	}

	private static float[] get(final Map<String, Tensor> tensors,
		final Path file, final String name) throws IOException
	{
		final Tensor tensor = tensors.get(name);
		if (tensor == null) throw new IOException("The checkpoint " + file +
			" holds no " + name + "; it is not one of this network's trainings.");
		return tensor.data();
	}
}
