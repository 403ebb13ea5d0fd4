package sc.fiji.tinybeauty.plugin.annotate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import sc.fiji.tinybeauty.models.annotate.PairAnnotator;

/** The photographs of a folder in their order: which are done, which cannot be used. */
final class FaceQueue {

	private final PairAnnotator annotator;
	private final List<String> names;
	private final Set<String> unusable = new HashSet<>();

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
