package sc.fiji.tinybeauty.models.face.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading of TensorFlow Lite files, down to damaged ones. */
class TfliteGraphTest {

	private static byte[] file(final int... words) {
		final ByteBuffer b = ByteBuffer.allocate(4 * words.length).order(
			ByteOrder.LITTLE_ENDIAN);
		for (final int w : words)
			b.putInt(w);
		return b.array();
	}

	private static final int MAGIC = 'T' | 'F' << 8 | 'L' << 16 | '3' << 24;

	@Test
	void otherFilesAreRefused() {
		assertTrue(assertThrows(IOException.class, () -> TfliteGraph.read(
			new byte[100], "a.tflite")).getMessage().contains("a.tflite"));
		assertThrows(IOException.class, () -> TfliteGraph.read(new byte[0], "b"));
	}

	@Test
	void damagedFilesEndInOneSentence() {
		// The root lies outside; a v-table lies outside; no graph at all.
		for (final byte[] damaged : new byte[][] { file(1 << 30, MAGIC), file(8,
			MAGIC, -1000), file(12, MAGIC, 4 | 4 << 16, 4) })
			assertTrue(assertThrows(IOException.class, () -> TfliteGraph.read(damaged,
				"c")).getMessage().contains("damaged"));
	}

	@Test
	void readsFieldsThroughTheTableOfATable() {
		// At 8 a v-table of 8 bytes: field 0 at 4, field 1 absent; at 16 the table.
		final FlatTable t = FlatTable.root(ByteBuffer.wrap(file(16, MAGIC, 8 |
			8 << 16, 4, 8, 77)));
		assertEquals(77, t.intAt(0));
		assertEquals(0, t.intAt(1));
		assertEquals(0, t.intAt(9));
		assertEquals(0, t.intsAt(1).length);
	}

	@Test
	void theConverterTakesNoOtherFile(@TempDir final Path folder)
		throws IOException
	{
		final Path file = Files.write(folder.resolve("x.task"), new byte[10]);
		final IOException exc = assertThrows(IOException.class,
			() -> FaceNetworkConverter.main(file.toString(), folder.toString()));
		assertTrue(exc.getMessage().contains("SHA-256"));
		assertThrows(IllegalArgumentException.class, () -> FaceNetworkConverter
			.main());
	}
}
