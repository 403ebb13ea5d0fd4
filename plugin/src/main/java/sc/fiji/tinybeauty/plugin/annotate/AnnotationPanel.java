package sc.fiji.tinybeauty.plugin.annotate;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;

import sc.fiji.tinybeauty.models.annotate.MakeupRegion;
import sc.fiji.tinybeauty.models.annotate.Swatch;

/** The tool window: what is worked on, a row per region, buttons, the last message. */
final class AnnotationPanel extends JFrame {

	private static final AnnotationAction[] BUTTONS = { AnnotationAction.RECIPE,
		AnnotationAction.LAST, AnnotationAction.IMPORT, AnnotationAction.TOGGLE,
		AnnotationAction.COLOUR, AnnotationAction.HEX, AnnotationAction.UNDO,
		AnnotationAction.CLEAR, AnnotationAction.KEYS, AnnotationAction.PREVIOUS,
		AnnotationAction.NEXT, AnnotationAction.UNDONE, AnnotationAction.SAVE,
		AnnotationAction.SAVE_AND_NEXT, AnnotationAction.CLOSE };

	private final AnnotationDesk desk;
	private final JLabel progress = new JLabel(" ");
	private final JLabel message = new JLabel(" ");
	private final Map<MakeupRegion, RegionRow> rows = new EnumMap<>(
		MakeupRegion.class);

	AnnotationPanel(final AnnotationDesk desk) {
		super("Annotation");
		this.desk = desk;
		setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
		final JPanel content = new JPanel(new BorderLayout(0, 6));
		content.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
		content.add(progress, BorderLayout.NORTH);
		content.add(regions(), BorderLayout.CENTER);
		final JPanel below = new JPanel(new BorderLayout(0, 6));
		below.add(buttons(), BorderLayout.CENTER);
		below.add(message, BorderLayout.SOUTH);
		content.add(below, BorderLayout.SOUTH);
		setContentPane(content);
		say(AnnotationAction.KEYS.hint() + "; " + AnnotationAction.REGIONS);
		pack();
		setResizable(false);
	}

	private JPanel regions() {
		final JPanel panel = new JPanel();
		panel.setLayout(new BoxLayout(panel, BoxLayout.Y_AXIS));
		for (final MakeupRegion region : MakeupRegion.values()) {
			final RegionRow row = new RegionRow(desk, region);
			rows.put(region, row);
			panel.add(row);
		}
		panel.add(Box.createHorizontalStrut(500));
		return panel;
	}

	private JPanel buttons() {
		final JPanel panel = new JPanel(new GridLayout(0, 3, 4, 4));
		for (final AnnotationAction action : BUTTONS) {
			final JButton button = new JButton(action.label());
			button.setToolTipText(action.hint());
			button.addActionListener(e -> action.run(desk));
			panel.add(button);
		}
		return panel;
	}

	/** Shows the state of the session. */
	void refresh() {
		progress.setText(desk.session().progress());
		rows.values().forEach(r -> r.show(desk.session().look()));
	}

	/** Shows a sentence until the next one. */
	void say(final String sentence) {
		message.setText("<html><div style='width:360px'>" + sentence.replace("&",
			"&amp;").replace("<", "&lt;") + "&nbsp;</div></html>");
		pack();
	}

	/** Opens the list of colours of the chosen region. */
	void swatches() {
		final AnnotationSession session = desk.session();
		final JPopupMenu menu = new JPopupMenu();
		menu.setLayout(new GridLayout(0, 2));
		for (final Swatch s : Swatch.of(session.region()))
			item(menu, s.name(), new ColourPatch(s.color()), x -> session.colour(
				s.color()));
		item(menu, "Other ...", null, x -> desk.askColour());
		final JPanel at = rows.get(session.region()).colours();
		menu.show(at, 0, at.getHeight());
	}

	/** Opens a list of words. */
	void words(final Iterable<String> words, final Consumer<String> chosen) {
		final JPopupMenu menu = new JPopupMenu();
		for (final String word : words)
			item(menu, word, null, chosen);
		menu.show(progress, 0, progress.getHeight());
	}

	private static void item(final JPopupMenu menu, final String word,
		final Icon icon, final Consumer<String> chosen)
	{
		final JMenuItem item = new JMenuItem(word, icon);
		item.addActionListener(e -> chosen.accept(word));
		menu.add(item);
	}
}
