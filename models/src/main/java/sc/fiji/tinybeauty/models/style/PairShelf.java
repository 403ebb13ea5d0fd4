package sc.fiji.tinybeauty.models.style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.tinybeauty.models.train.Pair;
import sc.fiji.tinybeauty.models.train.TrainingPairs;
import sc.fiji.tinybeauty.ops.face.FaceCrop;

/**
 * Training and held-out pairs, read on demand. The ones used last stay in
 * memory, at 8 bits, up to a bound that does not depend on their number.
 */
final class PairShelf implements TrainingPairs {

	/** Two pictures, an eye mask, a bit per pixel. */
	private static final long PAIR_BYTES = 57L * FaceCrop.SIZE * FaceCrop.SIZE /
		8;
	private static final long MOST_BYTES = 768L << 20;

	private final List<ShelfPair> train;
	private final List<ShelfPair> held;
	private final int capacity;
	private final Map<Integer, Pair> recent = new LinkedHashMap<>(16, 0.75f,
		true)
	{

		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(final Map.Entry<Integer, Pair> eldest) {
			return size() > capacity;
		}
	};

	PairShelf(final List<ShelfPair> train, final List<ShelfPair> held) {
		this(train, held, (int) Math.max(32, Math.min(MOST_BYTES, Runtime
			.getRuntime().maxMemory() / 4) / PAIR_BYTES));
	}

	/** @param capacity most pairs in memory */
	PairShelf(final List<ShelfPair> train, final List<ShelfPair> held,
		final int capacity)
	{
		this.train = List.copyOf(train);
		this.held = List.copyOf(held);
		this.capacity = capacity;
	}

	/** @return the same pairs to train on, and none held out */
	PairShelf trainingOnly() {
		return new PairShelf(train, List.of(), capacity);
	}

	/** @return number of pairs to train on */
	int training() {
		return train.size();
	}

	/** @return number of pairs in memory */
	int inMemory() {
		synchronized (recent) {
			return recent.size();
		}
	}

	private ShelfPair at(final int i) {
		return validation(i) ? held.get(i - train.size()) : train.get(i);
	}

	@Override
	public int size() {
		return train.size() + held.size();
	}

	@Override
	public Pair get(final int i) {
		synchronized (recent) {
			final Pair known = recent.get(i);
			if (known != null) return known;
		}
		try {
			final Pair pair = at(i).load(validation(i));
			synchronized (recent) {
				recent.put(i, pair);
			}
			return pair;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e.getMessage(), e);
		}
	}

	@Override
	public String tone(final int i) {
		return at(i).tone();
	}

	@Override
	public double weight(final int i) {
		return 1;
	}

	@Override
	public boolean validation(final int i) {
		return i >= train.size();
	}
}
