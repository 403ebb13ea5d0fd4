package sc.fiji.tinybeauty.plugin.annotate;

/** Shows an annotation to a person, and asks. */
public interface AnnotationView {

	/** What to do with unsaved changes. */
	enum Answer {
		/** Save them. */
		SAVE,
		/** Forget them. */
		DISCARD,
		/** Stay with the face. */
		STAY
	}

	/** Face, look, region or progress changed. */
	void changed();

	/** @param sentence something worth telling */
	void say(String sentence);

	/** @return what to do with the unsaved changes of this face */
	Answer ask(String face);
}
