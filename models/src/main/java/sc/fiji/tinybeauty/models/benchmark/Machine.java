package sc.fiji.tinybeauty.models.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What figures were measured on. */
final class Machine {

	private static final Path CPUS = Path.of("/proc/cpuinfo");
	private static final Path SELF = Path.of("/proc/self/status");

	private Machine() {}

	/** @return processor, cores, system, Java, memory */
	static String describe() throws IOException {
		return processor() + Runtime.getRuntime().availableProcessors() +
			" cores, " + System.getProperty("os.name") + " " + System.getProperty(
				"os.arch") + ", Java " + System.getProperty("java.version") +
			", heap of at most " + (Runtime.getRuntime().maxMemory() >> 20) + " MB";
	}

	private static String processor() throws IOException {
		if (!Files.isReadable(CPUS)) return "";
		return Files.readAllLines(CPUS).stream().filter(l -> l.startsWith(
			"model name")).findFirst().map(l -> l.replaceFirst("[^:]*:\\s*", "") + ", ")
			.orElse("");
	}

	/**
	 * @return most memory that this process has held at a time, heap, engine and
	 *         all, in MB; 0 where the system does not tell
	 */
	static long peakMegabytes() throws IOException {
		if (!Files.isReadable(SELF)) return 0;
		return Files.readAllLines(SELF).stream().filter(l -> l.startsWith("VmHWM"))
			.mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) >> 10).findFirst()
			.orElse(0);
	}
}
