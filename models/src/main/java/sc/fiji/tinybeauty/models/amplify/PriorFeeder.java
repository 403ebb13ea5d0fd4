package sc.fiji.tinybeauty.models.amplify;

import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Renders and aligns training samples on a thread of its own, a few batches
 * ahead. Every slot of the batch walks through the faces of a group, one a step,
 * and the slots change groups in turn, so a step renders one face a sample. What
 * step n sees depends on seed and n alone.
 */
final class PriorFeeder implements AutoCloseable {

	private static final int AHEAD = 3;
	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	private final PriorFaces faces;
	private final int count;
	private final long seed;
	private final PriorGroup[] groups;
	private final long[] numbers;
	private final BlockingQueue<Object> ready = new ArrayBlockingQueue<>(AHEAD);
	private final BlockingQueue<PriorBatch> free = new ArrayBlockingQueue<>(2 *
		AHEAD);
	private final Thread thread;
	private volatile double millisPerSample;

	/**
	 * @param faces training faces
	 * @param count samples per batch
	 * @param seed seed of all draws
	 * @param first the step that the first batch is for
	 * @param steps number of steps of the training
	 */
	PriorFeeder(final PriorFaces faces, final int count, final long seed,
		final int first, final int steps)
	{
		this.faces = faces;
		this.count = count;
		this.seed = seed;
		groups = new PriorGroup[count];
		numbers = new long[count];
		thread = new Thread(() -> run(first, steps), "TinyBeauty prior data");
		thread.setDaemon(true);
		thread.start();
	}

	/** @return the batch of the next step */
	PriorBatch take() throws InterruptedException {
		for (;;) {
			final Object next = ready.poll(1, TimeUnit.SECONDS);
			if (next instanceof PriorBatch) return (PriorBatch) next;
			if (next instanceof RuntimeException) throw (RuntimeException) next;
			if (next == null && !thread.isAlive() && ready.isEmpty())
				throw new IllegalStateException("The training data ran dry.");
		}
	}

	/** Gives a batch back for reuse. */
	void release(final PriorBatch batch) {
		free.offer(batch);
	}

	/** @return time to make a sample of the latest batch, ms */
	double millisPerSample() {
		return millisPerSample;
	}

	private void run(final int first, final int steps) {
		try {
			for (int step = first; step < steps; step++) {
				PriorBatch batch = free.poll();
				if (batch == null) batch = new PriorBatch(count);
				final long start = System.nanoTime();
				fill(batch, step);
				millisPerSample = (System.nanoTime() - start) / 1e6 / count;
				ready.put(batch);
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

	/** Writes the samples of a step. */
	void fill(final PriorBatch batch, final int step) {
		for (int n = 0; n < count; n++) {
			final long place = step + n;
			final long number = 1 + place / PriorGroup.FACES;
			if (numbers[n] != number) {
				groups[n] = PriorGroup.training(faces, seed * GOLDEN + number * count +
					n);
				numbers[n] = number;
			}
			batch.put(n, groups[n], (int) (place % PriorGroup.FACES),
				new SplittableRandom(seed * GOLDEN - 1 - ((long) step * count + n)));
		}
	}

	@Override
	public void close() {
		thread.interrupt();
		ready.clear();
	}
}
