package sc.fiji.tinybeauty.plugin.makeup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.FloatProcessor;
import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.models.makeup.FaceSelection;
import sc.fiji.tinybeauty.models.makeup.Strengths;
import sc.fiji.tinybeauty.plugin.image.Samples;
import sc.fiji.tinybeauty.plugin.image.Samples.Kind;
import sc.fiji.tinybeauty.plugin.report.MakeupRow;
import sc.fiji.tinybeauty.plugin.report.MakeupRow.Status;
import sc.fiji.tinybeauty.plugin.report.MakeupTable;

/** Faces, selections, cancelling and images that cannot be made up. */
class MakeupJobTest {

	private static MakeupResult run(final ImagePlus image,
		final FaceSelection faces, final Progress progress)
	{
		return new MakeupJob(new FakeMaker(), progress).run(image,
			new MakeupSettings("fake", Strengths.ONE, faces, Search.NORMAL,
				DeviceChoice.AUTO), OutputKind.IMAGE);
	}

	@Test
	void withoutAFaceThereIsNoImageButARow() {
		final ImagePlus black = IJ.createImage("dark.png", "RGB black", 64, 48, 2);
		final MakeupResult made = run(black, FaceSelection.ALL, Progress.NONE);
		assertNull(made.image());
		assertEquals(2, made.rows().size());
		assertEquals(Status.NO_FACE, made.rows().get(1).status());
		assertEquals(2, made.rows().get(1).slice());
		assertTrue(made.rows().get(0).reason().startsWith("No face was found"));
	}

	@Test
	void someSlicesWithoutAFaceStayAsTheyAre() {
		final ImagePlus stack = Samples.of(Kind.RGB_STACK);
		stack.getStack().getProcessor(2).setColor(0);
		stack.getStack().getProcessor(2).fill();
		final MakeupResult made = run(stack, FaceSelection.ALL, Progress.NONE);
		assertEquals(List.of(Status.OK, Status.NO_FACE, Status.OK), made.rows()
			.stream().map(MakeupRow::status).toList());
		assertEquals(Samples.pixels(stack, 2), Samples.pixels(made.image(), 2));
	}

	@Test
	void aRowSaysEverythingAboutAFace() {
		final MakeupRow row = run(Samples.of(Kind.RGB), FaceSelection.ALL,
			Progress.NONE).rows().get(0);
		assertEquals(List.of("sample RGB.png", "1", "1", "16.0", "12.0", "32.0",
			"24.0", "0.900", "fake", "cpu", "1.50", "ok", ""), row.values());
		assertEquals(String.join(",", MakeupRow.COLUMNS), String.join(",",
			MakeupTable.table(List.of(row)).getHeadings()));
	}

	@Test
	void aSelectionRestrictsTheSearch() {
		final ImagePlus image = Samples.of(Kind.RGB);
		image.deleteRoi();
		assertTrue(assertThrows(IllegalArgumentException.class, () -> run(image,
			FaceSelection.ROI, Progress.NONE)).getMessage().contains(
				"needs a selection"));
		image.setRoi(new OvalRoi(0, 0, 20, 20));
		assertNull(run(image, FaceSelection.ALL, Progress.NONE).image());
		assertNotNull(run(image, FaceSelection.WHOLE, Progress.NONE).image());
		image.setRoi(new Roi(10, 10, 40, 30));
		assertNotNull(run(image, FaceSelection.ROI, Progress.NONE).image());
		image.setRoi(new Roi(500, 500, 40, 30));
		assertThrows(IllegalArgumentException.class, () -> run(image,
			FaceSelection.ROI, Progress.NONE));
	}

	@Test
	void cancellingStopsAtTheNextPhotograph() {
		final int[] shown = new int[1];
		final Progress impatient = new Progress() {

			@Override
			public void show(final int done, final int total, final String what) {
				shown[0]++;
			}

			@Override
			public boolean isCanceled() {
				return shown[0] == 2;
			}
		};
		final ImagePlus stack = Samples.of(Kind.RGB_STACK);
		final int before = Samples.hash(stack);
		assertThrows(CancellationException.class, () -> run(stack,
			FaceSelection.ALL, impatient));
		assertEquals(2, shown[0]);
		assertEquals(before, Samples.hash(stack));
	}

	@Test
	void imagesWithoutContrastEndInASentence() {
		for (final float value : new float[] { Float.NaN, 1,
			Float.POSITIVE_INFINITY })
		{
			final float[] pixels = new float[64 * 64];
			java.util.Arrays.fill(pixels, value);
			final ImagePlus image = new ImagePlus("flat", new FloatProcessor(64, 64,
				pixels));
			final String sentence = assertThrows(IllegalArgumentException.class,
				() -> run(image, FaceSelection.ALL, Progress.NONE)).getMessage();
			assertTrue(sentence.contains("\"flat\"") && sentence.endsWith("."),
				sentence);
		}
	}

	@Test
	void narrowImagesHoldNoFace() {
		assertNull(run(IJ.createImage("line", "RGB white", 1, 500, 1),
			FaceSelection.ALL, Progress.NONE).image());
		assertNull(run(IJ.createImage("line", "16-bit ramp", 500, 1, 1),
			FaceSelection.WHOLE, Progress.NONE).image());
	}

	@Test
	void csvQuotesWhatNeedsIt() {
		final MakeupRow row = MakeupRow.without("a,\"b\".jpg", 1, "fake",
			Status.FAILED, "It is,\nwell, odd.");
		assertTrue(MakeupTable.csv(List.of(row)).endsWith(
			"\n\"a,\"\"b\"\".jpg\",1,0,,,,,,fake,,,failed,\"It is,\nwell, odd.\"\n"));
	}
}
