package sc.fiji.tinybeauty.examples.launch;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A list {@code key=value,key="value",...} from the command line.
 * <p>
 * Quoted values may hold commas, blanks and equals signs; inside quotes {@code \"} stands for a quote, and every other
 * backslash is one, so that Windows paths need no care. Keys keep their case.
 * </p>
 */
final class ParameterValues {

	private final String text;
	private int at;

	private ParameterValues(final String text) {
		this.text = text;
	}

	/**
	 * Reads a list.
	 *
	 * @throws LaunchException if it is not of the form above
	 */
	static Map<String, String> parse(final String text) throws LaunchException {
		return new ParameterValues(text).read();
	}

	private Map<String, String> read() throws LaunchException {
		final Map<String, String> values = new LinkedHashMap<>();
		while (skipBlanks()) {
			final int equals = text.indexOf('=', at);
			if (equals < 0 || !text.substring(at, equals).trim().matches("\\w+")) throw malformed();
			final String key = text.substring(at, equals).trim();
			at = equals + 1;
			values.put(key, readValue());
			if (skipBlanks() && text.charAt(at++) != ',') throw malformed();
		}
		return values;
	}

	private boolean skipBlanks() {
		while (at < text.length() && Character.isWhitespace(text.charAt(at)))
			at++;
		return at < text.length();
	}

	private String readValue() throws LaunchException {
		if (skipBlanks() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) return readQuoted(text.charAt(at++));
		final int comma = text.indexOf(',', at);
		final String value = text.substring(at, comma < 0 ? text.length() : comma).trim();
		at = comma < 0 ? text.length() : comma;
		return value;
	}

	private String readQuoted(final char quote) throws LaunchException {
		final StringBuilder value = new StringBuilder();
		while (at < text.length()) {
			final char c = text.charAt(at++);
			if (c == quote) return value.toString();
			if (c == '\\' && at < text.length() && text.charAt(at) == quote && !closes(at)) value.append(text.charAt(at++));
			else value.append(c);
		}
		throw malformed();
	}

	/** @return whether the quote there ends the value: {@code "C:\folder\"} ends in a backslash, not in a quote */
	private boolean closes(final int position) {
		final String after = text.substring(position + 1).trim();
		return after.isEmpty() || after.matches("(?s),\\s*\\w+\\s*=.*");
	}

	private LaunchException malformed() {
		return new LaunchException("The parameters [" + text + "] are not of the form key=\"value\",key=\"value\".");
	}
}
