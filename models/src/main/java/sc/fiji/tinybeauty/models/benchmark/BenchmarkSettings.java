package sc.fiji.tinybeauty.models.benchmark;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import sc.fiji.tinybeauty.models.amplify.FineTuning;
import sc.fiji.tinybeauty.models.engine.DeviceChoice;

/** The arguments of {@link DalBenchmark}. */
final class BenchmarkSettings {

	private static final Map<String, String> STANDARD = new TreeMap<>(Map.ofEntries(
		Map.entry("steps", "4000"), Map.entry("batch", "16"), Map.entry("faces",
			"100000"), Map.entry("people", "48"), Map.entry("finetune", "auto"), Map
				.entry("from", "auto"), Map.entry("seed", "1"), Map.entry("look-seed",
					"1"), Map.entry("sampling", "2"), Map.entry("variety", "1"), Map.entry(
						"device", "cpu"), Map.entry("looks", "pairs,lagoon,kohl"), Map.entry(
							"only", ".*")));
	private static final List<String> NEEDED = List.of("faceset", "landmarks",
		"out");
	private static final Set<String> OPTIONAL = Set.of("pairs", "prior");
	/** Where things lie and which cells are wanted does not change a figure. */
	private static final Set<String> FREE = Set.of("out", "only", "looks",
		"device", "faceset", "landmarks", "pairs", "prior");

	private final Map<String, String> values = new HashMap<>(STANDARD);

	/**
	 * @param args name and value in turn, names with two hyphens before
	 * @throws IllegalArgumentException with one sentence if they are wrong
	 */
	BenchmarkSettings(final String... args) {
		for (int i = 0; i < args.length; i += 2) {
			final String key = args[i].replaceFirst("^--", "");
			if (i + 1 == args.length || !STANDARD.containsKey(key) && !NEEDED.contains(
				key) && !OPTIONAL.contains(key)) throw new IllegalArgumentException(
					"The argument " + args[i] + " is not known or has no value.");
			values.put(key, args[i + 1]);
		}
		for (final String key : NEEDED)
			if (!values.containsKey(key)) throw new IllegalArgumentException(
				"The argument --" + key + " is missing.");
	}

	Path path(final String key) {
		final String value = values.get(key);
		return value == null ? null : Path.of(value);
	}

	int number(final String key) {
		return Integer.parseInt(values.get(key));
	}

	String text(final String key) {
		return values.get(key);
	}

	double decimal(final String key) {
		return Double.parseDouble(values.get(key));
	}

	FineTuning.Mode fineTuning() {
		return FineTuning.Mode.parse(text("finetune"));
	}

	DeviceChoice device() {
		return DeviceChoice.parse(text("device"));
	}

	/** @return what figures depend on, sorted */
	Map<String, String> recorded() {
		final Map<String, String> recorded = new TreeMap<>(values);
		recorded.keySet().removeAll(FREE);
		return recorded;
	}
}
