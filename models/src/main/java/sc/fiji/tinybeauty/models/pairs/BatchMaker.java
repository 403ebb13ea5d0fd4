package sc.fiji.tinybeauty.models.pairs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

import sc.fiji.tinybeauty.models.amplify.Amplified;
import sc.fiji.tinybeauty.models.amplify.Amplifier;
import sc.fiji.tinybeauty.models.amplify.SeedPair;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;

/** Makes up the faces of a batch, some at a time; their order does not matter. */
final class BatchMaker implements AutoCloseable {

	private static final int N = FaceCrop.SIZE;
	private static final double DIGITS = 1e4;

	private final AmplifyOrder order;
	private final Amplifier amplifier;
	private final FaceRights rights;
	private final ExecutorService workers;

	BatchMaker(final AmplifyOrder order, final Amplifier amplifier,
		final FaceRights rights, final int threads)
	{
		this.order = order;
		this.amplifier = amplifier;
		this.rights = rights;
		workers = Executors.newFixedThreadPool(threads, task -> {
			final Thread thread = new Thread(task, "amplifier");
			thread.setDaemon(true);
			return thread;
		});
	}

	/**
	 * @param faces whom to make up
	 * @param first number of the first of them in the set, from 0
	 * @param done is told how many are done, and may throw
	 * @return the pairs, in order
	 */
	List<PairSetWriter.Sample> make(final List<AlignedFace> faces,
		final int first, final IntConsumer done)
	{
		final List<Future<PairSetWriter.Sample>> futures = new ArrayList<>();
		for (int i = 0; i < faces.size(); i++) {
			final AlignedFace face = faces.get(i);
			final int number = first + i;
			futures.add(workers.submit(() -> sample(face, number)));
		}
		final List<PairSetWriter.Sample> samples = new ArrayList<>();
		try {
			for (final Future<PairSetWriter.Sample> f : futures) {
				done.accept(samples.size());
				samples.add(f.get());
			}
			return samples;
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("The amplification was interrupted.");
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof RuntimeException r) throw r;
			throw new IllegalStateException("A pair could not be made (" + e
				.getCause() + ").", e);
		}
		finally {
			futures.forEach(f -> f.cancel(false));
		}
	}

	/** @return seed of a sample: neither order nor restarts change it */
	static long seed(final AmplifyOrder order, final AlignedFace face,
		final int number)
	{
		return new Fingerprint().add(String.valueOf(order.settings().seed())).add(
			face.source()).add(String.valueOf(number)).seed();
	}

	/** @return an annotated pair; the amplifier only says where its regions are */
	PairSetWriter.Sample annotated(final SeedPair seed, final PairEntry known,
		final int number)
	{
		final String name = String.format(Locale.ROOT, "seed-%02d", number + 1);
		final Amplified a = amplifier.amplify(seed.bare(), seed.landmarks(), order
			.settings(), number);
		final PairEntry entry = new PairEntry(name, PairFiles.bare(name), PairFiles
			.made(name), PairFiles.masks(name), 0, known.face(), List.of(), 1,
			Double.NaN, known.licence(), known.consent(), Provenance.ANNOTATED, false);
		return new PairSetWriter.Sample(entry, new PairPictures(N, N, InterleavedRgb
			.of(seed.bare()), InterleavedRgb.of(seed.made()), masks(
				a)));
	}

	private PairSetWriter.Sample sample(final AlignedFace face,
		final int number)
	{
		final long seed = seed(order, face, number);
		final Amplified a = amplifier.amplify(InterleavedRgb.planar(face.rgb()), face
			.landmarks(), order.settings(), seed);
		final String name = String.format(Locale.ROOT, "%06d", number + 1), file = face.source()
			.replaceFirst("#\\d+$", "");
		final PairEntry entry = new PairEntry(name, PairFiles.bare(name), PairFiles
			.made(name), PairFiles.masks(name), seed, face.source(), a.exemplars(),
			rounded(a.shade()), rounded(a.confidence()), rights.licence(file), rights
				.consent(file), Provenance.AMPLIFIED, false);
		return new PairSetWriter.Sample(entry, new PairPictures(N, N, face.rgb(),
			InterleavedRgb.of(a.made()), masks(a)));
	}

	private static double rounded(final double value) {
		return Math.round(value * DIGITS) / DIGITS;
	}

	private static byte[] masks(final Amplified a) {
		final float[] planes = new float[3 * N * N];
		final int[] order = { Amplified.LIPS, Amplified.EYES, Amplified.FACE };
		for (int c = 0; c < 3; c++)
			System.arraycopy(a.masks(), order[c] * N * N, planes, c * N * N, N * N);
		return InterleavedRgb.of(planes);
	}

	@Override
	public void close() {
		workers.shutdownNow();
		try {
			// The amplifier may only be closed when nobody uses it.
			workers.awaitTermination(1, TimeUnit.MINUTES);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
