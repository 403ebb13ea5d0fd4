package sc.fiji.tinybeauty.examples.bridge;

import ij.IJ;
import ij.Menus;

import java.util.ArrayList;
import java.util.List;

import org.scijava.Context;
import org.scijava.MenuEntry;
import org.scijava.MenuPath;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/**
 * Brings SciJava's commands into the menus and the command table of the ImageJ that runs in this JVM, so that both its
 * menus and macros find them.
 */
public final class CommandBridge {

	private static CommandBridge current;

	private final Context context;

	/** SciJava's event bus holds its listeners weakly, so somebody has to keep this one. */
	@SuppressWarnings("unused")
	private final ProgressDisplay progress;

	private CommandBridge(final Context context) {
		this.context = context;
		progress = new ProgressDisplay(context);
	}

	/**
	 * Installs every command that has a menu path, ordered by the weights of its menus.
	 *
	 * @param context where the commands are found
	 * @return the bridge, which lives as long as ImageJ does
	 */
	public static synchronized CommandBridge install(final Context context) {
		final CommandBridge bridge = new CommandBridge(context);
		current = bridge;
		if (IJ.getInstance() == null && Menus.getCommands() == null) IJ.runPlugIn("ij.IJ.init", "");
		for (final CommandInfo command : bridge.commandsInMenuOrder())
			add(path(command.getMenuPath()), CommandPlugIn.entryFor(command.getClassName()));
		return bridge;
	}

	/**
	 * Adds one entry to ImageJ.
	 *
	 * @param menuPath the menus and the label, separated by {@code >}; macros know it by the label alone
	 * @param plugIn the class of an ImageJ plugin, with its argument
	 */
	@SuppressWarnings("unchecked")
	public static void add(final String menuPath, final String plugIn) {
		if (IJ.getInstance() != null) Menus.add(menuPath, plugIn);
		else Menus.getCommands().put(menuPath.substring(menuPath.lastIndexOf('>') + 1), plugIn);
	}

	/** @return the bridge installed last */
	static synchronized CommandBridge current() {
		if (current == null) throw new IllegalStateException("No command bridge is installed in this ImageJ.");
		return current;
	}

	/** Runs a command on the calling thread, which is the one that carries a macro's options. */
	void run(final String commandClass) {
		final CommandInfo info = context.service(CommandService.class).getCommand(commandClass);
		if (info == null) {
			IJ.error("TinyBeauty", "The command " + commandClass + " is not on the class path.");
			return;
		}
		new CommandRun(context, info).run();
	}

	private List<CommandInfo> commandsInMenuOrder() {
		final List<CommandInfo> commands = new ArrayList<>();
		for (final CommandInfo command : context.service(CommandService.class).getCommands()) {
			if (command.getMenuPath().size() > 1 && command.isVisible()) commands.add(command);
		}
		commands.sort((a, b) -> compare(a.getMenuPath(), b.getMenuPath()));
		return commands;
	}

	private static int compare(final MenuPath a, final MenuPath b) {
		for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
			final MenuEntry x = a.get(i), y = b.get(i);
			int order = Double.compare(x.getWeight(), y.getWeight());
			if (order == 0) order = x.getName().compareTo(y.getName());
			if (order != 0) return order;
		}
		return Integer.compare(a.size(), b.size());
	}

	private static String path(final MenuPath path) {
		return String.join(">", path.stream().map(MenuEntry::getName).toList());
	}
}
