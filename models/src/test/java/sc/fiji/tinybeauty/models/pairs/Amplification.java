package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An amplification of drawn faces as a program of its own, to be killed. */
final class Amplification {

	private Amplification() {}

	static AmplifyReport run(final Path seeds, final Path faces,
		final Path out, final int count) throws IOException
	{
		return new DatasetAmplifier(new StillPictures(), AmplifyListener.NONE,
			order -> new DrawnFaces.Source()).run(AmplifyOrder.of(seeds, faces, out,
				count));
	}

	/** Arguments: seeds, faces, out, count. */
	public static void main(final String... args) throws IOException {
		run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Integer.parseInt(
			args[3]));
	}

	/** Starts it in another JVM. */
	static Process start(final String heap, final Path log,
		final String... args) throws IOException
	{
		final String surefire = System.getProperty("surefire.test.class.path");
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(), heap,
			"-XX:+UseSerialGC", "-Djava.awt.headless=true", Amplification.class
				.getName()));
		command.addAll(List.of(args));
		final ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().put("CLASSPATH", surefire != null ? surefire : System
			.getProperty("java.class.path"));
		return builder.redirectErrorStream(true).redirectOutput(Files.createFile(log)
			.toFile()).start();
	}
}
