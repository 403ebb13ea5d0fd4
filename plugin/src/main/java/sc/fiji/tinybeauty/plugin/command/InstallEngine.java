package sc.fiji.tinybeauty.plugin.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

import ij.IJ;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.convert.ConvertService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;

import sc.fiji.tinybeauty.models.engine.EngineInstaller;

/**
 * Installs PyTorch's native libraries from a jar file that the user has. Nothing
 * is downloaded.
 */
@Plugin(type = Command.class, initializer = "prepare", headless = true,
	description = "Installs PyTorch from a file pytorch-native-...jar",
	menu = { @Menu(label = "Plugins"), @Menu(label = "TinyBeauty", weight = 50),
		@Menu(label = "Install Engine...", weight = 12) })
public class InstallEngine extends DynamicCommand {

	@Parameter(label = "Engine (pytorch-native-...jar)", persist = false)
	private File file;

	@Parameter(type = ItemIO.OUTPUT)
	private File folder;

	@Parameter
	private PrefService prefs;

	@Parameter
	private ConvertService converter;

	private LastUsed lastUsed;

	@Override
	public void run() {
		if (lastUsed == null) lastUsed = memory();
		try {
			final Path installed = EngineInstaller.install(file.toPath(), FijiFolders
				.engines());
			folder = installed.toFile();
			resolveOutput("folder");
			IJ.log("PyTorch was installed in " + installed +
				". Restart ImageJ if TinyBeauty was already in use.");
			lastUsed.remember();
		}
		catch (final IOException | RuntimeException e) {
			Failure.end(this, lastUsed.interactive(), e);
		}
	}

	/** Called before a dialog opens or a macro's values are taken. */
	protected void prepare() {
		lastUsed = memory();
		lastUsed.recall();
	}

	private LastUsed memory() {
		return new LastUsed(this, prefs, converter, "file");
	}
}
