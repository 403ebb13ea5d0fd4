package sc.fiji.tinybeauty.models.train;

import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Prepares batches on a thread of its own, a few ahead of the trainer. What step
 * n sees depends on seed and n alone, so a resumed run sees the same.
 */
final class BatchFeeder implements AutoCloseable {

	private static final int AHEAD = 3;

	private final BalancedSampler sampler;
	private final TrainingOptions options;
	private final long seed;
	private final BlockingQueue<Object> ready = new ArrayBlockingQueue<>(AHEAD);
	private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(4 * AHEAD);
	private final Thread thread;

	/**
	 * @param sampler chooses pairs
	 * @param options batch and window sizes
	 * @param seed seed of this attempt
	 * @param firstStep the step that the first batch is for
	 */
	BatchFeeder(final BalancedSampler sampler, final TrainingOptions options,
		final long seed, final int firstStep)
	{
		this.sampler = sampler;
		this.options = options;
		this.seed = seed;
		thread = new Thread(() -> run(firstStep), "TinyBeauty training data");
		thread.setDaemon(true);
		thread.start();
	}

	/** @return the batch of the next step */
	Batch take() throws InterruptedException {
		for (;;) {
			final Object next = ready.poll(1, TimeUnit.SECONDS);
			if (next instanceof Batch) return (Batch) next;
			if (next instanceof RuntimeException) throw (RuntimeException) next;
			if (next == null && !thread.isAlive() && ready.isEmpty())
				throw new IllegalStateException("The training data ran dry.");
		}
	}

	/** Gives a batch back for reuse. */
	void release(final Batch batch) {
		free.offer(batch);
	}

	private void run(final int firstStep) {
		try {
			Sample sample = null;
			for (int step = firstStep; step < options.steps(); step++) {
				final int window = options.window(step, sampler.pictureSize());
				if (sample == null || sample.window != window) sample = new Sample(
					window);
				ready.put(fill(step, sample));
			}
		}
		catch (final InterruptedException e) {
			// closed
		}
		catch (final RuntimeException e) {
			// Closing empties the queue, so this cannot wait for ever.
			while (!ready.offer(e))
				ready.poll();
		}
	}

	private Batch fill(final int step, final Sample sample) {
		Batch batch = free.poll();
		if (batch == null || batch.window != sample.window) batch = new Batch(options
			.batch(), sample.window);
		fill(batch, sample, sampler, options, seed, step);
		return batch;
	}

	static void fill(final Batch batch, final Sample sample,
		final BalancedSampler sampler, final TrainingOptions options,
		final long seed, final int step)
	{
		sample.setEmphasis(options.emphasis(step));
		for (int n = 0; n < batch.count; n++) {
			final SplittableRandom random = new SplittableRandom(seed *
				0x9E3779B97F4A7C15L + (long) step * options.batch() + n);
			final Pair pair = sampler.draw(random);
			if (random.nextDouble() < options.negatives()) HardNegatives.fill(sample,
				pair, random);
			else sample.fill(pair, Augmentation.draw(random, pair.size(),
				sample.window), random);
			batch.put(n, sample);
		}
	}

	@Override
	public void close() {
		thread.interrupt();
		ready.clear();
	}
}
