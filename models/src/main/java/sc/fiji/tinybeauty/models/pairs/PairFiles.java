package sc.fiji.tinybeauty.models.pairs;

import java.util.regex.Pattern;

/** Names of files and folders of the format. */
final class PairFiles {

	static final String METADATA = "metadata.jsonl";
	static final String CARD = "dataset.json";
	static final String TABLE = "pairs.csv";
	static final String REJECTED = "rejected.txt";
	static final String PROBLEMS = "problems.csv";
	static final String UNFINISHED = "unfinished";
	static final String[] FOLDERS = { "bare", "made", "masks" };

	private static final Pattern NAME = Pattern.compile(
		"[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} _.#()+-]{0,99}");

	private PairFiles() {}

	static String bare(final String name) {
		return "bare/" + name + ".png";
	}

	static String made(final String name) {
		return "made/" + name + ".png";
	}

	static String masks(final String name) {
		return "masks/" + name + ".png";
	}

	/** @return whether it can be a file's base name everywhere, and leads nowhere else */
	static boolean isName(final String name) {
		return NAME.matcher(name).matches() && !name.endsWith(".") && !name
			.endsWith(" ");
	}
}
