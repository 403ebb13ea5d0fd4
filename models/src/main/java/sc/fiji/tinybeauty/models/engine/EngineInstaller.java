package sc.fiji.tinybeauty.models.engine;

import java.nio.file.Path;
import java.util.prefs.Preferences;

/** Installs native PyTorch libraries from a jar that the user has. */
public final class EngineInstaller {

	private static final String KEY = "engine";

	private EngineInstaller() {}

	private static Preferences preferences() {
		return Preferences.userRoot().node("sc/fiji/tinybeauty");
	}

	/** Folder of the engine installed last, or null. */
	static Path remembered() {
		final String folder = preferences().get(KEY, null);
		return folder == null ? null : Path.of(folder);
	}

	/** Version of the engine in a folder, or an empty text. */
	static String version(final Path folder) {
		return "";
	}
}
