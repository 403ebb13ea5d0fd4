package sc.fiji.tinybeauty.examples.bridge;

import ij.plugin.PlugIn;

/** What ImageJ's command table names: runs the SciJava command whose class is given as the argument. */
public final class CommandPlugIn implements PlugIn {

	/** @return the entry for ImageJ's command table that runs a command */
	static String entryFor(final String commandClass) {
		return CommandPlugIn.class.getName() + "(\"" + commandClass + "\")";
	}

	@Override
	public void run(final String commandClass) {
		CommandBridge.current().run(commandClass);
	}
}
