package sc.fiji.tinybeauty.models.amplify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.tinybeauty.models.train.Adam;
import sc.fiji.tinybeauty.models.train.LossCurve;
import sc.fiji.tinybeauty.models.weights.SafeTensors;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * Everything the training of the prior needs to go on exactly where it was; a
 * safetensors file. Chance needs no state, it follows from seed and step.
 */
final class PriorState {

	private static final double WEIGHT_DECAY = 0.01;
	private static final String[] KINDS = { "weight.", "first.", "second.",
		"average." };

	final Adam adam;
	final LossCurve curve = new LossCurve();
	int step;
	/** Recent loss relative to that of a zero residual. */
	double relativeError = 1;

	PriorState(final Map<String, Tensor> weights) {
		adam = new Adam(weights.values().stream().map(Tensor::data).toArray(
			float[][]::new), WEIGHT_DECAY, weights.entrySet().stream().mapToInt(
				e -> matrixRows(e.getKey(), e.getValue().shape())).toArray());
	}

	/** The convolutions inside the U-Net learn as matrices, the rest by Adam. */
	private static int matrixRows(final String name, final long[] shape) {
		final boolean inside = !name.startsWith("in.") && !name.startsWith("out.");
		return inside && shape.length == 4 && shape[2] > 1 ? (int) shape[0] : 0;
	}

	private float[][][] groups() {
		return new float[][][] { adam.weights, adam.first, adam.second,
			adam.average };
	}

	/** @return the averaged weights */
	Map<String, Tensor> average(final Map<String, long[]> shapes) {
		final Map<String, Tensor> weights = new LinkedHashMap<>();
		shapes.forEach((name, shape) -> weights.put(name, new Tensor(shape,
			adam.average[weights.size()].clone())));
		return weights;
	}

	/**
	 * @param file where to
	 * @param names names of the weights
	 * @param settings what a resumed training must share
	 * @throws IOException if it cannot be written
	 */
	void save(final Path file, final List<String> names,
		final long... settings) throws IOException
	{
		final Map<String, Tensor> tensors = new LinkedHashMap<>();
		for (int k = 0; k < KINDS.length; k++)
			for (int i = 0; i < names.size(); i++)
				put(tensors, KINDS[k] + names.get(i), groups()[k][i]);
		put(tensors, "state.counters", digits(step, adam.updates(), Double
			.doubleToLongBits(relativeError)));
		put(tensors, "state.settings", digits(settings));
		put(tensors, "curve.points", curve.savePoints());
		put(tensors, "curve.checks", curve.saveChecks());
		SafeTensors.write(file, tensors);
	}

	private static void put(final Map<String, Tensor> tensors,
		final String name, final float[] values)
	{
		tensors.put(name, new Tensor(new long[] { values.length }, values));
	}

	/** Sixteen bits per number, which a float holds exactly. */
	private static float[] digits(final long... values) {
		final float[] digits = new float[4 * values.length];
		for (int i = 0; i < digits.length; i++)
			digits[i] = values[i / 4] >>> 16 * (i % 4) & 0xffff;
		return digits;
	}

	private static long number(final float[] digits, final int i) {
		long value = 0;
		for (int k = 0; k < 4; k++)
			value |= (long) digits[4 * i + k] << 16 * k;
		return value;
	}

	/**
	 * Goes back to a saved state.
	 *
	 * @throws IOException if the file cannot be read or belongs to another
	 *           training
	 */
	void load(final Path file, final List<String> names,
		final long... settings) throws IOException
	{
		final Map<String, Tensor> tensors = SafeTensors.read(file);
		if (!tensors.containsKey("state.settings") || !Arrays.equals(tensors.get(
			"state.settings").data(), digits(settings))) throw new IOException(
				"The checkpoint " + file +
					" belongs to a training with other settings; repeat them or choose another folder.");
		for (int k = 0; k < KINDS.length; k++)
			for (int i = 0; i < names.size(); i++) {
				final Tensor saved = tensors.get(KINDS[k] + names.get(i));
				final float[] mine = groups()[k][i];
				if (saved == null || saved.size() != mine.length) throw new IOException(
					"The checkpoint " + file +
						" is of another network; choose another folder.");
				System.arraycopy(saved.data(), 0, mine, 0, mine.length);
			}
		final float[] counters = tensors.get("state.counters").data();
		step = (int) number(counters, 0);
		adam.setUpdates(number(counters, 1));
		relativeError = Double.longBitsToDouble(number(counters, 2));
		curve.restore(tensors.get("curve.points").data(), tensors.get("curve.checks")
			.data());
	}
}
