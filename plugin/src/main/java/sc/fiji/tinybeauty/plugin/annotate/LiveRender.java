package sc.fiji.tinybeauty.plugin.annotate;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

import sc.fiji.tinybeauty.models.annotate.AnnotatedFace;
import sc.fiji.tinybeauty.models.annotate.Look;

/**
 * Renders looks in the background, one at a time: of several wanted meanwhile only
 * the last one is rendered.
 */
final class LiveRender {

	/**
	 * What was rendered.
	 *
	 * @param face of which face
	 * @param look which look
	 * @param picture the picture; null if that failed
	 */
	record Rendered(AnnotatedFace face, Look look, int[] picture) {}

	private final Executor display;
	private final Executor work;
	private final Consumer<Rendered> done;
	private boolean busy;

	/**
	 * @param display runs {@code done}
	 * @param work renders
	 * @param done takes what was rendered
	 */
	LiveRender(final Executor display, final Executor work,
		final Consumer<Rendered> done)
	{
		this.display = display;
		this.work = work;
		this.done = done;
	}

	/** Renders the look that a face wants, unless it has it or something is being rendered. */
	void start(final AnnotatedFace face) {
		if (busy || !face.isStale()) return;
		busy = true;
		final Look wanted = face.look();
		work.execute(() -> {
			int[] picture = null;
			try {
				picture = face.render(wanted);
			}
			finally {
				final Rendered rendered = new Rendered(face, wanted, picture);
				display.execute(() -> {
					busy = false;
					done.accept(rendered);
				});
			}
		});
	}
}
