package sc.fiji.tinybeauty.models.amplify;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Makes training batches on a thread of its own, a few steps ahead. */
final class PriorFeeder implements AutoCloseable {

	private static final int AHEAD = 3;

	private final Source source;
	private final int count;
	private final BlockingQueue<Object> ready = new ArrayBlockingQueue<>(AHEAD);
	private final BlockingQueue<PriorBatch> free = new ArrayBlockingQueue<>(2 *
		AHEAD);
	private final Thread thread;
	private volatile double millisPerSample;

	/** Makes samples; on one thread. */
	interface Source {

		/**
		 * @param batch receives the samples
		 * @param step number of the step; they come in order
		 */
		void fill(PriorBatch batch, int step);
	}

	/**
	 * @param source makes the samples
	 * @param count samples per batch
	 * @param first the step that the first batch is for
	 * @param steps number of steps of the training
	 */
	PriorFeeder(final Source source, final int count, final int first,
		final int steps)
	{
		this.source = source;
		this.count = count;
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
				source.fill(batch, step);
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

	@Override
	public void close() {
		thread.interrupt();
		ready.clear();
	}
}
