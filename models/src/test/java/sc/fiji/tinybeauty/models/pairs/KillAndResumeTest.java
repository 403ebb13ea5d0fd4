package sc.fiji.tinybeauty.models.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program is killed while it writes a set, and started again. */
class KillAndResumeTest {

	private static final int COUNT = 40;

	@TempDir
	private Path folder;

	@Test
	void killedAndResumedRunLeavesTheSameBytes() throws Exception {
		final Path seeds = DrawnFaces.seeds(folder.resolve("seeds"), 3, 0.7f, 0.1f,
			0.3f), faces = DrawnFaces.faces(folder.resolve("faces"));
		final Path whole = folder.resolve("whole"), out = folder.resolve("out");
		Amplification.run(seeds, faces, whole, COUNT);
		final Map<String, String> expected = PairSetTest.bytes(whole);
		// Files after which it is killed: at once, in each batch, near the end.
		int kills = 0;
		for (final int files : new int[] { 1, 9, 57, 70, 105, 118 })
			if (killed(seeds, faces, out, files, "log" + files)) kills++;
		assertTrue(kills >= 4, kills + " runs were killed before they ended");
		assertFalse(PairSetTest.bytes(out).equals(expected));
		final AmplifyReport report = Amplification.run(seeds, faces, out, COUNT);
		assertTrue(report.fresh() <= COUNT + 3 && report.failed() == 1, report
			.summary());
		assertEquals(expected.keySet(), PairSetTest.bytes(out).keySet());
		assertEquals(expected, PairSetTest.bytes(out));
	}

	/** @return whether it was killed before it had ended */
	private boolean killed(final Path seeds, final Path faces, final Path out,
		final int files, final String log) throws Exception
	{
		final Process process = Amplification.start("-Xmx200m", folder.resolve(log),
			seeds.toString(), faces.toString(), out.toString(), "" + COUNT);
		while (process.isAlive() && count(out) < files)
			Thread.sleep(2);
		process.destroyForcibly();
		assertTrue(process.waitFor(1, TimeUnit.MINUTES));
		return Files.exists(out.resolve("unfinished")) || !Files.exists(out);
	}

	private static long count(final Path out) throws IOException {
		if (!Files.exists(out)) return 0;
		try (Stream<Path> all = Files.walk(out)) {
			return all.count();
		}
		catch (final UncheckedIOException e) {
			// A file was renamed while it was looked at.
			return 0;
		}
	}

	@Test
	void tenTimesAsManyPairsFitIntoTheSameMemory() throws Exception {
		final Path seeds = DrawnFaces.seeds(folder.resolve("seeds"), 2, 0.7f, 0.1f,
			0.3f), faces = DrawnFaces.faces(folder.resolve("faces"));
		for (final int count : new int[] { 20, 200 }) {
			final Path log = folder.resolve("log" + count);
			final Process process = Amplification.start("-Xmx72m", log, seeds
				.toString(), faces.toString(), folder.resolve("out" + count).toString(),
				"" + count);
			assertTrue(process.waitFor(10, TimeUnit.MINUTES));
			assertEquals(0, process.exitValue(), Files.readString(log));
		}
	}
}
