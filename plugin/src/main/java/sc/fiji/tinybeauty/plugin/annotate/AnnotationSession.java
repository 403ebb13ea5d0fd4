package sc.fiji.tinybeauty.plugin.annotate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import ij.ImagePlus;

import sc.fiji.tinybeauty.models.annotate.AnnotatedFace;
import sc.fiji.tinybeauty.models.annotate.Look;
import sc.fiji.tinybeauty.models.annotate.MakeupRegion;
import sc.fiji.tinybeauty.models.annotate.PairAnnotator;

/**
 * A walk through the faces of a folder, one of which is shown and worked on.
 * Faces are found and looks rendered in the background, and of several looks
 * wanted meanwhile only the last one is. What is painted on the image is taken
 * over before the picture changes and before it is saved.
 * <p>
 * All methods belong to the thread of {@code display}.
 * </p>
 */
public final class AnnotationSession {

	private final PairAnnotator annotator;
	private final Executor display;
	private final Executor work;
	private final LiveRender live;
	private final FaceQueue faces;
	private final MadeImage made = new MadeImage();
	private AnnotationView view;
	private AnnotatedFace face;
	private int index;
	private boolean opening;
	/** Why photographs were passed over on the way to this one. */
	private String passed = "";
	private MakeupRegion region = MakeupRegion.LIPS;
	private int slot;

	/**
	 * @param annotator opens and saves faces
	 * @param display runs what changes the display
	 * @param work runs what takes longer
	 */
	public AnnotationSession(final PairAnnotator annotator,
		final Executor display, final Executor work)
	{
		this.annotator = annotator;
		this.display = display;
		this.work = work;
		live = new LiveRender(display, work, this::rendered);
		faces = new FaceQueue(annotator);
	}

	/**
	 * Opens the first face that is not done, or the first one if all are.
	 *
	 * @param hears the view from now on
	 * @throws IllegalArgumentException with one sentence if no photograph can be used
	 */
	public void start(final AnnotationView hears) {
		view = hears;
		String why = "";
		int i = Math.max(0, faces.undone(-1));
		for (int n = 0; n < 2 * faces.size(); n++)
			try {
				show(i, faces.open(i));
				return;
			}
			catch (final IOException e) {
				faces.leaveOut(i);
				if (why.isEmpty()) why = e.getMessage();
				final int undone = faces.undone(i);
				i = undone < 0 ? (i + 1) % faces.size() : undone;
			}
		throw new IllegalArgumentException(
			"None of the photographs can be annotated, the first one because: " + why);
	}

	/** @return the made-up face */
	public ImagePlus image() {
		return made.image();
	}

	/** @return the face that is shown */
	public AnnotatedFace face() {
		return face;
	}

	/** @return the look that is wanted */
	public Look look() {
		return face.look();
	}

	/** @return the region that keys act on */
	public MakeupRegion region() {
		return region;
	}

	/** @return which of its colours */
	public int slot() {
		return slot;
	}

	/** @return one line about the face and how far the folder is */
	public String progress() {
		return face.source() + (annotator.isDone(face.source()) ? " (saved" + (face
			.isChanged() ? ", changed since)" : ")") : face.isChanged() ? " (changed)"
				: "") + ": " + faces.progress(index);
	}

	/** Shows the next usable face, or the previous one; asks about unsaved changes. */
	public void move(final int by) {
		if (!faces.has(index + by)) view.say(by > 0
			? "This is the last face." : "This is the first face.");
		else if (settled()) open(index + by, by);
	}

	/** Shows the next face that is not done, from the beginning again after the last. */
	public void nextUndone() {
		final int next = faces.undone(index);
		if (next < 0) view.say("All faces are done; the pairs are in " + annotator
			.out() + ".");
		else if (settled()) open(next, 1);
	}

	private void open(final int target, final int step) {
		if (opening) return;
		opening = true;
		view.say("Finding the face of " + faces.name(target) + " ...");
		work.execute(() -> {
			try {
				final String begins = faces.takesOver(target)
					? "It begins with the look saved last; R chooses a recipe." : "";
				final AnnotatedFace found = faces.open(target);
				display.execute(() -> {
					opening = false;
					// Somebody may have painted on meanwhile.
					if (!settled()) return;
					show(target, found);
					view.say(passed.isEmpty() ? begins : passed);
					passed = "";
				});
			}
			catch (final IOException | RuntimeException e) {
				display.execute(() -> skip(target, step, e));
			}
		});
	}

	/** A photograph that cannot be used stops nobody. */
	private void skip(final int target, final int step, final Exception why) {
		opening = false;
		faces.leaveOut(target);
		passed = why.getMessage();
		view.say(passed);
		if (faces.has(target + step)) open(target + step,
			step);
	}

	private void show(final int target, final AnnotatedFace found) {
		index = target;
		face = found;
		made.open(face.source() + " made up", face.size(), face.made());
		view.changed();
	}

	/** Takes over what was painted. A picture of another kind or size is put back. */
	public void take() {
		final int[] painted = made.painted(face.size());
		if (painted == null) {
			made.put(face.size(), face.made());
			view.say(
				"The image has to stay RGB and keep its size, so the last step was taken back.");
		}
		else if (face.take(painted)) {
			made.image().changes = false;
			view.changed();
		}
	}

	/** Changes the look; the picture follows as soon as it is rendered. */
	public void change(final UnaryOperator<Look> change) {
		try {
			face.want(change.apply(face.look()));
			view.changed();
			live.start(face);
		}
		catch (final IllegalArgumentException e) {
			view.say(e.getMessage());
		}
	}

	/** @return where the recipes of this set lie, as soon as there is one */
	Path recipes() {
		return annotator.recipes();
	}

	/** Gives this face the look of the one that was saved last. */
	public void again() {
		try {
			final Look last = faces.last();
			if (last == null) view.say("No look was saved yet; save a face first.");
			else change(now -> last);
		}
		catch (final IOException e) {
			view.say(e.getMessage());
		}
	}

	private void rendered(final LiveRender.Rendered r) {
		if (r.picture() == null) {
			view.say("The look cannot be rendered; choose other values.");
			return;
		}
		if (r.face() == face && face.isStale()) {
			take();
			face.show(r.look(), r.picture());
			made.put(face.size(), face.made());
		}
		live.start(face);
	}

	/** Chooses a region for the keys; once more chooses its next colour. */
	public void choose(final MakeupRegion other) {
		final int colours = face.look().colours(other).size();
		choose(other, other == region && colours > 0 ? (slot + 1) % colours : 0);
	}

	/** Chooses a colour of a region for the keys. */
	public void choose(final MakeupRegion other, final int colour) {
		region = other;
		slot = colour;
		view.changed();
	}

	/** Makes the chosen region stronger or weaker. */
	public void strengthen(final double by) {
		change(look -> look.withOpacity(region, Math.round(100 * (look.opacity(
			region) + by)) / 100.0));
	}

	/** Takes the chosen region off, or puts it on. */
	public void toggle() {
		change(look -> look.with(region, !look.isOn(region)));
	}

	/** Gives the chosen region a colour, "#rrggbb". */
	public void colour(final String hex) {
		change(look -> look.withColour(region, slot, hex));
	}

	/** Takes back what was painted last. */
	public void undo() {
		corrected(f -> {
			if (!f.undo()) view.say("There is no correction to take back.");
		});
	}

	/** Takes back all that was painted. */
	public void clear() {
		corrected(AnnotatedFace::clear);
	}

	private void corrected(final Consumer<AnnotatedFace> change) {
		take();
		change.accept(face);
		made.put(face.size(), face.made());
		view.changed();
	}

	/** Shows the bare face above the made-up one, or takes it away. */
	public void showBare(final boolean bare) {
		made.showBare(bare ? face.bare() : null);
	}

	/**
	 * Saves the pair.
	 *
	 * @return whether it is on disk
	 */
	public boolean save() {
		take();
		try {
			annotator.save(face);
			faces.saved(face.look());
			made.put(face.size(), face.made());
			view.changed();
			view.say("Saved; " + annotator.done() + " of " + faces.size() +
				" faces are done.");
			return true;
		}
		catch (final IOException | RuntimeException e) {
			view.say(e.getMessage());
			return false;
		}
	}

	/** Replaces the face by a picture of it that was retouched elsewhere. */
	public void retouched(final Path picture) {
		if (opening || !settled()) return;
		opening = true;
		view.say("Comparing " + picture.getFileName() + " with " + face.source() +
			" ...");
		final int here = index;
		work.execute(() -> {
			try {
				final PairAnnotator.Retouched r = annotator.retouched(faces.name(here),
					picture);
				display.execute(() -> {
					opening = false;
					if (!settled()) return;
					show(here, r.face());
					view.say(r.message() + " Save it to make it a pair.");
				});
			}
			catch (final IOException | RuntimeException e) {
				display.execute(() -> {
					opening = false;
					view.say(e.getMessage());
				});
			}
		});
	}

	/** @return whether the face can be left: nothing is unsaved, or the user said what to do */
	public boolean settled() {
		take();
		if (!face.isChanged()) return true;
		return switch (view.ask(face.source())) {
			case SAVE -> save();
			case DISCARD -> {
				face.forget();
				yield true;
			}
			case STAY -> false;
		};
	}

	/** Ends the session; nothing is saved. */
	public void close() {
		work.execute(annotator::close);
	}
}
