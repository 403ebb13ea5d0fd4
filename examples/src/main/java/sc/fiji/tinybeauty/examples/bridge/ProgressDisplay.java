package sc.fiji.tinybeauty.examples.bridge;

import ij.IJ;
import ij.ImageJ;

import java.util.regex.Pattern;

import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.event.ModuleErroredEvent;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

/** Shows the progress of SciJava tasks in ImageJ's status bar and cancels them when Esc was pressed. */
public final class ProgressDisplay {

	/** These would wipe out what the command itself said last. */
	private static final Pattern OF_MODULE_RUNNER =
		Pattern.compile("Running command: |Command finished: |Canceling command: |Command canceled: ");

	/** Starts listening, for as long as the context lives. */
	ProgressDisplay(final Context context) {
		context.service(EventService.class).subscribe(this);
	}

	/** Called by SciJava's event bus. */
	@EventHandler
	public void onTask(final TaskEvent event) {
		final Task task = event.getTask();
		if (IJ.escapePressed() && !task.isCanceled() && !task.isDone()) task.cancel("Esc was pressed.");
		showStatus(task);
		final long maximum = task.getProgressMaximum();
		if (task.isDone() || task.isCanceled()) IJ.showProgress(1.0);
		else if (maximum > 0) IJ.showProgress((double) task.getProgressValue() / maximum);
	}

	/** What a task said last is taken away with it, unless something else was said since. */
	private static void showStatus(final Task task) {
		final String message = task.getStatusMessage();
		if (message == null) return;
		if (!task.isDone()) IJ.showStatus(message);
		else if (IJ.getInstance() != null && message.equals(ImageJ.getStatusBarText())) IJ.showStatus("");
	}

	/** Called by SciJava's event bus. */
	@EventHandler
	public void onStatus(final StatusEvent event) {
		final String message = event.getStatusMessage();
		if (message != null && !event.isWarning() && !OF_MODULE_RUNNER.matcher(message).lookingAt()) IJ.showStatus(message);
		if (event.getProgressMaximum() > 0)
			IJ.showProgress((double) event.getProgressValue() / event.getProgressMaximum());
	}

	/** Called by SciJava's event bus: the user gets one sentence, not a logged stack trace besides. */
	@EventHandler
	public void onError(final ModuleErroredEvent event) {
		event.consume();
	}
}
