package sc.fiji.tinybeauty.plugin.command;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.scijava.command.DynamicCommand;
import org.scijava.convert.ConvertService;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.prefs.PrefService;
import org.scijava.task.TaskService;
import org.scijava.widget.Button;

/**
 * A command whose dialog opens with what it was last left with, that shows its
 * work as a task and ends in one sentence if it fails. All its inputs that
 * SciJava does not persist are remembered.
 */
abstract class RememberingCommand extends DynamicCommand {

	@Parameter
	private PrefService prefs;

	@Parameter
	private ConvertService converter;

	@Parameter
	private TaskService tasks;

	private LastUsed lastUsed;

	/** Called before a dialog opens or a macro's values are taken. */
	protected void prepare() {
		lastUsed().recall();
	}

	/** Called by the button of that name. */
	protected void help() {
		Help.open();
	}

	/** @return whether a person sits at the command */
	final boolean interactive() {
		return lastUsed().interactive();
	}

	/** To be called when the command has done its work. */
	final void remember() {
		lastUsed().remember();
	}

	/** Starts a task; close it at the end. */
	final TaskProgress task(final String name) {
		return new TaskProgress(tasks, name);
	}

	/** Ends the command with one sentence; see {@link Failure#end}. */
	final void fail(final Throwable cause) {
		Failure.end(this, interactive(), cause);
	}

	/** A field left empty in a dialog is an empty path. */
	static Path path(final File file) {
		return file == null || file.getPath().isEmpty() ? null : file.toPath();
	}

	private LastUsed lastUsed() {
		if (lastUsed == null) lastUsed = new LastUsed(this, prefs, converter,
			remembered());
		return lastUsed;
	}

	private String[] remembered() {
		final List<String> names = new ArrayList<>();
		for (final ModuleItem<?> item : getInfo().inputs())
			if (!item.isPersisted() && item.getType() != Button.class) names.add(item
				.getName());
		return names.toArray(new String[0]);
	}
}
