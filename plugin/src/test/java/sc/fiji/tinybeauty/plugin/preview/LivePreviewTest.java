package sc.fiji.tinybeauty.plugin.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import ij.ImagePlus;
import ij.gui.Overlay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.models.makeup.FaceSelection;
import sc.fiji.tinybeauty.models.makeup.Strengths;
import sc.fiji.tinybeauty.plugin.image.Samples;
import sc.fiji.tinybeauty.plugin.image.Samples.Kind;
import sc.fiji.tinybeauty.plugin.makeup.FakeMaker;
import sc.fiji.tinybeauty.plugin.makeup.MakeupSettings;

/** The preview is quick, takes back what it did, and never stalls its caller. */
class LivePreviewTest {

	private final FakeMaker maker = new FakeMaker();
	private final LinkedBlockingQueue<String> messages =
		new LinkedBlockingQueue<>();
	private final ImagePlus image = Samples.of(Kind.RGB);
	private final Overlay own = image.getOverlay();
	private final LivePreview preview = new LivePreview(image, maker,
		messages::add);

	@AfterEach
	void close() {
		preview.close();
	}

	private static MakeupSettings settings(final double strength,
		final FaceSelection faces)
	{
		return new MakeupSettings("fake", new Strengths(strength, 1, 1, 1), faces,
			Search.NORMAL, DeviceChoice.AUTO);
	}

	private String show(final double strength, final FaceSelection faces)
		throws InterruptedException, InvocationTargetException
	{
		preview.show(settings(strength, faces));
		final String message = messages.poll(10, TimeUnit.SECONDS);
		Thread.sleep(50);
		EventQueue.invokeAndWait(() -> {});
		return message;
	}

	@Test
	void movingAStrengthDoesNotRunTheNetworkAgain() throws Exception {
		for (int i = 0; i < 5; i++)
			assertEquals("1 face", show(0.2 * i + 0.1, FaceSelection.ALL));
		assertEquals(1, maker.runs);
		assertEquals(5, maker.composites);
		show(1, FaceSelection.LARGEST);
		assertEquals(2, maker.runs);
	}

	@Test
	void comesAndGoesWithoutATrace() throws Exception {
		final int before = Samples.hash(image);
		show(1, FaceSelection.ALL);
		assertNotSame(own, image.getOverlay());
		assertEquals(2, image.getOverlay().size());
		preview.hide();
		assertEquals(before, Samples.hash(image));
		show(1, FaceSelection.ALL);
		preview.close();
		assertEquals(before, Samples.hash(image));
	}

	@Test
	void aClosedPreviewShowsNothingLate() throws Exception {
		maker.millis = 300;
		preview.show(settings(1, FaceSelection.ALL));
		Thread.sleep(50);
		preview.close();
		Thread.sleep(500);
		EventQueue.invokeAndWait(() -> {});
		assertSame(own, image.getOverlay());
	}

	@Test
	void theNewestRequestWins() throws Exception {
		maker.millis = 200;
		final long start = System.nanoTime();
		for (int i = 0; i < 50; i++)
			preview.show(settings(0.02 * i, FaceSelection.ALL));
		assertTrue(System.nanoTime() - start < 150e6, "the caller was stalled");
		Thread.sleep(900);
		assertTrue(maker.composites <= 3, maker.composites + " previews drawn");
		assertNotEquals(0, maker.composites);
	}

	@Test
	void saysThatThereIsNoFace() throws Exception {
		image.deleteRoi();
		image.getProcessor().setColor(0);
		image.getProcessor().fill();
		assertEquals("No face was found.", show(1, FaceSelection.ALL));
		assertSame(own, image.getOverlay());
	}

	@Test
	void saysWhatIsWrong() throws Exception {
		image.deleteRoi();
		assertTrue(show(1, FaceSelection.ROI).contains("needs a selection"));
		assertSame(own, image.getOverlay());
	}
}
