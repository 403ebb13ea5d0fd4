package sc.fiji.tinybeauty.models.style;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

import sc.fiji.tinybeauty.models.train.TrainingOptions;
import sc.fiji.tinybeauty.models.weights.AtomicFile;

/**
 * What an interrupted training goes on with: its schedule, so that the remaining
 * steps are those it would have made, and what it belongs to.
 *
 * @param belongsTo hash of the order and its pairs
 * @param steps all steps
 * @param validateEvery steps between validations
 */
record TrainingPlan(String belongsTo, int steps, int validateEvery) {

	/** Validations of a whole training. */
	static final int CHECKS = 24;
	private static final int CLOSEST = 10;

	/** @return the plan of a training of so many steps */
	static TrainingPlan of(final String belongsTo, final int steps) {
		return new TrainingPlan(belongsTo, steps, Math.max(CLOSEST, steps / CHECKS));
	}

	/** @return settings of the trainer */
	TrainingOptions options(final StyleOrder order, final StartWeights start) {
		return start.options(steps).withBatch(order.batch()).withSeed(order.seed())
			.withValidateEvery(validateEvery).withSaveEverySeconds(30);
	}

	/**
	 * @param file a plan, or nothing
	 * @param belongsTo what it must belong to
	 * @return the plan, or null if there is none
	 * @throws IOException with one sentence if it is of another training
	 */
	static TrainingPlan read(final Path file, final String belongsTo)
		throws IOException
	{
		if (!Files.exists(file)) return null;
		final TrainingPlan plan;
		try {
			plan = new Gson().fromJson(Files.readString(file), TrainingPlan.class);
		}
		catch (final JsonParseException e) {
			throw new IOException("The file " + file + " is damaged; delete its folder.",
				e);
		}
		if (plan == null || !belongsTo.equals(plan.belongsTo) || plan.steps < 1 ||
			plan.validateEvery < 1) throw new IOException("\"" + file.getParent() +
				"\" holds an unfinished training of other pairs or settings; repeat those, or delete that folder.");
		return plan;
	}

	/** Writes it, whole or not at all. */
	void write(final Path file) throws IOException {
		AtomicFile.write(file, new Gson().toJson(this).getBytes(
			StandardCharsets.UTF_8));
	}
}
