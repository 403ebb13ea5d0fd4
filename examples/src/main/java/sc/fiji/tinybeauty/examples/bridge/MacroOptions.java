package sc.fiji.tinybeauty.examples.bridge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The options string of a macro's {@code run("Command...", "options")}, taken apart.
 * <p>
 * The grammar is ImageJ's: entries are separated by blanks; an entry is {@code key=value} or a bare {@code key}, which
 * means true; a value with blanks stands in square brackets (which may nest) or single quotes. Keys are compared in
 * lower case. Unlike {@code ij.Macro.getValue}, text inside a value is never mistaken for a key.
 * </p>
 */
final class MacroOptions {

	private final Map<String, String> values = new LinkedHashMap<>();

	private final String text;

	private int at;

	private MacroOptions(final String text) {
		this.text = text;
		while (skipBlanks())
			readEntry();
	}

	/**
	 * Takes an options string apart.
	 *
	 * @param options what the macro passed, not null
	 * @return the entries in order; of a repeated key the first counts, as in ImageJ
	 */
	static Map<String, String> parse(final String options) {
		return Collections.unmodifiableMap(new MacroOptions(options).values);
	}

	private boolean skipBlanks() {
		while (at < text.length() && text.charAt(at) == ' ')
			at++;
		return at < text.length();
	}

	private void readEntry() {
		final int start = at;
		while (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != '=')
			at++;
		final String key = text.substring(start, at).toLowerCase(Locale.US);
		if (at < text.length() && text.charAt(at) == '=') {
			at++;
			values.putIfAbsent(key, readValue());
		}
		else {
			values.putIfAbsent(key, "true");
		}
	}

	private String readValue() {
		final int end = closing();
		if (end < 0) return readWord();
		final String value = text.substring(at + 1, end);
		at = end + 1;
		return value;
	}

	/** @return where the bracket or quote that opens here is closed, or -1 for a plain word */
	private int closing() {
		if (at >= text.length()) return -1;
		if (text.charAt(at) == '\'') return text.indexOf('\'', at + 1);
		if (text.charAt(at) != '[') return -1;
		int depth = 0;
		for (int i = at; i < text.length(); i++) {
			if (text.charAt(i) == '[') depth++;
			if (text.charAt(i) == ']' && --depth == 0) return i;
		}
		return -1;
	}

	private String readWord() {
		final int start = at;
		while (at < text.length() && text.charAt(at) != ' ')
			at++;
		return text.substring(start, at);
	}
}
