package sc.fiji.tinybeauty.models.pairs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.tinybeauty.models.amplify.AmplifierSettings;
import sc.fiji.tinybeauty.models.amplify.FineTuning;
import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;

class DatasetAmplifierTest {

	@TempDir
	private Path folder;
	private Path seeds;
	private Path faces;
	private Path out;

	@BeforeEach
	void draw() throws IOException {
		seeds = DrawnFaces.seeds(folder.resolve("seeds"), 3, 0.7f, 0.1f, 0.3f);
		faces = DrawnFaces.faces(folder.resolve("faces"));
		out = folder.resolve("out");
	}

	private static AmplifyReport run(final AmplifyOrder order,
		final AmplifyListener listener) throws IOException
	{
		return new DatasetAmplifier(new StillPictures(), listener,
			o -> new DrawnFaces.Source()).run(order);
	}

	private AmplifyOrder order(final Path to, final int count) {
		return AmplifyOrder.of(seeds, faces, to, count);
	}

	@Test
	void makesAPairSetAndListsBadFiles() throws IOException {
		final AmplifyReport report = run(order(out, 20), AmplifyListener.NONE);
		assertEquals(23, report.fresh());
		assertEquals(1, report.failed());
		assertEquals(2, report.problems().size());
		assertTrue(report.summary().contains("1 files left out, 1 failed"), report
			.summary());
		assertEquals(3, report.messages().size());
		assertTrue(report.messages().get(0).contains("0.0"), report.messages().get(
			0));
		final PairSet set = PairSet.open(out);
		theSeedsComeFirst(set);
		final List<PairEntry> amplified = set.all().subList(3, 23);
		assertEquals(20, amplified.stream().map(PairEntry::seed).distinct()
			.count());
		assertTrue(amplified.stream().map(PairEntry::shade).distinct().count() > 9);
		assertTrue(amplified.stream().map(PairEntry::exemplars).distinct()
			.count() > 1);
		assertEquals(7, amplified.stream().filter(e -> e.face().equals("face0.png"))
			.count(), 1);
		for (final PairEntry e : amplified) {
			assertEquals(1, e.shade(), 0.1001);
			assertEquals(Provenance.AMPLIFIED, e.provenance());
			assertEquals(e.face().equals("face0.png") ? "yes, drawn" : "", e
				.consent());
			assertTrue(e.confidence() > 0.2 && e.confidence() < 1, "" + e);
		}
		assertEquals("CC0-1.0; unknown", set.card().get().licence());
		lipsAreMadeUpAndTheRestIsNot(set.read(amplified.get(0)));
	}

	private static void theSeedsComeFirst(final PairSet set)
		throws IOException
	{
		for (int i = 0; i < 3; i++) {
			final PairEntry e = set.all().get(i);
			assertEquals(Provenance.ANNOTATED, e.provenance());
			assertEquals("s" + i, e.face());
			assertArrayEquals(InterleavedRgb.of(DrawnFaces.made(i, 0.7f, 0.1f,
				0.3f)), set.read(e).made());
		}
		assertEquals("000001", set.all().get(3).name());
	}

	private static void lipsAreMadeUpAndTheRestIsNot(final PairPictures p) {
		double lips = 0, beyond = 0;
		for (int i = 0; i < p.bare().length; i++) {
			final int at = i / 3 * 3;
			final int d = Math.abs((p.bare()[i] & 255) - (p.made()[i] & 255));
			if ((p.masks()[at] & 255) > 200) lips = Math.max(lips, d);
			if (p.masks()[at] == 0 && p.masks()[at + 1] == 0 && p.masks()[at + 2] == 0)
				beyond = Math.max(beyond, d);
		}
		assertTrue(lips > 30, "lips change by " + lips);
		assertTrue(beyond <= 1, "the background changes by " + beyond);
	}

	@Test
	void theSameOrderGivesTheSameBytesAlsoAfterACancellation()
		throws IOException
	{
		run(order(out, 35), AmplifyListener.NONE);
		final Path other = folder.resolve("other");
		for (final int stop : new int[] { 5, 20, 50 }) {
			final AtomicInteger steps = new AtomicInteger();
			assertThrows(CancellationException.class, () -> run(order(other, 35), (done,
				total, what) -> steps.incrementAndGet() < stop));
		}
		assertTrue(run(order(other, 35), AmplifyListener.NONE).fresh() < 38);
		assertEquals(PairSetTest.bytes(out), PairSetTest.bytes(other));
		assertEquals(0, run(order(other, 35), AmplifyListener.NONE).fresh());
		final Path third = folder.resolve("third");
		run(order(third, 35).with(AmplifierSettings.standard().withSeed(2)),
			AmplifyListener.NONE);
		assertTrue(!PairSetTest.bytes(out).get("made/000001.png").equals(PairSetTest
			.bytes(third).get("made/000001.png")));
	}

	@Test
	void otherSettingsIntoTheSameFolderAreRefused() throws IOException {
		run(order(out, 3), AmplifyListener.NONE);
		final Map<String, String> before = PairSetTest.bytes(out);
		PairSetTest.assertSentence("count: 3 there, 4 now", () -> run(order(out, 4),
			AmplifyListener.NONE));
		PairSetTest.assertSentence("shade: 1.0 there, 0.5 now", () -> run(order(out,
			3).with(AmplifierSettings.standard().withShade(0.5)),
			AmplifyListener.NONE));
		PairSetTest.assertSentence("finetune: auto there, no now", () -> run(order(
			out, 3).with(FineTuning.Mode.NO), AmplifyListener.NONE));
		DrawnFaces.write(seeds.resolve("made").resolve("s0.png"), DrawnFaces.made(0,
			0, 0, 1));
		PairSetTest.assertSentence("seeds style", () -> run(order(out, 3),
			AmplifyListener.NONE));
		assertEquals(before, PairSetTest.bytes(out));
	}

	@Test
	void regionsMayFollowOtherSeeds() throws IOException {
		final Path blue = DrawnFaces.seeds(folder.resolve("blue"), 2, 0, 0, 1);
		run(new AmplifyOrder(seeds, Map.of("lips", blue), faces, out, 3,
			AmplifierSettings.standard(), FineTuning.Mode.NO, DeviceChoice.CPU, null),
			AmplifyListener.NONE);
		final PairSet set = PairSet.open(out);
		final PairPictures p = set.read(set.all().get(0));
		double red = 0, bluer = 0;
		for (int i = 0; i < p.bare().length; i += 3)
			if ((p.masks()[i] & 255) > 200) {
				red += (p.made()[i] & 255) - (p.bare()[i] & 255);
				bluer += (p.made()[i + 2] & 255) - (p.bare()[i + 2] & 255);
			}
		assertTrue(red < 0 && bluer > 0, red + " " + bluer);
		assertThrows(IllegalArgumentException.class, () -> new AmplifyOrder(seeds, Map
			.of("nose", blue), faces, out, 3, AmplifierSettings.standard(),
			FineTuning.Mode.NO, DeviceChoice.CPU, null));
	}

	@Test
	void badInputIsOneSentence() throws IOException {
		final Path empty = Files.createDirectory(folder.resolve("empty"));
		PairSetTest.assertSentence("holds no pairs", () -> run(AmplifyOrder.of(empty,
			faces, out, 3), AmplifyListener.NONE));
		assertThrows(IllegalArgumentException.class, () -> run(AmplifyOrder.of(seeds,
			empty, out, 3), AmplifyListener.NONE));
		PairSetTest.assertSentence("is no folder", () -> run(AmplifyOrder.of(seeds,
			folder.resolve("none"), out, 3), AmplifyListener.NONE));
		Files.copy(faces.resolve("grey.png"), empty.resolve("grey.png"));
		final String sentence = assertThrows(IllegalArgumentException.class,
			() -> run(AmplifyOrder.of(seeds, empty, out, 3), AmplifyListener.NONE))
			.getMessage();
		assertTrue(sentence.contains("near monochrome"), sentence);
		assertThrows(IllegalArgumentException.class, () -> order(out, 0));
	}

	@Test
	void aSeedThatDoesNotFitIsLeftOut() throws IOException {
		Files.copy(seeds.resolve("made").resolve("s1.png"), seeds.resolve("made")
			.resolve("x.png"));
		DrawnFaces.write(seeds.resolve("bare").resolve("x.png"),
			new float[3 * 256 * 256]);
		final AmplifyReport report = run(order(out, 2), AmplifyListener.NONE);
		assertEquals(List.of("made/x.png"), report.problems().stream().filter(
			p -> p.file().startsWith("made")).map(Problem::file).toList());
		assertTrue(PairSet.open(out).all().stream().noneMatch(e -> e.exemplars()
			.contains("x")));
	}

	@Test
	void variantsOfOnePicture() throws IOException {
		final DatasetAmplifier amplifier = new DatasetAmplifier(new StillPictures(),
			AmplifyListener.NONE, o -> new DrawnFaces.Source());
		final AmplifyOrder order = AmplifyOrder.of(seeds, null, null, 3);
		final float[] face = DrawnFaces.face(1).pixels;
		final DatasetAmplifier.Variants v = amplifier.variants(order, FaceCrops.plane(
			face));
		assertEquals(3, v.variants().size());
		assertArrayEquals(InterleavedRgb.of(face), v.bare());
		assertTrue(!Arrays.equals(v.variants().get(0).made(), v.variants()
			.get(1).made()));
		assertArrayEquals(v.variants().get(2).made(), amplifier.variants(order,
			FaceCrops.plane(face)).variants().get(2).made());
	}
}
