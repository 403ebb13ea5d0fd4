package sc.fiji.tinybeauty.plugin.annotate;

import java.awt.Component;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.TextComponent;
import java.awt.Window;
import java.awt.event.KeyEvent;

import javax.swing.MenuSelectionManager;
import javax.swing.Timer;
import javax.swing.text.JTextComponent;

import sc.fiji.tinybeauty.models.annotate.MakeupRegion;

/**
 * The keys of an annotation, whichever of its windows is in front. Other keys, and
 * those with Ctrl, Alt or Command, go on to the widgets and to ImageJ.
 */
final class AnnotationKeys implements KeyEventDispatcher {

	/** A held key that repeats is released and pressed again within this time. */
	private static final int REPEAT_MS = 60;

	private final AnnotationDesk desk;
	private final Window[] windows;
	private final Timer release;
	private boolean handled;

	/**
	 * @param desk does the work
	 * @param windows where the keys hold
	 */
	AnnotationKeys(final AnnotationDesk desk, final Window... windows) {
		this.desk = desk;
		this.windows = windows.clone();
		release = new Timer(REPEAT_MS, e -> desk.session().showBare(false));
		release.setRepeats(false);
	}

	void install() {
		KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(
			this);
	}

	void remove() {
		release.stop();
		KeyboardFocusManager.getCurrentKeyboardFocusManager()
			.removeKeyEventDispatcher(this);
	}

	@Override
	public boolean dispatchKeyEvent(final KeyEvent e) {
		final boolean bare = e.getKeyCode() == AnnotationAction.BARE.code();
		if (bare && e.getID() == KeyEvent.KEY_RELEASED) release.restart();
		if (!isMine(e)) return false;
		if (e.getID() == KeyEvent.KEY_PRESSED) {
			if (bare) release.stop();
			handled = press(e.getKeyCode());
		}
		return handled;
	}

	private boolean isMine(final KeyEvent e) {
		if (e.isControlDown() || e.isAltDown() || e.isMetaDown()) return false;
		if (MenuSelectionManager.defaultManager().getSelectedPath().length > 0)
			return false;
		final KeyboardFocusManager focus = KeyboardFocusManager
			.getCurrentKeyboardFocusManager();
		final Component owner = focus.getFocusOwner();
		if (owner instanceof JTextComponent || owner instanceof TextComponent)
			return false;
		for (final Window w : windows)
			if (focus.getFocusedWindow() == w) return true;
		return false;
	}

	private boolean press(final int code) {
		final int digit = code - (code >= KeyEvent.VK_NUMPAD0 ? KeyEvent.VK_NUMPAD0
			: KeyEvent.VK_0);
		final MakeupRegion[] regions = MakeupRegion.values();
		if (digit >= 1 && digit <= regions.length) {
			desk.session().choose(regions[digit - 1]);
			return true;
		}
		final AnnotationAction action = AnnotationAction.of(code);
		if (action != null) action.run(desk);
		return action != null;
	}
}
