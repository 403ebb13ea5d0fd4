package sc.fiji.tinybeauty.models.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;

import sc.fiji.tinybeauty.models.weights.AtomicFile;

/**
 * What one cell of the table found; a JSON file that marks the cell as done.
 *
 * @param look name of the look
 * @param cell name of the cell
 * @param pairs number of training pairs, 0 for teachers
 * @param people number of people measured
 * @param figures means of per-picture values by column of Evaluate
 * @param gainByTone gain by skin tone group, dB
 * @param seconds time it took, pairs included if they were made then
 * @param note what else is worth knowing
 */
record CellFigures(String look, String cell, int pairs, int people,
	Map<String, Double> figures, Map<String, Double> gainByTone, double seconds,
	String note)
{

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting()
		.disableHtmlEscaping().create();

	/** Keeps the order. */
	CellFigures {
		figures = new LinkedHashMap<>(figures);
		gainByTone = new LinkedHashMap<>(gainByTone);
	}

	/** @return a figure by its column, not a number if it was not measured */
	double get(final String column) {
		return figures.getOrDefault(column, Double.NaN);
	}

	void write(final Path file) throws IOException {
		AtomicFile.write(file, GSON.toJson(this).getBytes(StandardCharsets.UTF_8));
	}

	/** @return the figures of a cell that is done, else null */
	static CellFigures read(final Path file) throws IOException {
		if (!Files.exists(file)) return null;
		try {
			return GSON.fromJson(Files.readString(file), CellFigures.class);
		}
		catch (final JsonParseException e) {
			throw new IOException("The file " + file +
				" is damaged; delete it to measure its cell again.", e);
		}
	}
}
