package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import sc.fiji.tinybeauty.models.weights.StrictJson;

/** The lines of {@code metadata.jsonl}, one JSON object per pair. */
final class PairLines {

	private static final Set<String> FIELDS = Set.of("file_name",
		"bare_file_name", "masks_file_name", "seed", "face", "exemplars", "shade",
		"confidence", "licence", "consent", "provenance", "rejected");
	private static final int MAX_BYTES = 1 << 28;
	private static final Gson GSON = new GsonBuilder().serializeNulls()
		.disableHtmlEscaping().create();

	private PairLines() {}

	/** @return the lines of some pairs, each ended by a newline */
	static byte[] write(final List<PairEntry> entries) {
		final StringBuilder text = new StringBuilder();
		for (final PairEntry e : entries)
			text.append(GSON.toJson(json(e))).append('\n');
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static JsonObject json(final PairEntry e) {
		final JsonObject o = new JsonObject();
		o.addProperty("file_name", e.made());
		o.addProperty("bare_file_name", e.bare());
		if (!e.masks().isEmpty()) o.addProperty("masks_file_name", e.masks());
		o.addProperty("seed", e.seed());
		o.addProperty("face", e.face());
		final JsonArray exemplars = new JsonArray();
		e.exemplars().forEach(exemplars::add);
		o.add("exemplars", exemplars);
		o.addProperty("shade", e.shade());
		if (Double.isNaN(e.confidence())) o.add("confidence", JsonNull.INSTANCE);
		else o.addProperty("confidence", e.confidence());
		o.addProperty("licence", e.licence());
		o.addProperty("consent", e.consent());
		o.addProperty("provenance", e.provenance().toString());
		o.addProperty("rejected", e.rejected());
		return o;
	}

	/**
	 * Reads lines strictly.
	 *
	 * @throws IOException with one sentence if a line is not of this format, or two
	 *           name the same pair
	 */
	static List<PairEntry> read(final Path file) throws IOException {
		if (Files.size(file) > MAX_BYTES) throw new IOException("The file " + file +
			" is larger than a list of pairs can be; restore it from a copy.");
		final String text = new String(Files.readAllBytes(file),
			StandardCharsets.UTF_8);
		final List<PairEntry> entries = new ArrayList<>();
		final Set<String> names = new HashSet<>();
		if (!text.isEmpty() && !text.endsWith("\n")) throw new IOException(
			"The file " + file +
				" breaks off in its last line; restore it from a copy.");
		int number = 0;
		for (final String line : text.lines().toList()) {
			number++;
			try {
				final PairEntry e = entry(new JsonFields(StrictJson.parse(
					StandardCharsets.UTF_8.encode(line))));
				if (!names.add(e.name())) throw new IOException("it names the pair \"" + e
					.name() + "\" a second time");
				entries.add(e);
			}
			catch (final IOException | IllegalArgumentException e) {
				throw new IOException("Line " + number + " of " + file +
					" cannot be used: " + e.getMessage() + ".", e);
			}
		}
		return entries;
	}

	private static PairEntry entry(final JsonFields o) throws IOException {
		o.requireOnly(FIELDS);
		final String made = o.text("file_name"), bare = o.text("bare_file_name");
		final String name = made.startsWith("made/") && made.endsWith(".png") ? made
			.substring(5, made.length() - 4) : "";
		if (!PairFiles.isName(name) || !bare.equals(PairFiles.bare(name)))
			throw new IOException("its files are not made/NAME.png and bare/NAME.png");
		final String masks = o.has("masks_file_name") ? o.text("masks_file_name")
			: "";
		if (!masks.isEmpty() && !masks.equals(PairFiles.masks(name)))
			throw new IOException("its masks are not in masks/" + name + ".png");
		final Provenance provenance = Provenance.named(o.text("provenance"));
		if (provenance == null) throw new IOException(
			"its provenance is neither annotated nor amplified");
		return new PairEntry(name, bare, made, masks, o.integer("seed",
			PairEntry.MAX_SEED), o.text("face"), o.texts("exemplars"), o.number(
				"shade"), o.numberOrNull("confidence"), o.text("licence"), o.text(
					"consent"), provenance, o.flag("rejected"));
	}
}
