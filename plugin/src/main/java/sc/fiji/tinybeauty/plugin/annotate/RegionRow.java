package sc.fiji.tinybeauty.plugin.annotate;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Insets;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;

import sc.fiji.tinybeauty.models.annotate.Look;
import sc.fiji.tinybeauty.models.annotate.MakeupRegion;

/** A region's switch, slider and colours. */
final class RegionRow extends JPanel {

	private static final Dimension NAME = new Dimension(105, 24), SLIDER =
		new Dimension(170, 24), PERCENT = new Dimension(42, 24), SWATCH =
			new Dimension(26, 22);

	private final AnnotationDesk desk;
	private final MakeupRegion region;
	private final JCheckBox on;
	private final JSlider slider = new JSlider(0, 100);
	private final JLabel percent = new JLabel();
	private final JPanel colours = new JPanel(new FlowLayout(FlowLayout.LEFT, 2,
		0));
	private boolean updating;

	RegionRow(final AnnotationDesk desk, final MakeupRegion region) {
		super(new FlowLayout(FlowLayout.LEFT, 4, 1));
		this.desk = desk;
		this.region = region;
		on = new JCheckBox(region.ordinal() + 1 + "  " + region.label());
		on.setPreferredSize(NAME);
		on.setToolTipText(AnnotationAction.TOGGLE.hint());
		on.addActionListener(e -> {
			session().choose(region, 0);
			session().change(look -> look.with(region, on.isSelected()));
		});
		slider.setPreferredSize(SLIDER);
		slider.setName("slider " + region);
		slider.setToolTipText("<html>" + AnnotationAction.WEAKER.hint() + "<br>" +
			AnnotationAction.STRONGER.hint() + "</html>");
		slider.addChangeListener(e -> slid());
		percent.setPreferredSize(PERCENT);
		add(on);
		add(slider);
		add(percent);
		add(colours);
	}

	private AnnotationSession session() {
		return desk.session();
	}

	private void slid() {
		if (updating) return;
		if (session().region() != region) session().choose(region, 0);
		session().change(look -> look.withOpacity(region, slider.getValue() / 100.0));
	}

	/** Shows a look. */
	void show(final Look look) {
		updating = true;
		final boolean chosen = session().region() == region;
		on.setSelected(look.isOn(region));
		on.setFont(on.getFont().deriveFont(chosen ? Font.BOLD : Font.PLAIN));
		final int value = (int) Math.round(100 * look.opacity(region));
		if (slider.getValue() != value) slider.setValue(value);
		percent.setText(value + " %");
		final List<String> now = look.colours(region);
		if (colours.getComponentCount() != now.size()) rebuild(now.size());
		for (int i = 0; i < now.size(); i++) {
			final JButton swatch = (JButton) colours.getComponent(i);
			swatch.setIcon(new ColourPatch(now.get(i)));
			swatch.setToolTipText(now.get(i) + ", " + AnnotationAction.COLOUR.hint());
			swatch.setBorder(BorderFactory.createLineBorder(chosen && session()
				.slot() == i ? Color.BLACK : Color.LIGHT_GRAY, 2));
		}
		updating = false;
	}

	private void rebuild(final int count) {
		colours.removeAll();
		for (int i = 0; i < count; i++) {
			final JButton swatch = new JButton();
			swatch.setPreferredSize(SWATCH);
			swatch.setMargin(new Insets(0, 0, 0, 0));
			swatch.setName("colour " + region + " " + i);
			final int slot = i;
			swatch.addActionListener(e -> {
				session().choose(region, slot);
				desk.chooseColour();
			});
			colours.add(swatch);
		}
		revalidate();
	}

	/** @return where a list of colours may open */
	JPanel colours() {
		return colours;
	}
}
