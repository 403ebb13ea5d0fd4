package sc.fiji.tinybeauty.models.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Arguments of a program, {@code --key value} each. */
public final class Arguments {

	private Arguments() {}

	/**
	 * @param args what the program was given
	 * @param usage what to tell who gives something else; the program then ends
	 * @param needed keys that must be there, separated by commas
	 * @param optional keys that may be there
	 * @return values by key
	 */
	public static Map<String, String> of(final String[] args, final String usage,
		final String needed, final String optional)
	{
		final Map<String, String> map = new HashMap<>();
		for (int i = 0; i + 1 < args.length; i += 2)
			map.put(args[i].replaceFirst("^--", ""), args[i + 1]);
		final List<String> must = List.of(needed.split(","));
		final Set<String> known = new TreeSet<>(must);
		known.addAll(List.of(optional.split(",")));
		if (args.length % 2 != 0 || !known.containsAll(map.keySet()) || !map.keySet()
			.containsAll(must))
		{
			System.err.println(usage);
			System.exit(2);
		}
		return map;
	}
}
