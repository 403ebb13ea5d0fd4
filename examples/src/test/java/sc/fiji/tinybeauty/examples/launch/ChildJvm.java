package sc.fiji.tinybeauty.examples.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** JVMs started by tests, with the class path of the tests and a home folder of their own. */
public final class ChildJvm {

	private ChildJvm() {}

	/**
	 * What a finished JVM left behind.
	 *
	 * @param code the exit code
	 */
	public record Outcome(int code, String out, String err) {}

	/** Prepares a JVM as {@code examples/fiji} starts it. */
	public static ProcessBuilder builder(final Path home, final boolean headless, final Class<?> main, final String... args)
		throws IOException
	{
		final String surefire = System.getProperty("surefire.test.class.path");
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"--add-opens=java.base/java.lang=ALL-UNNAMED", "-Xmx1500m", "-Dfile.encoding=UTF-8", "-Dai.djl.offline=true",
			"-Dslf4j.internal.verbosity=ERROR",
			"-Dai.djl.pytorch.num_threads=1", "-Dai.djl.pytorch.num_interop_threads=1",
			"-Duser.home=" + Files.createDirectories(home), "-Djava.util.prefs.userRoot=" + home, main.getName()));
		if (headless) command.add("--headless");
		command.addAll(List.of(args));
		final ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().put("CLASSPATH", surefire != null ? surefire : System.getProperty("java.class.path"));
		builder.environment().put("DJL_CACHE_DIR", System.getProperty("DJL_CACHE_DIR",
			Path.of(System.getProperty("user.home"), ".djl.ai").toString()));
		builder.environment().put("LC_ALL", "C.UTF-8");
		if (headless) builder.environment().remove("DISPLAY");
		return builder;
	}

	/** Runs the launcher headless to its end. */
	public static Outcome headless(final Path home, final String... args) throws IOException, InterruptedException {
		return finish(builder(home, true, Launcher.class, args), home);
	}

	/** Runs any program to its end. */
	static Outcome finish(final ProcessBuilder builder, final Path folder) throws IOException, InterruptedException {
		final Path out = Files.createTempFile(folder, "out", ".txt"), err = Files.createTempFile(folder, "err", ".txt");
		final Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
		process.getOutputStream().close();
		if (!process.waitFor(10, TimeUnit.MINUTES)) process.destroyForcibly().waitFor();
		return new Outcome(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
			Files.readString(err, StandardCharsets.UTF_8).replaceAll("(?m)^.*java.util.prefs.*\\n^INFO: .*\\n", ""));
	}
}
