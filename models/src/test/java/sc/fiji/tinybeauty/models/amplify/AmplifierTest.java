package sc.fiji.tinybeauty.models.amplify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.weights.ModelFileException;

class AmplifierTest {

	private static final int PIXELS = Seeds.PIXELS;
	private static final AmplifierSettings PLAIN = AmplifierSettings.standard();
	private static final float[] FACE = Seeds.person(5).pixels;

	private static Amplifier untrained(final int seeds) {
		return Amplifier.open(Seeds.untrained(), Seeds.pairs(seeds, 0.2f, 0.1f,
			-0.05f), DeviceChoice.CPU);
	}

	private static Amplified amplify(final Amplifier amplifier,
		final AmplifierSettings settings, final long seed)
	{
		return amplifier.amplify(FACE, Seeds.landmarks(), settings, seed);
	}

	@Test
	void noShadeIsTheBareFace() {
		try (Amplifier amplifier = untrained(2)) {
			assertArrayEquals(FACE, amplify(amplifier, PLAIN.withShade(0), 1).made());
			assertFalse(Arrays.equals(FACE, amplify(amplifier, PLAIN, 1).made()));
		}
	}

	@Test
	void onlyTheResidualTouchesThePhoto() {
		try (Amplifier amplifier = untrained(2)) {
			final Amplified a = amplify(amplifier, PLAIN, 1);
			final float[] changed = a.mask(Amplified.CHANGED);
			int outside = 0;
			for (int i = 0; i < FACE.length; i++) {
				assertEquals(Math.max(0, Math.min(1, FACE[i] + a.residual()[i])), a
					.made()[i], 1e-6f);
				if (changed[i % PIXELS] > 0) continue;
				outside++;
				assertEquals(FACE[i], a.made()[i]);
				assertEquals(0, a.residual()[i]);
			}
			assertTrue(outside > 3 * 1000, outside + " values outside M_changed");
		}
	}

	@Test
	void lessDetailIsCloserToTheUnconditionalPicture() {
		try (Amplifier amplifier = Amplifier.open(Seeds.standIn(0), Seeds.style(Seeds
			.pairs(2, 0.2f, 0, 0))))
		{
			final AmplifierSettings plain = PLAIN.withVariety(0);
			final Amplified all = amplify(amplifier, plain, 1), half = amplify(
				amplifier, plain.withDetail(0.5), 1);
			for (int i = 0; i < FACE.length; i++)
				assertEquals(Math.min(1, FACE[i] + all.residual()[i] - 0.5f * (FACE[i] -
					0.5f)), half.made()[i], 1e-5f);
		}
	}

	@Test
	void shadeScalesTheResidual() {
		try (Amplifier amplifier = Amplifier.open(Seeds.standIn(0), Seeds.style(Seeds
			.pairs(2, 0.2f, 0, 0))))
		{
			final Amplified one = amplify(amplifier, PLAIN.withVariety(0), 1);
			final Amplified two = amplify(amplifier, PLAIN.withVariety(0).withShade(2),
				1);
			assertEquals(1, one.shade());
			for (int i = 0; i < FACE.length; i++)
				assertEquals(2 * one.residual()[i], two.residual()[i], 1e-6f);
		}
	}

	@Test
	void sameSeedSameBytes() {
		try (Amplifier a = untrained(4); Amplifier b = untrained(4)) {
			for (final long seed : new long[] { 3, 4 }) {
				final Amplified first = amplify(a, PLAIN, seed), second = amplify(b,
					PLAIN, seed);
				assertArrayEquals(first.made(), second.made());
				assertArrayEquals(first.masks(), second.masks());
				assertEquals(first.exemplars(), second.exemplars());
				assertEquals(first.confidence(), second.confidence());
			}
			assertFalse(Arrays.equals(amplify(a, PLAIN, 3).made(), amplify(a, PLAIN, 4)
				.made()));
			assertFalse(Arrays.equals(amplify(a, PLAIN, 3).made(), amplify(a, PLAIN
				.withSeed(2), 3).made()));
		}
	}

	@Test
	void samplesVaryInExemplarsAndShade() {
		try (Amplifier amplifier = Amplifier.open(Seeds.standIn(0), Seeds.style(Seeds
			.pairs(5, 0.2f, 0, 0))))
		{
			final Set<List<String>> subsets = new HashSet<>();
			final Set<Double> shades = new HashSet<>();
			for (int seed = 0; seed < 30; seed++) {
				final Amplified a = amplify(amplifier, PLAIN, seed);
				subsets.add(a.exemplars());
				shades.add(a.shade());
				assertTrue(a.shade() >= 0.9 && a.shade() <= 1.1);
				assertEquals(5, amplify(amplifier, PLAIN.withVariety(0), seed).exemplars()
					.size());
			}
			assertTrue(subsets.size() > 5 && shades.size() == 30, subsets + " " +
				shades);
		}
	}

	@Test
	void ofManySeedsThoseFollowThatResembleTheTarget() {
		final List<SeedPair> seeds = new ArrayList<>();
		for (int i = 0; i < 3; i++)
			seeds.addAll(Seeds.pairs(7, 0.2f, 0, 0));
		try (Amplifier amplifier = Amplifier.open(Seeds.standIn(0), Seeds.style(
			seeds)))
		{
			final List<String> names = amplify(amplifier, PLAIN.withVariety(0), 1)
				.exemplars();
			assertEquals(Variety.MOST_EXEMPLARS, names.size());
			// The target is person 5; each person is there three times.
			assertEquals(3, names.stream().filter("person 5"::equals).count(), names
				.toString());
			assertTrue(names.stream().noneMatch("person 0"::equals), names.toString());
		}
	}

	@Test
	void mixWritesEachStyleInItsRegionOnly() {
		final Map<String, List<SeedPair>> styles = new LinkedHashMap<>();
		styles.put("red", Seeds.pairs(2, 0.3f, 0.3f, 0.3f));
		styles.put("dark", Seeds.pairs(2, -0.3f, -0.3f, -0.3f));
		try (Amplifier amplifier = Amplifier.open(Seeds.standIn(0), styles)) {
			final Amplified mix = amplify(amplifier, PLAIN.withVariety(0).withMix(
				new StyleMix("dark", null, "red")), 1);
			final float[] regions = mix.mask(Amplified.LIPS);
			int lips = 0, others = 0;
			for (int i = 0; i < PIXELS; i++) {
				final float lip = regions[i], r = mix.residual()[i];
				if (lip == 1) {
					lips++;
					assertTrue(r < -0.2f, "lips " + r);
				}
				if (lip < 1e-3) {
					others++;
					assertTrue(r > -0.001, "elsewhere " + r);
				}
			}
			assertTrue(lips > 200 && others > 20000);
			final AmplifierSettings unknown = PLAIN.withMix(new StyleMix("blue", null,
				null));
			assertThrows(IllegalArgumentException.class, () -> amplify(amplifier,
				unknown, 1));
		}
	}

	@Test
	void confidenceFallsWhenRunsDisagree() {
		final double[] confidence = new double[3];
		for (int k = 0; k < 3; k++)
			try (Amplifier amplifier = Amplifier.open(Seeds.standIn(0.1f * k), Seeds
				.style(Seeds.pairs(2, 0.3f, 0.2f, 0.1f))))
			{
				confidence[k] = amplify(amplifier, PLAIN, 1).confidence();
			}
		assertTrue(confidence[0] > 0.999 && confidence[1] < 0.9 && confidence[2] <
			confidence[1] && confidence[2] >= 0, Arrays.toString(confidence));
		try (Amplifier amplifier = Amplifier.open(Seeds.standIn(0), Seeds.style(Seeds
			.pairs(2, 0, 0, 0))))
		{
			assertEquals(1, amplify(amplifier, PLAIN, 1).confidence());
		}
	}

	@Test
	void settingsOutOfRangeAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> PLAIN.withShade(2.1));
		assertThrows(IllegalArgumentException.class, () -> PLAIN.withDetail(
			Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> PLAIN.withSteps(0));
		assertThrows(IllegalArgumentException.class, () -> PLAIN.withVariety(-1));
		final List<SeedPair> none = List.of();
		assertThrows(IllegalArgumentException.class, () -> Amplifier.open(Seeds
			.standIn(0), Seeds.style(none)));
	}

	@Test
	void priorIsSavedExactlyAndCheckedWhenLoaded(@TempDir final Path folder)
		throws IOException
	{
		final Path file = folder.resolve("tuned.safetensors");
		final Prior prior = Seeds.untrained();
		prior.save(file);
		final Prior loaded = Prior.load(file);
		assertEquals(prior.weights(), loaded.weights());
		assertEquals(prior.card(), loaded.card());
		final byte[] bytes = Files.readAllBytes(file);
		bytes[bytes.length - 5] ^= 1;
		Files.write(file, bytes);
		assertThrows(ModelFileException.class, () -> Prior.load(file));
		assertThrows(ModelFileException.class, () -> Prior.load(folder.resolve(
			"none.safetensors")));
	}
}
