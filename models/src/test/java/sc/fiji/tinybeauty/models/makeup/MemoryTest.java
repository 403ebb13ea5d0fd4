package sc.fiji.tinybeauty.models.makeup;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.ops.image.FloatImages;

class MemoryTest {

	private static final Path STATUS = Path.of("/proc/self/status");

	/** Megabytes of this program in memory. */
	private static long resident() throws IOException {
		System.gc();
		return Files.readAllLines(STATUS).stream().filter(l -> l.startsWith("VmRSS"))
			.mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024).findFirst()
			.orElseThrow();
	}

	/** An unclosed result would cost 0.8 MB per call. */
	@Test
	void thousandInferencesLeaveNothingBehind() throws IOException {
		Assumptions.assumeTrue(Files.exists(STATUS));
		final Img<FloatType> crop = FloatImages.create(256, 256, 3);
		try (ResidualPredictor predictor = ResidualPredictor.open(StyleTest.style("s"),
			DeviceChoice.CPU))
		{
			for (int i = 0; i < 200; i++) predictor.predict(crop);
			final long before = resident();
			for (int i = 0; i < 1000; i++) predictor.predict(crop);
			final long grown = resident() - before;
			assertTrue(grown < 60, "grown by " + grown + " MB");
		}
	}
}
