package sc.fiji.tinybeauty.examples.launch;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.convert.ConvertService;
import org.scijava.module.ModuleItem;
import org.scijava.script.ScriptInfo;
import org.scijava.util.Types;
import org.scijava.widget.Button;

/**
 * An ImageJ macro with SciJava's {@code #@} parameters: the parameters become variables that are set before its first
 * statement, on a line that was there already, so that line numbers in error messages stay true.
 */
final class MacroScript {

	private final ScriptInfo info;
	private final ConvertService converter;

	private MacroScript(final ScriptInfo info, final ConvertService converter) {
		this.info = info;
		this.converter = converter;
	}

	/**
	 * Takes a macro apart.
	 *
	 * @param name the macro's name for messages
	 */
	static MacroScript of(final Context context, final String name, final String text) {
		final ScriptInfo info = new ScriptInfo(context, name, new StringReader(text));
		info.inputs();
		return new MacroScript(info, context.service(ConvertService.class));
	}

	/** Reads a macro file: UTF-8, or Latin-1 if it is not valid UTF-8. */
	static String read(final Path file) throws LaunchException {
		try {
			final byte[] bytes = Files.readAllBytes(file);
			try {
				return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			}
			catch (final CharacterCodingException e) {
				return new String(bytes, StandardCharsets.ISO_8859_1);
			}
		}
		catch (final IOException e) {
			throw new LaunchException("The macro " + file + " cannot be read: " + e.getMessage() + ".");
		}
	}

	/**
	 * Puts the values in.
	 *
	 * @param given values by parameter name; names that the macro does not declare become text variables, as in Fiji
	 * @return the macro for ImageJ's interpreter
	 * @throws LaunchException if a value is missing or cannot be read as its parameter's type
	 */
	String with(final Map<String, String> given) throws LaunchException {
		final Map<String, String> open = new LinkedHashMap<>(given);
		final StringBuilder head = new StringBuilder();
		for (final ModuleItem<?> input : info.inputs()) {
			if (input.getVisibility() == ItemVisibility.MESSAGE || Button.class.isAssignableFrom(input.getType())) continue;
			head.append(input.getName()).append(" = ").append(literal(value(input, open.remove(input.getName())))).append("; ");
		}
		for (final Map.Entry<String, String> other : open.entrySet())
			head.append(other.getKey()).append(" = ").append(literal(other.getValue())).append("; ");
		return head + info.getProcessedScript();
	}

	private Object value(final ModuleItem<?> input, final String given) throws LaunchException {
		final Object value = given == null ? defaultOf(input) : convert(input, given);
		if (value != null) return value;
		if (given != null)
			throw new LaunchException(input.getName() + "=" + given + " is not a " + input.getType().getSimpleName() + ".");
		throw new LaunchException("The macro " + info.getPath() + " needs a value for its parameter " + input.getName() +
			": add " + input.getName() + "=\"...\".");
	}

	private static Object defaultOf(final ModuleItem<?> input) {
		if (input.getDefaultValue() != null) return input.getDefaultValue();
		if (input.getChoices() != null && !input.getChoices().isEmpty()) return input.getChoices().get(0);
		return input.isRequired() ? null : "";
	}

	private Object convert(final ModuleItem<?> input, final String given) {
		final Class<?> type = Types.box(input.getType());
		if (type == Boolean.class && !given.trim().matches("(?i)true|false")) return null;
		try {
			return converter.convert(type == String.class || type == File.class ? given : given.trim(), type);
		}
		catch (final RuntimeException e) {
			return null;
		}
	}

	private static String literal(final Object value) {
		if (value instanceof Number || value instanceof Boolean) return value.toString();
		final String text = value instanceof File file ? path(file) : value.toString();
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
	}

	/** Macros join paths with slashes on every system. */
	private static String path(final File file) {
		final String path = file.toPath().toAbsolutePath().normalize().toString();
		return File.separatorChar == '\\' ? path.replace('\\', '/') : path;
	}
}
