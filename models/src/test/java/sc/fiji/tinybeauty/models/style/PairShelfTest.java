package sc.fiji.tinybeauty.models.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.models.pairs.PairPictures;

/** Pairs stay on disk; memory holds a bounded number. */
class PairShelfTest {

	private final AtomicInteger reads = new AtomicInteger();

	private ShelfPair pair(final int i) {
		return new ShelfPair("p" + i, "f" + i, "tan", true, null, () -> {
			reads.incrementAndGet();
			return new PairPictures(256, 256, new byte[3 << 16], new byte[3 << 16],
				new byte[3 << 16]);
		});
	}

	@Test
	void memoryDoesNotGrowWithTheSet() {
		final List<ShelfPair> many = new ArrayList<>();
		for (int i = 0; i < 200; i++)
			many.add(pair(i));
		final PairShelf shelf = new PairShelf(many, List.of(pair(1000)), 10);
		for (int i = 0; i < shelf.size(); i++)
			shelf.get(i);
		assertEquals(201, reads.get());
		assertEquals(10, shelf.inMemory());
		assertSame(shelf.get(200), shelf.get(200));
		assertEquals(201, reads.get(), "the latest ones are kept");
		assertTrue(shelf.get(200).validation() && !shelf.get(3).validation());
	}

	@Test
	void questionsAboutAPairDoNotReadIt() {
		final PairShelf shelf = new PairShelf(List.of(pair(0)), List.of(pair(1)), 4);
		assertEquals("tan", shelf.tone(1));
		assertTrue(shelf.validation(1));
		assertEquals(1, shelf.weight(0));
		assertEquals(1, shelf.trainingOnly().size());
		assertEquals(0, reads.get());
	}

	@Test
	void aMissingPictureIsASentence() {
		final PairShelf shelf = new PairShelf(List.of(new ShelfPair("x", "x", "tan",
			false, null, () -> {
				throw new IOException("The picture x is missing.");
			})), List.of(), 4);
		assertEquals("The picture x is missing.", assertThrows(
			UncheckedIOException.class, () -> shelf.get(0)).getMessage());
	}
}
