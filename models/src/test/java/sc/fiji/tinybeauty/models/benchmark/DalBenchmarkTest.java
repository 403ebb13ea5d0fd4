package sc.fiji.tinybeauty.models.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.Gson;

import sc.fiji.tinybeauty.models.amplify.Prior;
import sc.fiji.tinybeauty.models.amplify.ResidualDiffusion;
import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.evaluate.Figure;
import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.face.TestFaces;
import sc.fiji.tinybeauty.models.face.evaluate.ExportLandmarks;
import sc.fiji.tinybeauty.models.style.FewPairs;
import sc.fiji.tinybeauty.models.weights.ModelCard;

/** The whole benchmark on a handful of faces, with a prior that learnt nothing. */
class DalBenchmarkTest {

	@TempDir
	private Path folder;
	private Path out;

	@BeforeEach
	void write() throws IOException {
		out = folder.resolve("out");
		final Path images = Files.createDirectories(folder.resolve("images"));
		final StringBuilder table = new StringBuilder(
			"file,split,source,licence,gender_est,tone\n");
		for (final String name : TestFaces.NAMES) {
			Files.copy(Path.of("src/test/resources/sc/fiji/tinybeauty/models/face",
				name + ".png"), images.resolve(name + ".png"));
			table.append(name).append(".png,train,test,MIT,female,").append(name).append(
				'\n');
		}
		Files.writeString(folder.resolve("manifest.csv"), table);
		try (FaceFinder finder = FaceFinder.open(DeviceChoice.CPU)) {
			Files.writeString(folder.resolve("landmarks.json"), new Gson().toJson(
				ExportLandmarks.of(finder, images)));
		}
		FewPairs.write(folder.resolve("looks/red/seed"), TestFaces.NAMES.subList(0,
			2));
		FewPairs.write(folder.resolve("looks/red/eval"), TestFaces.NAMES.subList(2,
			4));
		new Prior(ResidualDiffusion.initialWeights(1), new ModelCard("prior", "", "",
			ResidualDiffusion.ARCHITECTURE, 0, 1, 0, List.of(), Map.of(), "")).save(folder
				.resolve("prior.safetensors"));
	}

	private void run(final String... more) throws Exception {
		final String[] args = { "--faceset", folder.toString(), "--landmarks", folder
			.resolve("landmarks.json").toString(), "--pairs", folder.resolve("looks/red")
				.toString(), "--prior", folder.resolve("prior.safetensors").toString(),
			"--out", out.toString(), "--faces", "2", "--people", "2", "--batch", "2",
			"--finetune", "no", "--sampling", "1" };
		final String[] all = new String[args.length + more.length];
		System.arraycopy(args, 0, all, 0, args.length);
		System.arraycopy(more, 0, all, args.length, more.length);
		DalBenchmark.main(all);
	}

	@Test
	void fillsTheTableCellByCell() throws Exception {
		run("--steps", "2", "--looks", "pairs", "--only", "red/(untouched|warp-1)");
		assertTrue(Files.exists(out.resolve("red/warp-1.json")));
		assertFalse(Files.exists(out.resolve("red/student-a-5.json")));
		final FileTime first = Files.getLastModifiedTime(out.resolve(
			"red/warp-1.json"));
		Files.delete(out.resolve("red/untouched.json"));
		run("--steps", "2", "--looks", "pairs,lagoon", "--only",
			"red/(untouched|warp-1|teacher-1|student-b-1|student-a-5)|lagoon/student-c");
		assertEquals(first, Files.getLastModifiedTime(out.resolve("red/warp-1.json")),
			"a cell that is done is not repeated");
		final CellFigures untouched = CellFigures.read(out.resolve(
			"red/untouched.json"));
		assertEquals(0, untouched.get(Figure.GAIN.column()), 1e-9);
		assertEquals(2, untouched.people());
		final CellFigures warp = CellFigures.read(out.resolve("red/warp-1.json"));
		assertTrue(warp.get(Figure.GAIN.column()) > 1, "warping the red patch helps: " +
			warp);
		assertTrue(warp.get(Figure.GAIN.column()) > CellFigures.read(out.resolve(
			"red/teacher-1.json")).get(Figure.GAIN.column()),
			"a prior that learnt nothing does worse than none");
		assertEquals(2, CellFigures.read(out.resolve("red/student-b-1.json"))
			.pairs());
		final String table = Files.readString(out.resolve("table.md"));
		for (final String row : List.of("## red (2 people)", "## lagoon",
			"| (c) student: as many true pairs | 2 |",
			"| (a) student: 5 seeds with jitter | 2 |"))
			assertTrue(table.contains(row), row + " in " + table);
		assertEquals(1 + 5 + 1, Files.readAllLines(out.resolve("table.csv")).size());
		final IOException mixed = assertThrows(IOException.class, () -> run("--steps",
			"3", "--looks", "pairs"));
		assertTrue(mixed.getMessage().contains("other settings") || mixed.getMessage()
			.contains("with the settings"), mixed.getMessage());
	}

	@Test
	void wrongArgumentsAreASentence() {
		for (final String[] args : new String[][] { { "--out", "x" }, { "--what",
			"x" }, { "--out" } })
			assertThrows(IllegalArgumentException.class, () -> DalBenchmark.main(args));
	}
}
