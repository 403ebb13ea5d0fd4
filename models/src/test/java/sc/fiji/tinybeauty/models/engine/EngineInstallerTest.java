package sc.fiji.tinybeauty.models.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineInstallerTest {

	private static final Platform HERE = Platform.current();

	private static Path jar(final Path folder, final String description,
		final List<String> names, final int bytes) throws IOException
	{
		final Path jar = folder.resolve("natives.jar");
		try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip =
			new ZipOutputStream(out))
		{
			for (final String name : names) {
				zip.putNextEntry(new ZipEntry(name));
				for (int n = bytes; n > 0; n -= 1 << 16) zip.write(new byte[Math.min(n,
					1 << 16)]);
			}
			zip.putNextEntry(new ZipEntry("native/lib/pytorch.properties"));
			zip.write(description.getBytes());
		}
		return jar;
	}

	private static String good() {
		return "version=2.7.1-20250812\nflavor=cpu\nclassifier=" + HERE.classifier();
	}

	private static String library(final String name) {
		return "pytorch/cpu/" + HERE.classifier() + "/" + name;
	}

	private static void refused(final Path folder, final Path jar,
		final String problem) throws IOException
	{
		final Path engines = folder.resolve("engines");
		final String message = assertThrows(IOException.class, () -> EngineInstaller
			.install(jar, engines)).getMessage();
		assertTrue(message.contains(problem) && message.endsWith("."), message);
		if (Files.exists(engines)) try (Stream<Path> left = Files.list(engines)) {
			assertEquals(0, left.count(), "nothing may be left behind");
		}
		assertFalse(Files.exists(folder.resolve("evil.so")));
	}

	@Test
	void hostileAndUnfitJarsEndInOneSentence(@TempDir final Path folder)
		throws IOException
	{
		final Path text = Files.writeString(folder.resolve("a.jar"), "no zip");
		refused(folder, text, "no jar file");
		refused(folder, Files.createFile(folder.resolve("empty.jar")), "no jar file");
		refused(folder, folder.resolve("missing.jar"), "does not exist");
		final List<String> one = List.of(library(HERE.torchName()));
		refused(folder, jar(folder, good().replace("2.7.1", "1.0"), one, 9), "1.0");
		refused(folder, jar(folder, good().replace(HERE.classifier(), "win-vax"), one,
			9), "is for win-vax");
		refused(folder, jar(folder, good().replace("cpu", "cu999"), one, 9), "flavor");
		refused(folder, jar(folder, "version=\\uZZZZ", one, 9), "describes");
		refused(folder, jar(folder, good(), List.of(library("other.so")), 9),
			"holds no");
		refused(folder, jar(folder, good(), List.of(library("../../../../evil.so")), 9),
			"outside");
		refused(folder, jar(folder, good(), List.of(library("sub/evil.so")), 9),
			"unexpected");
		refused(folder, jar(folder, good(), one, 30 << 20), "far more");
		refused(folder, jar(folder, good(), Stream.iterate(0, i -> i + 1).limit(1001)
			.map(i -> library("l" + i)).toList(), 1), "more than 1000");
	}

	/** Installs the real libraries and loads them in a program that lacks them. */
	@Test
	void installedEngineLoadsWithoutTheNativeJar(@TempDir final Path folder)
		throws IOException, InterruptedException
	{
		final List<String> classPath = Arrays.asList(System.getProperty(
			"java.class.path").split(File.pathSeparator));
		final Path natives = classPath.stream().filter(p -> p.contains(
			"pytorch-native")).map(Path::of).findFirst().orElse(null);
		Assumptions.assumeTrue(natives != null && Files.isRegularFile(natives));
		final String rest = classPath.stream().filter(p -> !p.contains(
			"pytorch-native")).collect(Collectors.joining(File.pathSeparator));
		final String prefs = "-Djava.util.prefs.userRoot=" + folder.resolve("prefs");
		final String engines = folder.resolve("engines é").toString();
		final String before = java(prefs, rest, "report");
		assertTrue(before.contains("NOT_INSTALLED") && before.contains(
			"Install Engine..."), before);
		assertTrue(java(prefs, rest, "install", natives.toString(), engines).contains(
			"pytorch-2.7.1-cpu-" + HERE.classifier()));
		assertTrue(java(prefs, rest, "report").contains("INSTALLED 2.7.1 "));
		final String after = java(prefs, rest, "load");
		assertTrue(after.contains("LOADED 2.7.1 " + engines), after);
	}

	private static String java(final String prefs, final String classPath,
		final String... args) throws IOException, InterruptedException
	{
		final ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty(
			"java.home"), "bin", "java").toString(), prefs, "-cp", classPath,
			EngineInstallerTest.class.getName());
		builder.command().addAll(List.of(args));
		builder.environment().remove(TorchEngine.LIBRARY_PATH);
		builder.redirectErrorStream(true);
		final Process process = builder.start();
		final String output = new String(process.getInputStream().readAllBytes());
		process.waitFor();
		return output;
	}

	/** The program without native libraries. */
	public static void main(final String[] args) throws IOException {
		if (args[0].equals("install")) System.out.println(EngineInstaller.install(Path
			.of(args[1]), Path.of(args[2])));
		if (args[0].equals("load")) TorchEngine.ensureLoaded();
		final EngineReport r = TorchEngine.report();
		System.out.println(r.state() + " " + r.version() + " " + r.path() + " " + r
			.message());
	}
}
