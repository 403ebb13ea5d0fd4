package sc.fiji.tinybeauty.models.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Properties;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Installs PyTorch's native libraries from a jar file that the user has:
 * {@code pytorch-native-cpu-VERSION-PLATFORM.jar} as published on Maven Central,
 * or its CUDA sibling. Nothing is ever fetched from a network.
 * <p>
 * The libraries go, with DJL's bridge to them, into a folder of their own below
 * the engine folder; that folder is remembered in the user's preferences, and
 * PyTorch is loaded from there at the next start.
 * </p>
 */
public final class EngineInstaller {

	private static final String KEY = "engine";
	private static final String DESCRIPTION = "native/lib/pytorch.properties";
	private static final String MARK = "engine.properties";

	private EngineInstaller() {}

	/**
	 * Unpacks an engine and remembers it.
	 *
	 * @param jar file with the native libraries
	 * @param engineDir where engines are kept, for example {@code lib/tinybeauty}
	 *          in Fiji's folder; made if need be
	 * @return folder of the libraries
	 * @throws IOException in one sentence, if the file is not such a jar, is for
	 *           another system or another version, or is hostile; nothing is left
	 *           behind then
	 */
	public static Path install(final Path jar, final Path engineDir)
		throws IOException
	{
		if (!Files.isRegularFile(jar)) throw new IOException("The file " + jar +
			" does not exist.");
		final Path folder;
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			folder = unpack(new EngineJar(jar, zip, description(jar, zip)), engineDir
				.toAbsolutePath());
		}
		catch (final ZipException exc) {
			throw new IOException("The file " + jar + " is no jar file or is damaged.",
				exc);
		}
		remember(folder);
		return folder;
	}

	private static Properties description(final Path jar, final ZipFile zip)
		throws IOException
	{
		final ZipEntry entry = zip.getEntry(DESCRIPTION);
		if (entry == null) throw new IOException("The file " + jar +
			" holds no PyTorch libraries: it must be a pytorch-native-...-" + Platform
				.current().classifier() + ".jar.");
		final Properties p = new Properties();
		try (InputStream in = zip.getInputStream(entry)) {
			p.load(new ByteArrayInputStream(in.readNBytes(1 << 16)));
		}
		catch (final IllegalArgumentException exc) {
			throw new IOException("The file " + jar + " describes itself wrongly.",
				exc);
		}
		return p;
	}

	private static Path unpack(final EngineJar jar, final Path engineDir)
		throws IOException
	{
		final EngineBridge bridge = EngineBridge.fitting(jar);
		Files.createDirectories(engineDir);
		final Path part = Files.createTempDirectory(engineDir, ".part");
		try {
			jar.extract(part);
			try (InputStream in = bridge.open()) {
				copy(in, part.resolve(bridge.fileName()));
			}
			try (OutputStream out = Files.newOutputStream(part.resolve(MARK))) {
				jar.description().store(out, null);
			}
			final Path folder = engineDir.resolve(jar.folderName());
			delete(folder);
			Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
			return folder;
		}
		finally {
			delete(part);
		}
	}

	/** Copies a stream to a new file, down to the disk. */
	static void copy(final InputStream in, final Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file,
			StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))
		{
			in.transferTo(Channels.newOutputStream(channel));
			channel.force(true);
		}
	}

	private static void delete(final Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

	private static Preferences preferences() {
		return Preferences.userRoot().node("sc/fiji/tinybeauty");
	}

	private static void remember(final Path folder) throws IOException {
		try {
			preferences().put(KEY, folder.toString());
			preferences().flush();
		}
		catch (final BackingStoreException exc) {
			throw new IOException("The engine is in " + folder +
				", but the preferences could not be written: set the property " +
				TorchEngine.LIBRARY_PATH + " to that folder.", exc);
		}
	}

	/** Folder of the engine installed last, or null. */
	static Path remembered() {
		final String folder = preferences().get(KEY, null);
		return folder == null ? null : Path.of(folder);
	}

	/** Version of the engine in a folder, or an empty text. */
	static String version(final Path folder) {
		final Properties p = new Properties();
		try (InputStream in = Files.newInputStream(folder.resolve(MARK))) {
			p.load(in);
		}
		catch (final IOException exc) {
			return "";
		}
		return p.getProperty("version", "").split("-")[0];
	}
}
