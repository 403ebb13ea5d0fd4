package sc.fiji.tinybeauty.examples.launch;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Patches ImageJ as headless runs of the launcher do, before the first test class is loaded. */
public class PatchedImageJ implements LauncherSessionListener {

	@Override
	public void launcherSessionOpened(final LauncherSession session) {
		Launcher.patch();
	}
}
