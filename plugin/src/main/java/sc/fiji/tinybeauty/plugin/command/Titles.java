package sc.fiji.tinybeauty.plugin.command;

import java.util.HashSet;
import java.util.Set;

import ij.ImagePlus;
import ij.WindowManager;

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

	/**
	 * @param title a title
	 * @return the title, with -1, -2 and so on behind it if an open image has it;
	 *         images of batch macros count as open
	 */
	static String unique(final String title) {
		final Set<String> taken = new HashSet<>();
		final int[] ids = WindowManager.getIDList();
		if (ids != null) for (final int id : ids) {
			final ImagePlus open = WindowManager.getImage(id);
			if (open != null) taken.add(open.getTitle());
		}
		String free = title;
		for (int i = 1; taken.contains(free); i++)
			free = title + "-" + i;
		return free;
	}
}
