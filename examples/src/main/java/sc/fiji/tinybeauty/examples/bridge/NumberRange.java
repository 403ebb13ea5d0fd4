package sc.fiji.tinybeauty.examples.bridge;

import ij.IJ;

import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/** What a number input allows and how finely it is shown. */
record NumberRange(double min, double max, double step, int digits, boolean isSlider) {

	static NumberRange of(final ModuleItem<?> item) {
		final double min = number(item.getMinimumValue(), Double.NEGATIVE_INFINITY);
		final double max = number(item.getMaximumValue(), Double.POSITIVE_INFINITY);
		final Class<?> type = Types.box(item.getType());
		final boolean whole = type != Double.class && type != Float.class;
		final Number given = item.getStepSize();
		final double step = given != null && given.doubleValue() > 0 ? given.doubleValue() : whole ? 1 : 0.01;
		final String style = item.getWidgetStyle() == null ? "" : item.getWidgetStyle();
		final boolean bounded = !Double.isInfinite(min) && !Double.isInfinite(max);
		final boolean slider = bounded && (style.contains("slider") || style.contains("scroll"));
		return new NumberRange(min, max, step, whole ? 0 : Math.max(2, decimals(step)), slider);
	}

	private static double number(final Object bound, final double otherwise) {
		return bound instanceof Number n ? n.doubleValue() : otherwise;
	}

	private static int decimals(final double step) {
		int digits = 0;
		while (digits < 6 && Math.abs(step * Math.pow(10, digits) - Math.rint(step * Math.pow(10, digits))) > 1e-6)
			digits++;
		return digits;
	}

	double clamp(final double value) {
		return Math.min(max, Math.max(min, value));
	}

	boolean contains(final String text) {
		try {
			final double value = Double.parseDouble(text.trim());
			return value >= min && value <= max;
		}
		catch (final NumberFormatException e) {
			return false;
		}
	}

	String format(final double value) {
		return IJ.d2s(value, digits);
	}
}
