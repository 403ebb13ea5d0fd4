package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

import sc.fiji.tinybeauty.models.weights.StrictJson;

/**
 * What {@code dataset.json} tells of a whole, finished set.
 *
 * @param count number of pairs, rejected ones too
 * @param licence terms of the whole; empty if unknown
 * @param settings everything that the pictures depend on, in a fixed order
 */
public record PairSetCard(int count, String licence,
	Map<String, String> settings)
{

	/** Version of the format that this release writes. */
	public static final int FORMAT_VERSION = 1;

	private static final Set<String> FIELDS = Set.of("format", "formatVersion",
		"count", "licence", "fingerprint", "settings");
	private static final String FORMAT = "tinybeauty-pairs";
	private static final int MAX_BYTES = 1 << 20;

	/** Keeps the order of the settings. */
	public PairSetCard {
		settings = Collections.unmodifiableMap(new LinkedHashMap<>(
			settings));
	}

	/** @return SHA-256 of the settings, 64 hexadecimal digits */
	public String fingerprint() {
		final StringBuilder text = new StringBuilder();
		settings.forEach((key, value) -> text.append(key).append('=').append(value)
			.append('\n'));
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(
				text.toString().getBytes(StandardCharsets.UTF_8)));
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("This Java knows no SHA-256.", e);
		}
	}

	/** @return the bytes of the file */
	byte[] write() {
		final JsonObject o = new JsonObject();
		o.addProperty("format", FORMAT);
		o.addProperty("formatVersion", FORMAT_VERSION);
		o.addProperty("count", count);
		o.addProperty("licence", licence);
		o.addProperty("fingerprint", fingerprint());
		final JsonObject s = new JsonObject();
		settings.forEach(s::addProperty);
		o.add("settings", s);
		return (new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create()
			.toJson(o) + "\n").getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Reads a card strictly.
	 *
	 * @throws IOException with one sentence if it is not of this format
	 */
	static PairSetCard read(final Path file) throws IOException {
		try {
			if (Files.size(file) > MAX_BYTES) throw new IOException(
				"it is larger than such a file can be");
			final JsonFields o = new JsonFields(StrictJson.parse(
				ByteBuffer.wrap(Files.readAllBytes(file))));
			if (!FORMAT.equals(o.text("format"))) throw new IOException(
				"its format is not " + FORMAT);
			final long version = o.integer("formatVersion", Integer.MAX_VALUE);
			if (version != FORMAT_VERSION) throw new IOException(
				"it has format version " + version + ", and this release reads " +
					FORMAT_VERSION);
			o.requireOnly(FIELDS);
			final JsonFields s = o.object("settings");
			final Map<String, String> settings = new LinkedHashMap<>();
			for (final String key : s.object().keySet())
				settings.put(key, s.text(key));
			final PairSetCard card = new PairSetCard((int) o.integer("count",
				Integer.MAX_VALUE), o.text("licence"), settings);
			if (!card.fingerprint().equals(o.text("fingerprint")))
				throw new IOException("its fingerprint does not belong to its settings");
			return card;
		}
		catch (final IOException e) {
			throw new IOException("The file " + file + " cannot be used: " + e
				.getMessage() + ".", e);
		}
	}
}
