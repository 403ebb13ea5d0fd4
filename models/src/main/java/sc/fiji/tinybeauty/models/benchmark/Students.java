package sc.fiji.tinybeauty.models.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import sc.fiji.tinybeauty.models.amplify.SeedPair;
import sc.fiji.tinybeauty.models.makeup.Style;
import sc.fiji.tinybeauty.models.pairs.PairEntry;
import sc.fiji.tinybeauty.models.pairs.PairFolder;
import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.models.pairs.PairSet;
import sc.fiji.tinybeauty.models.style.FaceFile;
import sc.fiji.tinybeauty.models.style.MadePairs;
import sc.fiji.tinybeauty.models.style.StyleOrder;
import sc.fiji.tinybeauty.models.style.StyleProgress;
import sc.fiji.tinybeauty.models.style.StyleTraining;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;

/**
 * Makes pairs and trains students on them, all by the same settings. Nothing is
 * held out: the last averaged weights count, so the judges stay strangers.
 */
final class Students {

	private static final int N = FaceCrop.SIZE;

	private final BenchmarkSettings settings;
	private final List<FaceFile> faces;
	private final Path folder;
	private final StyleProgress progress;

	/**
	 * @param folder the look's folder
	 * @param progress is told
	 */
	Students(final BenchmarkSettings settings, final List<FaceFile> faces,
		final Path folder, final StyleProgress progress)
	{
		this.settings = settings;
		this.faces = faces;
		this.folder = folder;
		this.progress = progress;
	}

	/** Keeps seeds as a set of pairs. */
	Path seeds(final List<SeedPair> seeds) throws IOException {
		final Path pairs = folder.resolve("pairs-a-" + seeds.size());
		int number = 0;
		for (final SeedPair s : seeds)
			PairFolder.add(pairs, PairEntry.annotated(String.format("%05d", ++number)),
				new PairPictures(N, N, InterleavedRgb.of(s.bare()), InterleavedRgb.of(s
					.made()), new byte[0]));
		return pairs;
	}

	/** Makes up all faces, as far as that is not done. */
	Path pairs(final String kind, final Map<String, String> more,
		final MadePairs.Maker maker) throws IOException
	{
		final Map<String, String> all = new TreeMap<>(settings.recorded());
		// What belongs to the student does not change the pairs.
		List.of("steps", "batch", "from", "people").forEach(all::remove);
		all.putAll(more);
		all.put("made by", kind);
		final Path pairs = folder.resolve("pairs-" + kind);
		MadePairs.write(pairs, all, faces, maker, progress);
		return pairs;
	}

	/** @return number of pairs in a folder */
	static int count(final Path pairs) throws IOException {
		return PairSet.open(pairs).entries().size();
	}

	/** Trains a student, or takes the one of an earlier run, and measures it. */
	Judgement judge(final Look look, final String cell, final Path pairs)
		throws IOException, InterruptedException
	{
		final Path file = folder.resolve(cell + Style.WEIGHTS);
		if (!Files.exists(file)) StyleTraining.train(StyleOrder.of(pairs, "student",
			file).withSteps(settings.number("steps"), settings.number("batch")).withSeed(
				settings.number("seed")).withFrom(settings.text("from")).withHoldOut(
					false).withListed(false), progress);
		return Judgement.of(look, Style.load(file), settings.device());
	}
}
