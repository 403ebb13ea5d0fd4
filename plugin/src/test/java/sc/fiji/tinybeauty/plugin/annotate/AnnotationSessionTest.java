package sc.fiji.tinybeauty.plugin.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.tinybeauty.models.annotate.AnnotateOrder;
import sc.fiji.tinybeauty.models.annotate.MakeupRegion;
import sc.fiji.tinybeauty.models.annotate.PairAnnotator;
import sc.fiji.tinybeauty.models.pairs.PairSet;
import sc.fiji.tinybeauty.plugin.annotate.AnnotationView.Answer;
import sc.fiji.tinybeauty.plugin.photo.PhotoFrames;

/** What the window does, without it: the tasks it would run later are run by hand. */
class AnnotationSessionTest {

	private static final Path FACES = Path.of("..", "models", "src", "test",
		"resources", "sc", "fiji", "tinybeauty", "models", "face");

	@TempDir
	private Path folder;
	private final Deque<Runnable> tasks = new ArrayDeque<>();
	private final List<String> said = new ArrayList<>();
	private Answer answer = Answer.STAY;
	private PairAnnotator annotator;
	private AnnotationSession session;

	@BeforeEach
	void open() throws IOException {
		final Path faces = Files.createDirectory(folder.resolve("faces"));
		for (final String tone : List.of("dark", "light", "tan"))
			Files.copy(FACES.resolve(tone + ".png"), faces.resolve(tone + ".png"));
		Files.write(faces.resolve("broken.png"), new byte[30]);
		start();
	}

	private void start() throws IOException {
		annotator = new PairAnnotator(AnnotateOrder.of(folder.resolve("faces"), folder
			.resolve("pairs")), new PhotoFrames());
		session = new AnnotationSession(annotator, Runnable::run, tasks::add);
		session.start(new AnnotationView() {

			@Override
			public void changed() {}

			@Override
			public void say(final String sentence) {
				said.add(sentence);
			}

			@Override
			public Answer ask(final String face) {
				return answer;
			}
		});
	}

	@AfterEach
	void close() {
		annotator.close();
	}

	private void work() {
		while (!tasks.isEmpty()) tasks.poll().run();
	}

	private int[] pixels() {
		return (int[]) session.image().getProcessor().getPixels();
	}

	private void paint() {
		session.image().getProcessor().setColor(0x3366cc);
		session.image().getProcessor().fillRect(10, 10, 10, 10);
	}

	@Test
	void paintingStaysWhileTheLookChanges() {
		assertTrue(session.progress().startsWith("dark.png: 2 of 4, 0 done"), session
			.progress());
		final int[] before = pixels().clone();
		paint();
		session.choose(MakeupRegion.LIPS);
		session.colour("#c01460");
		session.strengthen(0.2);
		assertEquals(1, tasks.size(), "only the last look is rendered");
		// A stroke while it is being rendered.
		session.image().getProcessor().fillRect(40, 10, 10, 10);
		work();
		assertEquals(200, session.face().correction().pixels());
		assertEquals(0xff3366cc, pixels()[10 * 256 + 10]);
		int lips = 0;
		for (int i = 0; i < before.length; i++)
			if (i / 256 > 100 && pixels()[i] != before[i]) lips++;
		assertTrue(lips > 200, lips + " pixels of the lips changed");
		session.undo();
		session.undo();
		session.undo();
		assertEquals(0, session.face().correction().pixels());
		assertTrue(said.get(said.size() - 1).contains("no correction"));
	}

	@Test
	void bareIsShownAboveAndNeverTakenForPainting() {
		session.showBare(true);
		assertEquals(1, session.image().getOverlay().size());
		session.take();
		assertEquals(0, session.face().correction().pixels());
		session.showBare(false);
		assertNull(session.image().getOverlay());
	}

	@Test
	void unsavedChangesAreAskedAbout() throws IOException {
		paint();
		session.move(1);
		work();
		assertEquals("dark.png", session.face().source(), "stayed");
		answer = Answer.DISCARD;
		session.move(1);
		work();
		assertEquals("light.png", session.face().source());
		assertFalse(annotator.isDone("dark.png"));
		session.strengthen(0.1);
		answer = Answer.SAVE;
		session.move(1);
		work();
		assertEquals("tan.png", session.face().source());
		assertTrue(annotator.isDone("light.png"));
		assertEquals(0.94, lips(), 1e-6, "the last look was rendered and saved");
		answer = Answer.STAY;
		session.move(-1);
		session.move(-1);
		work();
		assertEquals("light.png", session.face().source(), "nothing to ask about");
	}

	private double lips() throws IOException {
		return MakeupRegion.LIPS.opacity(sc.fiji.tinybeauty.models.recipe.Recipe.read(
			folder.resolve("pairs/recipes/light.json")));
	}

	@Test
	void walksThroughTheFolderAndComesBack() throws IOException {
		session.move(-1);
		work();
		assertEquals("dark.png", session.face().source(), "broken.png is no face");
		assertTrue(said.get(said.size() - 1).contains("broken.png"), said
			.toString());
		paint();
		for (int i = 0; i < 3; i++) {
			assertTrue(session.save());
			session.nextUndone();
			work();
		}
		assertTrue(said.get(said.size() - 1).contains("All faces are done"), said
			.toString());
		assertEquals(List.of("dark", "light", "tan"), PairSet.open(folder.resolve(
			"pairs")).all().stream().map(e -> e.name()).toList());
		annotator.close();
		start();
		assertEquals("dark.png", session.face().source());
		assertEquals(100, session.face().correction().pixels());
		assertTrue(session.progress().contains("(saved)"), session.progress());
	}

	@Test
	void aNewFaceBeginsWithTheLookSavedLast() throws IOException {
		session.again();
		assertTrue(said.get(said.size() - 1).contains("No look was saved"), said
			.toString());
		final List<String> recipe = session.look().colours(MakeupRegion.LIPS);
		session.choose(MakeupRegion.LIPS);
		session.colour("#c01460");
		assertTrue(session.save());
		session.nextUndone();
		work();
		assertEquals("light.png", session.face().source());
		assertEquals(List.of("#c01460"), session.look().colours(MakeupRegion.LIPS));
		assertFalse(session.face().isChanged(), "nothing to ask about");
		session.colour("#202020");
		session.again();
		work();
		assertEquals(List.of("#c01460"), session.look().colours(MakeupRegion.LIPS));
		annotator.close();
		start();
		assertEquals("light.png", session.face().source());
		assertEquals(recipe, session.look().colours(MakeupRegion.LIPS),
			"a new window begins with the recipe");
		session.again();
		work();
		assertEquals(List.of("#c01460"), session.look().colours(MakeupRegion.LIPS));
	}

	@Test
	void aRetouchedPictureHasNoLookToTakeOver() throws IOException {
		session.retouched(folder.resolve("faces/dark.png"));
		work();
		assertTrue(session.save());
		session.nextUndone();
		work();
		assertTrue(session.look().isOn(MakeupRegion.LIPS), "the recipe");
		session.again();
		assertTrue(said.get(said.size() - 1).contains("No look was saved"), said
			.toString());
	}

	@Test
	void anImageOfAnotherKindIsPutBack() {
		paint();
		session.take();
		final ImagePlus image = session.image();
		image.setProcessor(image.getProcessor().convertToByte(false));
		session.take();
		assertTrue(image.getProcessor() instanceof ColorProcessor);
		assertEquals(0xff3366cc, pixels()[10 * 256 + 10]);
		image.setProcessor(image.getProcessor().resize(100, 100));
		assertTrue(session.save());
		assertEquals(256, image.getWidth());
		assertTrue(said.stream().anyMatch(s -> s.contains("taken back")));
	}

	@Test
	void aRetouchedPictureReplacesTheFace() throws IOException {
		session.retouched(folder.resolve("faces/tan.png"));
		work();
		assertTrue(said.get(said.size() - 1).contains("do not show the same"), said
			.toString());
		assertFalse(session.face().isChanged());
		session.retouched(folder.resolve("faces/dark.png"));
		work();
		assertTrue(said.get(said.size() - 1).startsWith(
			"The retouched picture has moved by 0.0"), said.toString());
		assertTrue(session.face().isChanged(), "it is not saved yet");
		assertNotEquals(true, session.look().isOn(MakeupRegion.LIPS));
	}
}
