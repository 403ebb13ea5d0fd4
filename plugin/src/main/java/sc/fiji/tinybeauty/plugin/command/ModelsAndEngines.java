package sc.fiji.tinybeauty.plugin.command;

import ij.measure.ResultsTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.tinybeauty.plugin.inventory.Inventory;

/** Shows what is installed: engine, face networks and styles. */
@Plugin(type = Command.class, headless = true,
	description = "Shows path, version, size and state of engine and networks",
	menu = { @Menu(label = "Plugins"), @Menu(label = "TinyBeauty", weight = 50),
		@Menu(label = "Models and Engines...", weight = 30) })
public class ModelsAndEngines extends ContextCommand {

	/** Title of the table's window. */
	static final String TITLE = "Models and Engines";

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Override
	public void run() {
		table = Inventory.table(Inventory.list());
		table.show(TITLE);
	}
}
