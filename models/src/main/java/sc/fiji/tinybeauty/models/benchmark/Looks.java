package sc.fiji.tinybeauty.models.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import net.imglib2.img.array.ArrayImgs;

import sc.fiji.tinybeauty.models.amplify.RandomRecipes;
import sc.fiji.tinybeauty.models.amplify.ReservedFamily;
import sc.fiji.tinybeauty.models.amplify.SeedPair;
import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.pairs.PairEntry;
import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.models.pairs.PairSet;
import sc.fiji.tinybeauty.models.recipe.RecipeRenderer;
import sc.fiji.tinybeauty.models.style.MadePairs;
import sc.fiji.tinybeauty.models.style.SkinTone;
import sc.fiji.tinybeauty.models.train.FaceFilter;
import sc.fiji.tinybeauty.models.train.FaceSet;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/**
 * The looks of the benchmark: a folder of pairs by somebody's hand, and reserved
 * families of random looks on the same people. Without such a folder the people
 * come from the face set: seeds from its training split, judges from the other.
 */
final class Looks {

	private static final int SEEDS = 20, N = FaceCrop.SIZE;

	private final BenchmarkSettings settings;
	private final List<SeedPair> seeds;
	private final List<SeedPair> judges;
	private final List<String> tones;

	private Looks(final BenchmarkSettings settings, final List<SeedPair> seeds,
		final List<SeedPair> judges)
	{
		this.settings = settings;
		this.seeds = seeds;
		this.judges = judges;
		tones = judges.stream().map(Looks::tone).toList();
	}

	/**
	 * @param settings the arguments
	 * @param faces the face set
	 * @return the looks wanted
	 * @throws IOException if pictures cannot be read
	 */
	static List<Look> of(final BenchmarkSettings settings, final FaceSet faces)
		throws IOException
	{
		final Path pairs = settings.path("pairs");
		final int people = settings.number("people");
		final Looks looks;
		if (pairs == null) looks = new Looks(settings, people(faces, false, SEEDS),
			people(faces, true, people));
		else try (FaceFinder finder = FaceFinder.open(settings.device())) {
			looks = new Looks(settings, read(pairs.resolve("seed"), finder, SEEDS), read(
				pairs.resolve("eval"), finder, people));
		}
		final List<Look> wanted = new ArrayList<>();
		for (final String name : settings.text("looks").split(",")) {
			if (!name.equals("pairs")) wanted.add(looks.family(ReservedFamily.valueOf(
				name.toUpperCase(Locale.ROOT))));
			else if (pairs != null) wanted.add(new Look(pairs.toAbsolutePath()
				.normalize().getFileName().toString(), looks.seeds, looks.judges,
				looks.tones, null));
		}
		return wanted;
	}

	/**
	 * @param folder pairs, aligned
	 * @return a look that is only judged by
	 * @throws IOException if a picture cannot be read
	 */
	static Look judging(final Path folder, final DeviceChoice device)
		throws IOException
	{
		try (FaceFinder finder = FaceFinder.open(device)) {
			final List<SeedPair> judges = read(folder, finder, Integer.MAX_VALUE);
			return new Look(folder.getFileName().toString(), List.of(), judges, judges
				.stream().map(Looks::tone).toList(), null);
		}
	}

	private static String tone(final SeedPair person) {
		return SkinTone.of(InterleavedRgb.of(person.bare()), person
			.landmarks());
	}

	private static List<SeedPair> read(final Path folder, final FaceFinder finder,
		final int most) throws IOException
	{
		final PairSet set = PairSet.open(folder);
		final List<SeedPair> pairs = new ArrayList<>();
		for (final PairEntry e : set.entries()) {
			if (pairs.size() == most) break;
			final PairPictures p = set.read(e);
			pairs.add(new SeedPair(e.name(), p.barePlanar(), p.madePlanar(), finder
				.whole(RgbPlanes.tensor(ArrayImgs.floats(p.barePlanar(), N, N, 3)))
				.landmarks()));
		}
		return pairs;
	}

	/** Faces of a split from the tone groups in turn, not made up. */
	private static List<SeedPair> people(final FaceSet faces,
		final boolean validation, final int most) throws IOException
	{
		final Map<String, List<FaceSet.Entry>> tones = new TreeMap<>();
		for (final FaceSet.Entry e : faces.entries())
			if (e.validation() == validation) tones.computeIfAbsent(e.tone(),
				t -> new ArrayList<>()).add(e);
		tones.values().forEach(list -> Collections.shuffle(list,
			new Random(1)));
		final List<SeedPair> people = new ArrayList<>();
		boolean more = true;
		for (int round = 0; more; round++) {
			more = false;
			for (final List<FaceSet.Entry> list : tones.values()) {
				if (round >= list.size() || people.size() == most) continue;
				more = true;
				final FaceSet.Entry e = list.get(round);
				final byte[] rgb = faces.pixels(e);
				if (FaceFilter.flaw(rgb, N, e.landmarks()) != null) continue;
				final float[] bare = InterleavedRgb.planar(rgb);
				people.add(new SeedPair(e.file(), bare, bare, e.landmarks()));
			}
		}
		return people;
	}

	private Look family(final ReservedFamily family) {
		final RandomRecipes.Look look = RandomRecipes.reserved(family, settings
			.number("look-seed"));
		final MadePairs.Maker painter = (bare, landmarks, index) -> {
			final float[] made = bare.clone();
			RecipeRenderer.render(ArrayImgs.floats(bare, N, N, 3), landmarks, look
				.recipe(), look.heedsOcclusion(), ArrayImgs.floats(made, N, N, 3));
			// Pictures on disk have 8 bits.
			return InterleavedRgb.planar(InterleavedRgb.of(made));
		};
		return new Look(family.name().toLowerCase(Locale.ROOT), paint(seeds, painter),
			paint(judges, painter), tones, painter);
	}

	private static List<SeedPair> paint(final List<SeedPair> people,
		final MadePairs.Maker painter)
	{
		return people.stream().map(p -> new SeedPair(p.name(), p.bare(), painter.make(
			p.bare(), p.landmarks(), 0), p.landmarks())).toList();
	}
}
