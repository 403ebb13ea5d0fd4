package sc.fiji.tinybeauty.models.amplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.models.train.TrainingListener;
import sc.fiji.tinybeauty.ops.face.Landmarks;

class FineTuningTest {

	private static final List<SeedPair> SEEDS = Seeds.pairs(3, 0.3f, 0.2f, -0.1f);

	private static FineTuning.Result run(final FineTuning.Mode mode,
		final List<SeedPair> seeds, final int steps,
		final TrainingListener listener) throws InterruptedException
	{
		return FineTuning.run(Seeds.untrained(), Seeds.style(seeds), Seeds.people(6),
			new FineTuning.Options(mode, steps, 2, 1e-3, 1), listener);
	}

	@Test
	void tuningThatHelpsOnHeldOutSeedsIsKept() throws InterruptedException {
		final FineTuning.Result result = run(FineTuning.Mode.AUTO, SEEDS, 9,
			TrainingListener.NONE);
		assertTrue(result.tuned() && result.tunedPsnr() > result.untunedPsnr() + 1,
			result.toString());
		assertTrue(result.steps() >= 3 && result.steps() <= 9);
		assertFalse(result.prior().weights().equals(Seeds.untrained().weights()));
		assertEquals("tuned", result.prior().card().name());
	}

	@Test
	void tuningThatDoesNotHelpIsDropped() throws InterruptedException {
		final Prior prior = Seeds.untrained();
		final FineTuning.Result result = FineTuning.run(prior, Seeds.style(SEEDS),
			Seeds.people(6), new FineTuning.Options(FineTuning.Mode.AUTO, 3, 1, 0, 1),
			TrainingListener.NONE);
		assertFalse(result.tuned());
		assertSame(prior, result.prior());
		assertEquals(result.untunedPsnr(), result.tunedPsnr(), 1e-3);
	}

	@Test
	void sameSeedSameWeights() throws InterruptedException {
		assertEquals(run(FineTuning.Mode.YES, SEEDS, 2, TrainingListener.NONE).prior()
			.weights(), run(FineTuning.Mode.YES, SEEDS, 2, TrainingListener.NONE)
				.prior().weights());
	}

	@Test
	void fewSeedsAreNotTunedAndOneAloneCanBe() throws InterruptedException {
		assertFalse(run(FineTuning.Mode.AUTO, SEEDS.subList(0, 2), 9,
			TrainingListener.NONE).tuned());
		assertFalse(run(FineTuning.Mode.NO, SEEDS, 9, TrainingListener.NONE)
			.tuned());
		assertTrue(run(FineTuning.Mode.YES, SEEDS.subList(0, 1), 1,
			TrainingListener.NONE).tuned());
	}

	@Test
	void stoppedTuningLeavesThePriorAsItWas() throws InterruptedException {
		final int[] steps = { 0 };
		final FineTuning.Result result = run(FineTuning.Mode.AUTO, SEEDS, 3,
			new TrainingListener() {

				@Override
				public void step(final int step, final int all, final double loss,
					final double relativeError)
				{
					assertEquals(++steps[0], step);
					assertEquals(12, all);
				}

				@Override
				public boolean stopRequested() {
					return steps[0] == 4;
				}
			});
		assertFalse(result.tuned());
		assertEquals(4, steps[0]);
	}

	/** A pair and its landmarks move together, twice mirrored is as before. */
	@Test
	void jitterMovesPicturesAndLandmarksAlike() {
		final SeedPair pair = SEEDS.get(0);
		final SeedPair twice = SeedJitter.mirror(SeedJitter.mirror(pair));
		for (int i = 0; i < pair.bare().length; i++)
			assertEquals(pair.bare()[i], twice.bare()[i]);
		for (int i = 0; i < Landmarks.COUNT; i++)
			assertEquals(pair.landmarks().x(i), twice.landmarks().x(i), 1e-3f);
		for (int seed = 0; seed < 4; seed++) {
			final SeedPair moved = SeedJitter.draw(pair, seed % 2 == 1,
				new SplittableRandom(seed));
			assertTrue(lipContrast(moved) > 0.8 * lipContrast(pair), seed + ": " +
				lipContrast(moved));
		}
	}

	/** How much more the lips change than the cheeks, where the landmarks say. */
	private static double lipContrast(final SeedPair pair) {
		return change(pair, 17, 14) - change(pair, 50, 205);
	}

	private static double change(final SeedPair pair, final int a, final int b) {
		final int x = (int) (pair.landmarks().x(a) + pair.landmarks().x(b)) / 2;
		final int y = (int) (pair.landmarks().y(a) + pair.landmarks().y(b)) / 2;
		return pair.made()[y * Seeds.N + x] - pair.bare()[y * Seeds.N + x];
	}
}
