package sc.fiji.tinybeauty.models.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import sc.fiji.tinybeauty.models.engine.EngineReport.State;

/** Looks where native PyTorch libraries may lie, without loading them. */
final class EngineSearch {

	private static final String NATIVES = "native/lib/pytorch.properties";

	private EngineSearch() {}

	static EngineReport search() {
		final Platform platform = Platform.current();
		final String unsupported = platform.unsupported();
		if (unsupported != null) return report(State.UNSUPPORTED, "", null,
			unsupported);
		final Path named = namedFolder();
		if (named != null) return inFolder(platform, named);
		final EngineReport bundled = bundled(platform);
		if (bundled != null) return bundled;
		final Path remembered = EngineInstaller.remembered();
		if (remembered != null) return inFolder(platform, remembered);
		return report(State.NOT_INSTALLED, "", null, "PyTorch is not installed: " +
			"use Plugins > TinyBeauty > Install Engine... with a file " +
			"pytorch-native-cpu-...-" + platform.classifier() + ".jar.");
	}

	private static Path namedFolder() {
		final String property = System.getProperty(TorchEngine.LIBRARY_PATH, System
			.getenv(TorchEngine.LIBRARY_PATH));
		return property == null || property.isBlank() ? null : Path.of(property);
	}

	private static EngineReport inFolder(final Platform platform,
		final Path folder)
	{
		final Path library = folder.resolve(platform.torchName());
		if (!Files.isRegularFile(library)) return report(State.NOT_INSTALLED, "",
			null, "The engine folder " + folder + " holds no " + platform
				.torchName() + ": use Plugins > TinyBeauty > Install Engine... again.");
		return report(State.INSTALLED, EngineInstaller.version(folder), folder,
			"PyTorch is installed in " + folder + ".");
	}

	private static EngineReport bundled(final Platform platform) {
		try (InputStream in = EngineSearch.class.getClassLoader()
			.getResourceAsStream(NATIVES))
		{
			if (in == null) return null;
			final Properties p = new Properties();
			p.load(in);
			if (!platform.classifier().equals(p.getProperty("classifier")) ||
				"true".equals(p.getProperty("placeholder"))) return null;
			return report(State.INSTALLED, p.getProperty("version", "").split("-")[0],
				null, "PyTorch comes with this program.");
		}
		catch (final IOException exc) {
			return null;
		}
	}

	private static EngineReport report(final State state, final String version,
		final Path path, final String message)
	{
		return new EngineReport(state, version, path, path == null ? 0 : TorchEngine
			.size(path), false, message);
	}
}
