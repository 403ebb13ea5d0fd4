package sc.fiji.tinybeauty.models.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** Framing and light must change both pictures alike. */
class SampleTest {

	private static final int N = 64;
	private final TrainingPairs faces = new DrawnFaces(10, N, 3);

	@Test
	void untouchedPairHasNoResidualUnderAnyDraw() {
		final Pair p = faces.get(0);
		final Pair same = new Pair("same", "x", 1, false, N, p.bare(), p.bare()
			.clone(), p.eyes());
		for (int seed = 0; seed < 20; seed++) {
			final SplittableRandom random = new SplittableRandom(seed);
			final Sample s = new Sample(48);
			s.fill(same, Augmentation.draw(random, N, 48), random);
			for (final float r : s.residual)
				assertEquals(0, r);
			for (final float w : s.weight)
				assertEquals(1, w);
		}
	}

	@Test
	void withoutChangeTheSampleIsThePair() {
		final Pair p = faces.get(0);
		final Sample s = new Sample(N);
		s.fill(p, Augmentation.none(0, 0), null);
		for (int i = 0; i < N * N; i++)
			for (int c = 0; c < 3; c++) {
				final float bare = (p.bare()[3 * i + c] & 255) / 255f;
				final float made = (p.made()[3 * i + c] & 255) / 255f;
				assertEquals(bare, s.input[c * N * N + i], 1e-6);
				assertEquals(made - bare, s.residual[c * N * N + i], 1e-6);
			}
	}

	@Test
	void theSameSeedGivesTheSameSample() {
		final float[][] inputs = new float[3][];
		for (int k = 0; k < 3; k++) {
			final SplittableRandom random = new SplittableRandom(k < 2 ? 7 : 8);
			final Sample s = new Sample(48);
			s.fill(faces.get(1), Augmentation.draw(random, N, 48), random);
			inputs[k] = s.input;
		}
		assertArrayEquals(inputs[0], inputs[1]);
		assertFalse(Arrays.equals(inputs[0], inputs[2]));
	}

	@Test
	void picturesWithoutAFaceAskForNothing() {
		for (int seed = 0; seed < 40; seed++) {
			final Sample s = new Sample(N);
			HardNegatives.fill(s, faces.get(seed % 10), new SplittableRandom(seed));
			for (final float r : s.residual)
				assertEquals(0, r);
			for (final float v : s.input)
				assertTrue(v >= -0.05 && v <= 1.05, "value " + v);
		}
	}

	@Test
	void mirroringStaysInside() {
		for (int i = -300; i < 300; i++)
			assertTrue(Sample.mirror(i, 7) >= 0 && Sample.mirror(i, 7) < 7);
		assertEquals(0, Sample.mirror(-1, 7));
		assertEquals(6, Sample.mirror(7, 7));
	}

	@Test
	void everyToneIsDrawnEquallyOften() {
		assertEquals(2000, rareOf4000(1), 150);
	}

	@Test
	void aFavouredToneIsDrawnMoreOften() {
		assertEquals(2667, rareOf4000(2), 150);
	}

	private int rareOf4000(final double share) {
		final TrainingPairs uneven = new TrainingPairs() {

			@Override
			public int size() {
				return 10;
			}

			@Override
			public Pair get(final int i) {
				final Pair p = faces.get(0);
				return new Pair("p" + i, i == 0 ? "rare" : "common", 1, false, N, p
					.bare(), p.made(), p.eyes());
			}

			@Override
			public double share(final String tone) {
				return tone.equals("rare") ? share : 1;
			}
		};
		final BalancedSampler sampler = new BalancedSampler(uneven);
		final SplittableRandom random = new SplittableRandom(1);
		int rare = 0;
		for (int i = 0; i < 4000; i++)
			if (sampler.draw(random).tone().equals("rare")) rare++;
		return rare;
	}
}
