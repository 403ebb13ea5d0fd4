package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import sc.fiji.tinybeauty.models.weights.AtomicFile;

/** The table of files that gave no sample. */
final class ProblemTable {

	private ProblemTable() {}

	/** Writes the table, if there is anything to tell. */
	static void write(final Path folder, final List<Problem> problems)
		throws IOException
	{
		if (problems.isEmpty()) return;
		final StringBuilder text = new StringBuilder(Problem.HEAD);
		problems.forEach(p -> text.append(p.csv()));
		AtomicFile.write(folder.resolve(PairFiles.PROBLEMS), text.toString()
			.getBytes(StandardCharsets.UTF_8));
	}

	/** @return the problems of a finished set */
	static List<Problem> read(final Path folder) throws IOException {
		final Path file = folder.resolve(PairFiles.PROBLEMS);
		return Files.exists(file) ? Files.readAllLines(file).stream().skip(1).map(
			Problem::parse).toList() : List.of();
	}
}
