package sc.fiji.tinybeauty.plugin.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

import ij.IJ;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.tinybeauty.models.engine.EngineInstaller;

/**
 * Installs PyTorch's native libraries from a jar file that the user has. Nothing
 * is downloaded.
 */
@Plugin(type = Command.class, initializer = "prepare", headless = true,
	description = "Installs PyTorch from a file pytorch-native-...jar",
	menu = { @Menu(label = "Plugins"), @Menu(label = "TinyBeauty", weight = 50),
		@Menu(label = "Install Engine...", weight = 31) })
public class InstallEngine extends RememberingCommand {

	@Parameter(label = "Engine (pytorch-native-...jar)", persist = false)
	private File file;

	@Parameter(type = ItemIO.OUTPUT)
	private File folder;

	@Override
	public void run() {
		try {
			final Path installed = EngineInstaller.install(file.toPath(), FijiFolders
				.engines());
			folder = installed.toFile();
			resolveOutput("folder");
			IJ.log("PyTorch was installed in " + installed +
				". Restart ImageJ if TinyBeauty was already in use.");
			remember();
		}
		catch (final IOException | RuntimeException e) {
			fail(e);
		}
	}
}
