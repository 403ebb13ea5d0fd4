package sc.fiji.tinybeauty.models.pairs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.tinybeauty.models.amplify.BareFace;
import sc.fiji.tinybeauty.models.amplify.FineTuning;
import sc.fiji.tinybeauty.models.amplify.Prior;
import sc.fiji.tinybeauty.models.amplify.ResidualDiffusion;
import sc.fiji.tinybeauty.models.amplify.SeedPair;
import sc.fiji.tinybeauty.models.recipe.SyntheticFace;
import sc.fiji.tinybeauty.models.weights.ModelCard;

/** Fine-tuning of an interrupted amplification, with the real network for two steps. */
class TunedPriorTest {

	private static final Supplier<List<BareFace>> NO_FACES = List::of;

	@TempDir
	private Path folder;
	private final List<String> messages = new ArrayList<>();

	private Prior prior() throws IOException {
		final Path file = folder.resolve("prior.safetensors");
		new Prior(ResidualDiffusion.initialWeights(1), new ModelCard("test",
			"For tests.", "BSD-2-Clause", ResidualDiffusion.ARCHITECTURE,
			ResidualDiffusion.graph().parameterCount(), 0, 0, List.of(), Map.of(), ""))
			.save(file);
		return Prior.load(file);
	}

	private static Map<String, List<SeedPair>> seeds(final int count) {
		final List<SeedPair> seeds = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			final SyntheticFace face = DrawnFaces.face(i);
			seeds.add(new SeedPair("s" + i, face.pixels, DrawnFaces.made(i, 0.7f, 0.1f,
				0.3f), face.landmarks));
		}
		return Map.of("style", seeds);
	}

	private Prior get(final FineTuning.Mode mode, final int seeds,
		final PairSetWriter store, final AmplifyListener listener)
		throws IOException
	{
		return new TunedPrior(prior(), new FineTuning.Options(mode, 2, 2, 3e-4, 1))
			.get(seeds(seeds), NO_FACES, store, listener, messages);
	}

	@Test
	void tunedWeightsAreKeptAndTakenUp() throws IOException {
		final Path out = folder.resolve("out");
		final Prior first;
		try (PairSetWriter store = PairSetWriter.open(out, Drawn.card(3), 2)) {
			assertThrows(CancellationException.class, () -> get(FineTuning.Mode.YES, 6,
				store, (done, total, what) -> done < 1));
			assertFalse(Files.exists(out.resolve("tuning.txt")));
			first = get(FineTuning.Mode.YES, 6, store, AmplifyListener.NONE);
			assertNotEquals(prior().card().sha256(), first.card().sha256());
			// Killed between the weights and the decision: the same ones once more.
			Files.delete(out.resolve("tuning.txt"));
			final byte[] weights = Files.readAllBytes(out.resolve(
				"tuned.safetensors"));
			get(FineTuning.Mode.YES, 6, store, AmplifyListener.NONE);
			assertArrayEquals(weights, Files.readAllBytes(out.resolve(
				"tuned.safetensors")));
		}
		try (PairSetWriter store = PairSetWriter.open(out, Drawn.card(3), 2)) {
			messages.clear();
			final Prior again = get(FineTuning.Mode.YES, 6, store, (done, total,
				what) -> {
				throw new IllegalStateException("It is tuned already.");
			});
			assertEquals(first.card().sha256(), again.card().sha256());
			assertTrue(messages.get(0).contains("fine-tuned"), "" + messages);
		}
	}

	@Test
	void withoutFacesNobodyTunesUnlessToldTo() throws IOException {
		final Prior prior = prior();
		assertSame(prior, new TunedPrior(prior, FineTuning.Options.of(
			FineTuning.Mode.NO, 1)).get(seeds(2), NO_FACES, null, AmplifyListener.NONE,
				messages));
		assertTrue(messages.isEmpty());
		assertEquals(prior.card().sha256(), get(FineTuning.Mode.AUTO, 5, null,
			AmplifyListener.NONE).card().sha256());
		assertTrue(messages.get(0).contains("Fewer than 6"), messages.get(0));
		assertThrows(IllegalArgumentException.class, () -> get(FineTuning.Mode.YES, 5,
			null, AmplifyListener.NONE));
	}
}
