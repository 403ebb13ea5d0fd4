package sc.fiji.tinybeauty.models.annotate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import sc.fiji.tinybeauty.models.evaluate.PictureFiles;
import sc.fiji.tinybeauty.models.pairs.FaceRights;
import sc.fiji.tinybeauty.models.pairs.PairEntry;
import sc.fiji.tinybeauty.models.pairs.PairFolder;
import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.models.pairs.PairSet;
import sc.fiji.tinybeauty.models.pairs.Provenance;
import sc.fiji.tinybeauty.models.recipe.Recipe;
import sc.fiji.tinybeauty.models.recipe.RecipeWriter;
import sc.fiji.tinybeauty.models.weights.AtomicFile;

/**
 * The pair set that annotated faces go to. Beside every pair lies its recipe,
 * {@code recipes/NAME.json}, so that work on it can go on; what the recipe does not
 * explain of the made-up picture is the correction.
 */
final class AnnotatedSet {

	static final String RECIPES = "recipes";
	private static final String METADATA = "metadata.jsonl";

	private final Path folder;
	private final FaceRights rights;
	private final AnnotateOrder order;
	private final List<String> photos;
	private final Map<String, PairEntry> byFace = new ConcurrentHashMap<>();

	/**
	 * @param order where the set is
	 * @param photos folder and names of the bare photographs
	 * @throws IOException with one sentence if the folder holds something else, or
	 *           pairs would be written over photographs
	 */
	AnnotatedSet(final AnnotateOrder order, final BarePhotos photos)
		throws IOException
	{
		this.order = order;
		folder = order.out();
		this.photos = photos.names();
		requireApart(photos.folder());
		if (order.retouched() != null) requireApart(Files.isDirectory(order
			.retouched()) ? order.retouched() : order.retouched().toAbsolutePath()
				.getParent());
		requireOwn();
		rights = FaceRights.of(photos.folder());
		if (Files.exists(folder.resolve(METADATA))) for (final PairEntry e : PairSet
			.open(folder).all())
			if (e.provenance() == Provenance.ANNOTATED) byFace.put(e.face(), e);
	}

	/** A photograph is never overwritten. */
	private void requireApart(final Path originals) throws IOException {
		for (final String sub : new String[] { "bare", "made", "masks", RECIPES }) {
			final Path mine = folder.resolve(sub);
			final boolean same = Files.exists(mine) ? Files.isSameFile(mine, originals)
				: mine.toAbsolutePath().normalize().equals(originals.toAbsolutePath()
					.normalize());
			if (same) throw new IOException("The pairs would be written to \"" + mine +
				"\", among the pictures that they are made from; give another folder out.");
		}
	}

	/** Pairs that no list names would vanish as soon as there is a list. */
	private void requireOwn() throws IOException {
		if (Files.exists(folder) && !Files.isDirectory(folder)) throw new IOException(
			"\"" + folder + "\" is a file; give a folder for the pairs.");
		if (Files.exists(folder.resolve("dataset.json")) || Files.exists(folder
			.resolve("unfinished"))) throw new IOException("\"" + folder +
				"\" holds an amplified set; give another folder for pairs made by hand.");
		if (!Files.exists(folder.resolve(METADATA)) && !Files.exists(folder.resolve(
			RECIPES)) && Files.exists(folder.resolve("bare"))) throw new IOException(
				"\"" + folder + "\" holds pairs of another program; give another folder, or import them.");
	}

	/** @return whether there is a pair of this photograph */
	boolean has(final String face) {
		return byFace.containsKey(face);
	}

	/** @return name of the pair of a photograph, as it is or will be */
	private String name(final String face) {
		if (has(face)) return byFace.get(face).name();
		final String base = PictureFiles.base(face);
		final boolean shared = photos.stream().filter(p -> key(PictureFiles.base(p))
			.equals(key(base))).count() > 1;
		String plain = (shared ? face : base).replaceAll(
			"[^\\p{L}\\p{M}\\p{N} _.#()+-]", "_").replaceFirst("^[^\\p{L}\\p{N}]+", "");
		plain = plain.substring(0, Math.min(90, plain.length())).replaceFirst(
			"[. ]+$", "");
		if (plain.isEmpty()) plain = "face";
		String free = plain;
		for (int i = 2; isTaken(free); i++)
			free = plain + "-" + i;
		return free;
	}

	private boolean isTaken(final String name) {
		return byFace.values().stream().anyMatch(e -> key(e.name()).equals(key(
			name)));
	}

	private static String key(final String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	/** @return recipe of a pair; none if it came without one */
	Recipe recipe(final String face) throws IOException {
		final Path file = recipeFile(name(face));
		return Files.exists(file) ? Recipe.read(file) : Look.NONE.recipe();
	}

	/** @return the recipe that was written last; null if there is none */
	Recipe lastRecipe() throws IOException {
		Recipe last = null;
		FileTime when = FileTime.fromMillis(0);
		for (final String face : byFace.keySet()) {
			final Path file = recipeFile(name(face));
			if (!Files.exists(file) || Files.getLastModifiedTime(file).compareTo(
				when) < 0) continue;
			final Recipe recipe = Recipe.read(file);
			if (recipe.layers().isEmpty()) continue;
			last = recipe;
			when = Files.getLastModifiedTime(file);
		}
		return last;
	}

	/** @return pictures of a pair that is there */
	PairPictures pictures(final String face) throws IOException {
		return PairSet.open(folder).read(byFace.get(face));
	}

	/**
	 * Writes a pair. The recipe comes first: should the program end before the
	 * pictures follow, they are still explained, by a larger correction.
	 */
	void write(final String face, final Recipe recipe,
		final PairPictures pictures) throws IOException
	{
		final String name = name(face);
		final PairEntry before = has(face) ? byFace.get(face) : PairEntry.annotated(
			name);
		final PairEntry entry = new PairEntry(name, before.bare(), before.made(), "",
			0, face, List.of(), 1, Double.NaN, first(rights.licence(face), order
				.licence(), before.licence()), first(rights.consent(face), order
					.consent(), before.consent()), Provenance.ANNOTATED, before
						.rejected());
		AtomicFile.write(recipeFile(name), RecipeWriter.write(recipe));
		PairFolder.add(folder, entry, pictures);
		byFace.put(face, entry);
	}

	private static String first(final String... texts) {
		return Stream.of(texts).filter(t -> !t.isEmpty()).findFirst().orElse("");
	}

	private Path recipeFile(final String name) {
		return folder.resolve(RECIPES).resolve(name + ".json");
	}
}
