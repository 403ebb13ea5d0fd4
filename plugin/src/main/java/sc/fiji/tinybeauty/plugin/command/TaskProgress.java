package sc.fiji.tinybeauty.plugin.command;

import ij.IJ;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

import sc.fiji.tinybeauty.plugin.makeup.Progress;

/** Shows a job as a SciJava task, which its owner or the Esc key can cancel. */
final class TaskProgress implements Progress, AutoCloseable {

	private final Task task;

	TaskProgress(final TaskService tasks, final String name) {
		IJ.resetEscape();
		task = tasks.createTask(name);
		// The job looks whether it was cancelled before every step.
		task.setCancelCallBack(() -> {});
		task.start();
	}

	@Override
	public void show(final int done, final int total, final String what) {
		task.setStatusMessage(what);
		task.setProgressMaximum(total);
		task.setProgressValue(done);
	}

	@Override
	public boolean isCanceled() {
		if (IJ.escapePressed() && !task.isCanceled()) task.cancel(
			"Esc was pressed.");
		return task.isCanceled();
	}

	@Override
	public void close() {
		task.finish();
	}
}
