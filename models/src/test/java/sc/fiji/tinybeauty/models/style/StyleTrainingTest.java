package sc.fiji.tinybeauty.models.style;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.tinybeauty.models.face.TestFaces;
import sc.fiji.tinybeauty.models.makeup.Style;
import sc.fiji.tinybeauty.models.makeup.Styles;
import sc.fiji.tinybeauty.models.train.LossCurve;

/** From a folder of pairs to a style that can be chosen, with the real networks. */
class StyleTrainingTest {

	private static final int STEPS = 6, BATCH = 2;

	@TempDir
	private Path folder;
	private Path pairs;
	private String before;

	@BeforeEach
	void write() throws IOException {
		pairs = FewPairs.write(folder.resolve("pairs é 中"), TestFaces.NAMES);
		before = System.setProperty(Styles.FOLDER_PROPERTY, folder.resolve("own")
			.toString());
	}

	@AfterEach
	void restore() {
		if (before == null) System.clearProperty(Styles.FOLDER_PROPERTY);
		else System.setProperty(Styles.FOLDER_PROPERTY, before);
	}

	private StyleOrder order(final String file) {
		return StyleOrder.of(pairs, "red", folder.resolve(file)).withSteps(STEPS,
			BATCH);
	}

	@Test
	void writesAStyleThatIsListedAtOnce() throws Exception {
		final List<String> seen = new ArrayList<>();
		final TrainedStyle trained = StyleTraining.train(order("my red.safetensors"),
			new StyleProgress()
			{

				@Override
				public void checked(final LossCurve curve,
					final Supplier<BufferedImage> sheet)
			{
					seen.add(curve.points().size() + " " + curve.checks().size() + " " +
						sheet.get().getWidth());
				}
			});
		assertEquals(List.of(STEPS + " 1 768"), seen);
		assertEquals(4, trained.pairs());
		assertEquals(1, trained.quality().all().count());
		assertTrue(trained.summary().contains("Held out"), trained.summary());
		assertTrue(Styles.names().contains("red"));
		final Style listed = Styles.byNameOrFile("red");
		final Style written = Style.load(folder.resolve("my red.safetensors"));
		assertEquals(written.card().sha256(), listed.card().sha256());
		assertEquals("red", written.name());
		for (final String ending : List.of("-curve.csv", "-curve.png",
			"-faces.png"))
			assertTrue(Files.size(folder.resolve("my red" + ending)) > 100, ending);
		assertFalse(Files.exists(folder.resolve("my red.training")));
	}

	@Test
	void goesOnWithTheSameScheduleAndEndsWithTheSameBytes() throws Exception {
		StyleTraining.train(order("whole.safetensors"), StyleProgress.NONE);
		final List<String> said = new ArrayList<>();
		final CancellationException left = assertThrows(CancellationException.class,
			() -> StyleTraining.train(order("parts.safetensors"), leaveAt(3, said)));
		assertTrue(left.getMessage().contains("goes on"), left.getMessage());
		assertFalse(Files.exists(folder.resolve("parts.safetensors")));
		final IOException other = assertThrows(IOException.class, () -> StyleTraining
			.train(order("parts.safetensors").withSeed(9), StyleProgress.NONE));
		assertTrue(other.getMessage().contains("unfinished"), other.getMessage());
		StyleTraining.train(order("parts.safetensors"), leaveAt(1000, said));
		assertEquals(List.of("Going on with the training that was interrupted."),
			said);
		assertArrayEquals(Files.readAllBytes(folder.resolve("whole.safetensors")),
			Files.readAllBytes(folder.resolve("parts.safetensors")));
	}

	@Test
	void stoppingKeepsTheBestSoFar() throws Exception {
		final TrainedStyle trained = StyleTraining.train(order("s.safetensors")
			.withSteps(500, BATCH), new StyleProgress()
		{

				private boolean enough;

				@Override
				public void checked(final LossCurve curve,
					final Supplier<BufferedImage> sheet)
				{
					enough = true;
				}

				@Override
				public boolean stopped() {
					return enough;
				}
			});
		assertTrue(trained.bestStep() < 500);
		assertTrue(Files.exists(folder.resolve("s.safetensors")));
	}

	/** One minute of a hundredth fits few steps, but the whole chain. */
	@Test
	void aScheduleIsPlannedByTheClock() throws Exception {
		final List<String> said = new ArrayList<>();
		final TrainedStyle trained = StyleTraining.train(order("t.safetensors")
			.withMinutes(0.01), leaveAt(1000, said));
		assertTrue(said.get(0).contains("fit into"), said.toString());
		assertEquals(1, trained.steps());
	}

	@Test
	void bareFacesGetTheMakeupByLandmarks() throws Exception {
		final Path faces = Files.createDirectories(folder.resolve("faces"));
		for (final String name : List.of("tan", "dark"))
			Files.copy(Path.of("src/test/resources/sc/fiji/tinybeauty/models/face",
				name + ".png"), faces.resolve(name + ".png"));
		final TrainedStyle trained = StyleTraining.train(order("w.safetensors")
			.withFaces(faces).withSeeds(pairs), StyleProgress.NONE);
		assertEquals(5 + 2 - 1, trained.pairs());
		assertEquals(TestFaces.NAMES.size(), trained.seeds().count());
		assertTrue(trained.seeds().idlePsnr() > 15 && trained.seeds().psnr() > 15);
		assertTrue(trained.summary().contains("Real seeds"), trained.summary());
	}

	@Test
	void refusesWhatCannotWork() {
		assertThrows(IllegalArgumentException.class, () -> StyleOrder.of(pairs,
			"natural", folder.resolve("x.safetensors")));
		assertThrows(IllegalArgumentException.class, () -> StyleOrder.of(pairs,
			"a/b", folder.resolve("x.safetensors")));
		assertThrows(IllegalArgumentException.class, () -> StyleOrder.of(pairs, "x",
			folder.resolve("x.png")));
		assertThrows(IOException.class, () -> StyleTraining.train(StyleOrder.of(folder
			.resolve("nowhere"), "x", folder.resolve("x.safetensors")),
			StyleProgress.NONE));
		assertThrows(IllegalArgumentException.class, () -> StyleTraining.train(order(
			"x.safetensors").withFrom("no such style"), StyleProgress.NONE));
	}

	private static StyleProgress leaveAt(final int step,
		final List<String> said)
	{
		return new StyleProgress() {

			private int done;

			@Override
			public void show(final int now, final int total, final String what) {
				if (what.startsWith("Step")) done = now;
			}

			@Override
			public void message(final String message) {
				said.add(message);
			}

			@Override
			public boolean canceled() {
				return done >= step;
			}
		};
	}
}
