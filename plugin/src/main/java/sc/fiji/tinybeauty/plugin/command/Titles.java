package sc.fiji.tinybeauty.plugin.command;

import sc.fiji.tinybeauty.plugin.makeup.OutputKind;

/** Titles of results. */
final class Titles {

	private Titles() {}

	/**
	 * @param title title of the original, perhaps a file name
	 * @param style name of the style
	 * @param kind what the result is
	 * @return "portrait-smoky" for "portrait.jpg"; residuals say so behind it
	 */
	static String of(final String title, final String style,
		final OutputKind kind)
	{
		final String name = title.replaceFirst("(?<=.)\\.[A-Za-z0-9]{1,5}$", "");
		return name + "-" + style + (kind == OutputKind.RESIDUAL ? "-residual"
			: "");
	}
}
