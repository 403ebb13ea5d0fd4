package sc.fiji.tinybeauty.models.amplify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every backbone of the amplifier must do; see its Javadoc. */
abstract class ResidualBackboneContract {

	private static final int LENGTH = 3 * Seeds.PIXELS;

	private final List<SeedPair> seeds = Seeds.pairs(3, 0.2f, 0.1f, -0.05f);
	private final ResidualBackbone.Target target = new ResidualBackbone.Target(
		Seeds.person(4).pixels, Seeds.landmarks());
	private ResidualBackbone backbone;

	abstract ResidualBackbone create();

	@BeforeEach
	void open() {
		backbone = create();
	}

	@AfterEach
	void close() {
		backbone.close();
	}

	@Test
	void resultsAreFiniteAndInRange() {
		assertFalse(backbone.name().isBlank());
		final float[] r = backbone.residual(target, seeds, 2, 1);
		assertEquals(LENGTH, r.length);
		for (final float v : r)
			assertTrue(Math.abs(v) <= 1, "" + v);
		final float[] f = backbone.unconditional(target);
		assertEquals(LENGTH, f.length);
		for (final float v : f)
			assertTrue(v >= 0 && v <= 1, "" + v);
	}

	@Test
	void resultsDependOnTheArgumentsAlone() {
		final float[] first = backbone.residual(target, seeds, 2, 7);
		backbone.residual(new ResidualBackbone.Target(Seeds.person(5).pixels, Seeds
			.landmarks()), seeds.subList(0, 1), 1, 8);
		final float[] again = backbone.residual(target, seeds, 2, 7);
		assertNotSame(first, again);
		assertArrayEquals(first, again);
		assertArrayEquals(backbone.unconditional(target), backbone.unconditional(
			target));
	}

	@Test
	void argumentsStayAsTheyAre() {
		final float[] bare = target.bare().clone(), made = seeds.get(0).made()
			.clone();
		backbone.residual(target, seeds, 1, 1);
		backbone.unconditional(target);
		assertArrayEquals(bare, target.bare());
		assertArrayEquals(made, seeds.get(0).made());
	}

	@Test
	void threadsDoNotDisturbEachOther() throws InterruptedException,
		ExecutionException
	{
		final ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			final List<Future<float[]>> results = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				final int seed = i % 2;
				results.add(threads.submit(() -> backbone.residual(target, seeds, 2,
					seed)));
			}
			for (int i = 0; i < 4; i++)
				assertArrayEquals(backbone.residual(target, seeds, 2, i % 2), results.get(
					i).get());
		}
		finally {
			threads.shutdown();
		}
	}

	@Test
	void exemplarsAndStepsAreDemanded() {
		final List<SeedPair> none = List.of();
		assertThrows(IllegalArgumentException.class, () -> backbone.residual(target,
			none, 1, 1));
		assertThrows(IllegalArgumentException.class, () -> backbone.residual(target,
			seeds, 0, 1));
	}

	/** Where the exemplars' lips get redder, so do the target's. */
	@Test
	void makeupFollowsTheExemplars() {
		final float[] lips = java.util.Arrays.copyOf(sc.fiji.tinybeauty.ops.region.RegionMasks
			.partition(Seeds.landmarks(), Seeds.N).update(null)
			.getCurrentStorageArray(), Seeds.PIXELS);
		final float[] strong = backbone.residual(target, Seeds.pairs(3, 0.4f, 0, 0),
			1, 1), none = backbone.residual(target, Seeds.pairs(3, 0, 0, 0), 1, 1);
		double gain = 0, area = 0;
		for (int i = 0; i < Seeds.PIXELS; i++) {
			gain += lips[i] * (strong[i] - none[i]);
			area += lips[i];
		}
		assertTrue(gain / area > 0.2, "" + gain / area);
	}
}
