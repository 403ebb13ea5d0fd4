package sc.fiji.tinybeauty.plugin.annotate;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import sc.fiji.tinybeauty.models.annotate.AnnotatedFace;
import sc.fiji.tinybeauty.models.annotate.Look;
import sc.fiji.tinybeauty.models.annotate.PairAnnotator;

/**
 * The photographs of a folder in their order: which are done, which cannot be used,
 * and what a new one begins with: pairs of one folder mostly show one look.
 */
final class FaceQueue {

	private final PairAnnotator annotator;
	private final List<String> names;
	private final Set<String> unusable = new HashSet<>();
	/** Written where faces are shown, read where they are opened. */
	private volatile Look last;

	FaceQueue(final PairAnnotator annotator) {
		this.annotator = annotator;
		names = annotator.faces();
	}

	int size() {
		return names.size();
	}

	boolean has(final int index) {
		return index >= 0 && index < names.size();
	}

	String name(final int index) {
		return names.get(index);
	}

	/** @return a face as it was saved; a new one with the look saved last, or with the recipe to begin with */
	AnnotatedFace open(final int index) throws IOException {
		final Look begin = last;
		return begin == null ? annotator.open(name(index)) : annotator.open(name(
			index), begin);
	}

	/** @return whether {@link #open} would take over the look of another face */
	boolean takesOver(final int index) {
		return last != null && !annotator.isDone(name(index));
	}

	/** Remembers the look of a face that was saved; a retouched picture has none. */
	void saved(final Look look) {
		if (!look.recipe().layers().isEmpty()) last = look;
	}

	/** @return the look saved last, here or when the set was worked on before; null if there is none */
	Look last() throws IOException {
		return last != null ? last : annotator.lastLook();
	}

	/** From now on this photograph is not offered as one to be done. */
	void leaveOut(final int index) {
		unusable.add(names.get(index));
	}

	/** @return the first face after some index that is not done, from the beginning again after the last; -1 if all others are */
	int undone(final int after) {
		for (int n = 1; n <= names.size(); n++) {
			final int i = (after + n) % names.size();
			if (i != after && !annotator.isDone(names.get(i)) && !unusable.contains(names
				.get(i))) return i;
		}
		return -1;
	}

	/** @return how far the folder is, from some face on */
	String progress(final int index) {
		return index + 1 + " of " + names.size() + ", " + annotator.done() + " done";
	}
}
