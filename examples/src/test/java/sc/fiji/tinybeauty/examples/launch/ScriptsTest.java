package sc.fiji.tinybeauty.examples.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell scripts in {@code examples}, in a copy of the sources whose path has a blank and letters of others alphabets. */
class ScriptsTest {

	private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

	@TempDir
	Path temp;

	@BeforeEach
	void needsBash() {
		assumeTrue(onPath("bash") != null, "the scripts need bash");
	}

	@Test
	void freshCopyBuildsStartsAndInstallsIntoFiji() throws Exception {
		assumeTrue(onPath("mvn") != null, "a build needs Maven");
		final Path copy = temp.resolve("tiny beauty é 中");
		copySources(copy);
		final ChildJvm.Outcome first = run(temp, copy, "fiji", "-Dsaid=hello", "--", "--headless", "-eval",
			"print(call('java.lang.System.getProperty', 'said'));");
		assertEquals("hello", first.out().strip(), first.err());
		assertTrue(first.err().startsWith("Building TinyBeauty"), first.err());
		assertEquals(0, first.code());
		final ChildJvm.Outcome second = run(temp, copy, "fiji", "--headless", "-eval", "exit('so be it');");
		assertEquals(new ChildJvm.Outcome(1, "", "so be it\n"), second, "no second build, the code and the sentence");

		final Path fiji = temp.resolve("My Fiji");
		Files.createDirectories(fiji.resolve("plugins"));
		Files.createDirectories(fiji.resolve("jars/linux64"));
		Files.createFile(fiji.resolve("jars/ij-1.54p.jar"));
		final ChildJvm.Outcome installed = run(temp, copy, "install-into-fiji", fiji.toString());
		assertEquals(0, installed.code(), installed.out() + installed.err());
		assertEquals(List.of("api", "ij", "imglib2-imagej", "pytorch-engine", "pytorch-jni", "tinybeauty-models",
			"tinybeauty-ops", "tinybeauty-plugin"), jars(fiji));
	}

	@Test
	void whatIsMissingIsSaidInOneSentence() throws Exception {
		final Path tools = Files.createDirectories(temp.resolve("bin"));
		for (final String tool : List.of("bash", "env", "dirname", "readlink", "locale", "sed", "head", "uname", "java", "javac"))
			Files.createSymbolicLink(tools.resolve(tool), Path.of(onPath(tool)).toRealPath());
		assertSentence("Maven is missing: ", tools, "test", null);
		Files.delete(tools.resolve("javac"));
		assertSentence("The Java found has no compiler: ", tools, "test", null);
		Files.delete(tools.resolve("java"));
		assertSentence("Java is missing: ", tools, "fiji", null);
		assertSentence("JAVA_HOME is /nowhere, ", tools, "fiji", "/nowhere");
		assertSentence(temp + " is no Fiji: ", tools, "install-into-fiji", null);
		try (Stream<Path> links = Files.list(tools)) {
			for (final Path link : links.toList())
				Files.delete(link);
		}
	}

	private void assertSentence(final String start, final Path tools, final String script, final String javaHome)
		throws IOException, InterruptedException
	{
		final ProcessBuilder builder = builder(temp, PROJECT, script, temp.toString());
		builder.environment().put("PATH", tools.toString());
		builder.environment().remove("JAVA_HOME");
		if (javaHome != null) builder.environment().put("JAVA_HOME", javaHome);
		final ChildJvm.Outcome outcome = ChildJvm.finish(builder, temp);
		assertEquals(1, outcome.code());
		assertTrue(outcome.err().startsWith(start) && outcome.err().lines().count() == 1, outcome.err());
	}

	private static ChildJvm.Outcome run(final Path from, final Path project, final String script, final String... args)
		throws IOException, InterruptedException
	{
		return ChildJvm.finish(builder(from, project, script, args), from);
	}

	private static ProcessBuilder builder(final Path from, final Path project, final String script, final String... args) {
		final List<String> command = new ArrayList<>(List.of(onPath("bash"), project.resolve("examples/" + script).toString()));
		command.addAll(List.of(args));
		return new ProcessBuilder(command).directory(from.toFile());
	}

	private static String onPath(final String tool) {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, tool))
			.filter(Files::isExecutable).map(Path::toString).findFirst().orElse(null);
	}

	private static void copySources(final Path copy) throws IOException {
		final List<Path> wanted;
		try (Stream<Path> all = Files.walk(PROJECT)) {
			wanted = all.filter(Files::isRegularFile).filter(file -> {
				final String path = PROJECT.relativize(file).toString();
				return path.matches("([a-z]+/)?pom\\.xml|[a-z]+/src/main/.*|examples/[^/]+|examples/macros/.*");
			}).toList();
		}
		for (final Path file : wanted) {
			final Path target = copy.resolve(PROJECT.relativize(file).toString());
			Files.createDirectories(target.getParent());
			Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
		}
	}

	private static List<String> jars(final Path fiji) throws IOException {
		try (Stream<Path> files = Files.walk(fiji)) {
			return files.filter(Files::isRegularFile).map(file -> fiji.relativize(file).toString())
				.map(name -> name.replaceFirst("^jars/(.*?)-\\d.*\\.jar$", "$1")).sorted().toList();
		}
	}
}
