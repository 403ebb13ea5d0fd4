package sc.fiji.tinybeauty.plugin.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

import sc.fiji.tinybeauty.models.pairs.PairEntry;
import sc.fiji.tinybeauty.models.pairs.PairFolder;
import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.models.pairs.PairSet;
import sc.fiji.tinybeauty.models.pairs.Provenance;
import sc.fiji.tinybeauty.plugin.command.ReviewPairs;

class PairReviewTest {

	private static final double[] CONFIDENCES = { 0.8, 0.2, Double.NaN, 0.5 };

	@TempDir
	private Path folder;

	/** The pictures of pair i are of the greys 10 i and 10 i + 5. */
	@BeforeEach
	void pairs() throws Exception {
		for (int i = 0; i < CONFIDENCES.length; i++) {
			final byte[] bare = new byte[3 * 64], made = new byte[3 * 64];
			Arrays.fill(bare, (byte) (10 * i));
			Arrays.fill(made, (byte) (10 * i + 5));
			PairFolder.add(folder, new PairEntry("p" + i, "", "", "", i, "f" + i, List
				.of(), 1, CONFIDENCES[i], "", "", Provenance.AMPLIFIED, false),
				new PairPictures(8, 8, bare, made, new byte[0]));
		}
	}

	@Test
	void worstPairsComeFirstInAVirtualStack() throws Exception {
		final PairReview review = new PairReview(PairSet.open(folder), true);
		final ImagePlus image = review.image();
		assertTrue(image.getStack().isVirtual() && image.isHyperStack());
		assertEquals(2, image.getNChannels());
		final int[] order = { 1, 3, 0, 2 };
		for (int t = 0; t < 4; t++) {
			assertEquals("p" + order[t], review.current().name());
			assertEquals(10 * order[t] + 5, image.getProcessor().get(0) & 255);
			review.flip();
			assertEquals(10 * order[t], image.getProcessor().get(0) & 255);
			review.flip();
			review.move(1);
		}
		assertEquals("p2", review.current().name(), "the last one stays");
		review.move(-9);
		assertEquals("p1", review.current().name());
		assertTrue(image.getStack().getSliceLabel(2).startsWith(
			"p1 made, confidence 0.20"));
		assertEquals("p0", new PairReview(PairSet.open(folder), false).current()
			.name());
	}

	@Test
	void marksAreOnDiskAtOnceAndPicturesStay() throws Exception {
		final PairReview review = new PairReview(PairSet.open(folder), true);
		assertNull(review.image().getOverlay());
		review.reject("p3", true);
		assertEquals("rejected p3", review.image().getOverlay().get(0).getName());
		assertTrue(review.image().getStack().getSliceLabel(4).contains("REJECTED"));
		assertEquals(3, PairSet.open(folder).entries().size());
		assertTrue(Files.exists(folder.resolve("made").resolve("p3.png")));
		review.reject("p3", false);
		assertNull(review.image().getOverlay());
		assertEquals(4, PairSet.open(folder).entries().size());
	}

	@Test
	void aMissingPictureDoesNotStopTheReview() throws Exception {
		Files.delete(folder.resolve("bare").resolve("p3.png"));
		final PairReview review = new PairReview(PairSet.open(folder), true);
		review.move(1);
		assertEquals(0, review.image().getProcessor().get(0) & 255);
		review.move(1);
		assertEquals(5, review.image().getProcessor().get(0) & 255);
	}

	@Test
	void theCommandMarksByName() throws Exception {
		try (Context context = new Context()) {
			final Module module = context.service(ModuleService.class).run(context
				.service(CommandService.class).getCommand(ReviewPairs.class), true,
				"pairs", folder.toFile(), "reject", "p0, p2").get();
			assertEquals(8, ((ImagePlus) module.getOutput("result")).getStackSize());
			assertEquals(List.of("p1", "p3"), PairSet.open(folder).entries().stream()
				.map(PairEntry::name).toList());
			assertThrows(Exception.class, () -> context.service(ModuleService.class)
				.run(context.service(CommandService.class).getCommand(
					ReviewPairs.class), true, "pairs", folder.toFile(), "reject", "no")
				.get());
		}
	}
}
