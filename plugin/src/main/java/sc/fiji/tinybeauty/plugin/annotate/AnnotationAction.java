package sc.fiji.tinybeauty.plugin.annotate;

import java.awt.event.KeyEvent;
import java.util.function.Consumer;

/** What an annotator can do, by a key or a button. */
enum AnnotationAction {

	SAVE_AND_NEXT("Save and next", "Enter", KeyEvent.VK_ENTER, "saves the pair and goes to the next face that is not done",
		desk -> {
			if (desk.session().save()) desk.session().nextUndone();
		}),
	SAVE("Save", "S", KeyEvent.VK_S, "saves the pair", desk -> desk.session()
		.save()),
	NEXT("Next", "N", KeyEvent.VK_N, "next face", desk -> desk.session().move(1)),
	PREVIOUS("Previous", "P", KeyEvent.VK_P, "previous face", desk -> desk
		.session().move(-1)),
	UNDONE("Next not done", "J", KeyEvent.VK_J, "next face that has no pair yet",
		desk -> desk.session().nextUndone()),
	BARE("Bare", "B", KeyEvent.VK_B, "shows the bare face while it is held",
		desk -> desk.session().showBare(true)),
	RECIPE("Recipe", "R", KeyEvent.VK_R, "begins with another recipe",
		AnnotationDesk::chooseRecipe),
	LAST("Last look", "L", KeyEvent.VK_L, "gives this face the look of the one saved last",
		desk -> desk.session().again()),
	COLOUR("Colour", "C", KeyEvent.VK_C, "colour of the chosen region",
		AnnotationDesk::chooseColour),
	HEX("Other colour", "H", KeyEvent.VK_H, "a colour written like #a03040",
		AnnotationDesk::askColour),
	TOGGLE("On or off", "O", KeyEvent.VK_O, "takes the chosen region off, or puts it on",
		desk -> desk.session().toggle()),
	WEAKER("Weaker", "Comma", KeyEvent.VK_COMMA, "chosen region 5 % weaker",
		desk -> desk.session().strengthen(-0.05)),
	STRONGER("Stronger", "Period", KeyEvent.VK_PERIOD, "chosen region 5 % stronger",
		desk -> desk.session().strengthen(0.05)),
	UNDO("Undo painting", "U", KeyEvent.VK_U, "takes back the last painting",
		desk -> desk.session().undo()),
	CLEAR("Clear painting", "K", KeyEvent.VK_K, "takes back all painting; U brings it back",
		desk -> desk.session().clear()),
	IMPORT("Import", "I", KeyEvent.VK_I, "a picture of this face that was retouched in another program",
		AnnotationDesk::choosePicture),
	KEYS("Keys", "F1", KeyEvent.VK_F1, "what the keys do",
		AnnotationDesk::showKeys),
	CLOSE("Close", "Q", KeyEvent.VK_Q, "closes the windows", AnnotationDesk::close);

	/** What keys 1 to 9 do. */
	static final String REGIONS =
		"1 to 9: chooses a region, once more its next colour";

	private final String label;
	private final String key;
	private final int code;
	private final String hint;
	private final Consumer<AnnotationDesk> run;

	AnnotationAction(final String label, final String key, final int code,
		final String hint, final Consumer<AnnotationDesk> run)
	{
		this.label = label;
		this.key = key;
		this.code = code;
		this.hint = hint;
		this.run = run;
	}

	/** @return what a button says */
	String label() {
		return label;
	}

	/** @return its key and what it does, one line */
	String hint() {
		return key + ": " + hint;
	}

	/** @return its key code */
	int code() {
		return code;
	}

	void run(final AnnotationDesk desk) {
		run.accept(desk);
	}

	/** @return the action of a key; null if there is none */
	static AnnotationAction of(final int code) {
		for (final AnnotationAction action : values())
			if (action.code == code) return action;
		return null;
	}

	/** @return all keys, a line each */
	static String help() {
		final StringBuilder text = new StringBuilder(REGIONS).append('\n');
		for (final AnnotationAction action : values())
			text.append(action.hint()).append('\n');
		return text.toString();
	}
}
