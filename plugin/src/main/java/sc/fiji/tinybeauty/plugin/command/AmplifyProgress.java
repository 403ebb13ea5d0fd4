package sc.fiji.tinybeauty.plugin.command;

import ij.IJ;

import sc.fiji.tinybeauty.models.pairs.AmplifyListener;

/**
 * Shows work on pairs as a task, and its messages in the log.
 *
 * @param progress the task
 * @param name of the command
 */
record AmplifyProgress(TaskProgress progress, String name) implements
	AmplifyListener
{

	@Override
	public boolean next(final int done, final int total, final String what) {
		progress.show(done, total, what);
		return !progress.isCanceled();
	}

	@Override
	public void message(final String sentence) {
		IJ.log(name + ": " + sentence);
	}
}
