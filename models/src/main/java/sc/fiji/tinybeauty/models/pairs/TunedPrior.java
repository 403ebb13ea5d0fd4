package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import sc.fiji.tinybeauty.models.amplify.BareFace;
import sc.fiji.tinybeauty.models.amplify.FineTuning;
import sc.fiji.tinybeauty.models.amplify.Prior;
import sc.fiji.tinybeauty.models.amplify.SeedPair;
import sc.fiji.tinybeauty.models.train.TrainingListener;
import sc.fiji.tinybeauty.models.weights.AtomicFile;

/**
 * The prior of one amplification: tuned on its seeds once, then kept in the set's
 * folder, so that a resumed run makes its pairs with the same weights. What was
 * decided stays in the finished set as {@value #DECISION}, beside the weights.
 */
final class TunedPrior {

	static final String WEIGHTS = "tuned.safetensors";
	static final String DECISION = "tuning.txt";

	/** Fewer bare faces cannot be tuned on. */
	static final int LEAST_FACES = 6;

	private final Prior prior;
	private final FineTuning.Options options;

	TunedPrior(final Prior prior, final FineTuning.Options options) {
		this.prior = prior;
		this.options = options;
	}

	/**
	 * @param store where weights are kept, or null
	 * @return the prior to use
	 * @throws IOException if weights cannot be read or written
	 * @throws CancellationException if the listener said so
	 */
	Prior get(final Map<String, List<SeedPair>> styles,
		final Supplier<List<BareFace>> faces, final PairSetWriter store,
		final AmplifyListener listener, final List<String> messages)
		throws IOException
	{
		if (options.mode() == FineTuning.Mode.NO) return prior;
		final Path decision = store == null ? null : store.companion(DECISION, true);
		if (decision != null && Files.exists(decision)) {
			messages.add(Files.readString(decision).strip());
			final Path weights = store.companion(WEIGHTS, true);
			return Files.exists(weights) ? Prior.load(weights) : prior;
		}
		final FineTuning.Result result = decide(styles, faces.get(), listener);
		messages.add(result.message());
		listener.message(result.message());
		// The decision comes last: only with it do the weights count.
		if (decision != null) {
			if (result.tuned()) result.prior().save(store.companion(WEIGHTS, true));
			AtomicFile.write(decision, (result.message() + "\n").getBytes(
				StandardCharsets.UTF_8));
		}
		return result.prior();
	}

	/** Where nobody insists, too few faces are no reason to fail. */
	private FineTuning.Result decide(final Map<String, List<SeedPair>> styles,
		final List<BareFace> faces, final AmplifyListener listener)
	{
		final int seeds = styles.values().stream().mapToInt(List::size).sum();
		if (options.mode() == FineTuning.Mode.AUTO && faces.isEmpty() &&
			seeds < LEAST_FACES) return new FineTuning.Result(prior, false, 0,
				Double.NaN, Double.NaN, "Fewer than " + LEAST_FACES +
					" bare faces are no base for fine-tuning: the prior is used as it is.");
		return tune(styles, faces, listener);
	}

	private FineTuning.Result tune(final Map<String, List<SeedPair>> styles,
		final List<BareFace> faces, final AmplifyListener listener)
	{
		final boolean[] stop = { !listener.next(0, 1, "Fine-tuning") };
		try {
			final FineTuning.Result result = FineTuning.run(prior, styles, faces,
				options, new TrainingListener()
				{

					@Override
					public void step(final int step, final int steps,
						final double loss, final double relativeError)
					{
						stop[0] |= !listener.next(step, steps, "Fine-tuning");
					}

					@Override
					public void message(final String message) {
						listener.message(message);
					}

					@Override
					public boolean stopRequested() {
						return stop[0];
					}
				});
			if (!stop[0]) return result;
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		throw new CancellationException(
			"The amplification was cancelled during fine-tuning; run it again with the same settings to begin that anew.");
	}
}
