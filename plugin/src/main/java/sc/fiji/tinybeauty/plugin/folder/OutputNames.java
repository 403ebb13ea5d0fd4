package sc.fiji.tinybeauty.plugin.folder;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of results: the photograph's name with the new ending. Where two
 * photographs would get the same name, as {@code a.jpg} and {@code a.png} do,
 * both keep their own ending before the new one ({@code a.jpg.png} and
 * {@code a.png.png}). Upper and lower case count as the same.
 */
final class OutputNames {

	private OutputNames() {}

	/**
	 * @param photos file names, all different
	 * @param extension ending of the results, without a dot
	 * @return the name of each result, in the order of the photographs
	 */
	static Map<String, String> of(final List<String> photos,
		final String extension)
	{
		final Map<String, Integer> uses = new HashMap<>();
		for (final String photo : photos)
			uses.merge(key(base(photo)), 1, Integer::sum);
		final Set<String> taken = new HashSet<>();
		for (final String photo : photos)
			if (uses.get(key(base(photo))) == 1) taken.add(key(base(photo)));
		final Map<String, String> names = new LinkedHashMap<>();
		for (final String photo : photos) {
			final String base = base(photo);
			final String name = uses.get(key(base)) == 1 ? base : free(photo, taken);
			names.put(photo, name + "." + extension);
		}
		return names;
	}

	private static String free(final String name, final Set<String> taken) {
		String free = name;
		for (int i = 2; !taken.add(key(free)); i++)
			free = name + "-" + i;
		return free;
	}

	private static String base(final String name) {
		final int dot = name.lastIndexOf('.');
		return dot > 0 ? name.substring(0, dot) : name;
	}

	private static String key(final String name) {
		return name.toLowerCase(Locale.ROOT);
	}
}
