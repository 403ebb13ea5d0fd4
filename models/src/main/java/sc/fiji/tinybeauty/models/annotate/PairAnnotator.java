package sc.fiji.tinybeauty.models.annotate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import sc.fiji.tinybeauty.models.evaluate.FrameReader;
import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.pairs.AmplifyListener;
import sc.fiji.tinybeauty.models.pairs.PairAlignment;
import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.models.recipe.Recipe;
import sc.fiji.tinybeauty.models.recipe.Recipes;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/**
 * Makes pairs by hand: opens the faces of a folder, saves them with their look and
 * corrections as a pair set, and imports pictures that were retouched elsewhere.
 * Windows, macros, scripts and tests all come here. Photographs are only read.
 */
public final class PairAnnotator implements AutoCloseable {

	private final AnnotateOrder order;
	private final FrameReader reader;
	private final BarePhotos photos;
	private final AnnotatedSet set;
	private final Recipe start;
	private FaceFinder finder;

	/**
	 * A picture that was retouched elsewhere, laid on its photograph.
	 *
	 * @param face the face; the retouching is its correction
	 * @param pixels how far the picture had moved, pixels of a face crop of 256
	 * @param aligned whether it was moved back
	 * @param message both in a sentence
	 */
	public record Retouched(AnnotatedFace face, double pixels, boolean aligned,
		String message)
	{}

	/**
	 * @param order what to annotate
	 * @param reader reads photographs
	 * @throws IOException with one sentence if a folder cannot be read, or
	 *           {@code out} holds something else or the photographs themselves
	 * @throws IllegalArgumentException with one sentence if there are no photographs
	 *           or no such recipe
	 */
	public PairAnnotator(final AnnotateOrder order, final FrameReader reader)
		throws IOException
	{
		this.order = order;
		this.reader = reader;
		photos = BarePhotos.of(order.faces(), "faces", reader);
		start = order.recipe().isBlank() ? Look.NONE.recipe() : Recipes.byNameOrFile(
			order.recipe());
		set = new AnnotatedSet(order, photos);
	}

	/** @return file names of the photographs, sorted */
	public List<String> faces() {
		return photos.names();
	}

	/** @return the set's folder */
	public Path out() {
		return order.out();
	}

	/** @return where the recipes of its pairs lie, as soon as there is one */
	public Path recipes() {
		return order.out().resolve(AnnotatedSet.RECIPES);
	}

	/** @return whether the set has a pair of this photograph */
	public boolean isDone(final String face) {
		return set.has(face);
	}

	/** @return number of photographs that the set has pairs of */
	public int done() {
		return (int) faces().stream().filter(set::has).count();
	}

	/**
	 * Opens a face: as it was saved, or with the recipe to begin with.
	 *
	 * @param face name of its photograph
	 * @return the largest face of it
	 * @throws IOException with one sentence if the file cannot be read or shows no
	 *           face
	 * @throws IllegalStateException if there is no engine or not that device
	 */
	public AnnotatedFace open(final String face) throws IOException {
		return open(face, Look.of(start));
	}

	/**
	 * Opens a face: as it was saved, or with a look that it does not count as changed
	 * by.
	 *
	 * @param face name of its photograph
	 * @param begin what a face without a pair begins with
	 * @return the largest face of it
	 * @throws IOException with one sentence if the file cannot be read or shows no
	 *           face
	 * @throws IllegalStateException if there is no engine or not that device
	 */
	public synchronized AnnotatedFace open(final String face, final Look begin)
		throws IOException
	{
		try {
			if (!set.has(face)) {
				final AlignedCrop crop = AlignedCrop.of(photo(photos.file(face)), order
					.size(), finder());
				return new AnnotatedFace(face, crop.pixels(), crop.landmarks(),
					begin);
			}
			final PairPictures p = set.pictures(face);
			final AlignedCrop crop = AlignedCrop.of(p.bare(), p.width(), finder());
			return new AnnotatedFace(face, crop.pixels(), crop.landmarks(), Look.of(set
				.recipe(face))).with(AnnotatedFace.pixels(p.made()));
		}
		catch (final IOException e) {
			throw named(face, e);
		}
	}

	/**
	 * @return the look of the pair that was saved last, by this annotator or before;
	 *         null if there is none, for retouched pictures have no look
	 * @throws IOException with one sentence if its recipe cannot be read
	 */
	public Look lastLook() throws IOException {
		final Recipe recipe = set.lastRecipe();
		return recipe == null ? null : Look.of(recipe);
	}

	/** Some sentences begin with the verb. */
	private static IOException named(final String face, final IOException e) {
		return e.getMessage() == null || !e.getMessage().startsWith("shows ") ? e
			: new IOException("\"" + face + "\" " + e.getMessage() + ".", e);
	}

	/**
	 * Reads a picture of a face that was retouched in another program and checks
	 * whether it fits its photograph.
	 *
	 * @param face name of the photograph
	 * @param picture the retouched picture; may be scaled as a whole
	 * @return the face at 256 pixels, not saved yet
	 * @throws IOException with one sentence that says by how many pixels they differ,
	 *           if that is too much, or why it cannot be said
	 */
	public synchronized Retouched retouched(final String face,
		final Path picture) throws IOException
	{
		final PairAlignment a = PairAlignment.of(photo(photos.file(face)), photo(
			picture), finder());
		final AlignedCrop crop;
		try {
			crop = AlignedCrop.of(InterleavedRgb.of(a.bare()), FaceCrop.SIZE,
				finder());
		}
		catch (final IOException e) {
			throw named(face, e);
		}
		final AnnotatedFace made = new AnnotatedFace(face, crop.pixels(), crop
			.landmarks(), Look.NONE).with(AnnotatedFace.pixels(InterleavedRgb.of(
				a.made())));
		made.unsaved();
		return new Retouched(made, a.pixels(), a.aligned(), a.message());
	}

	/**
	 * Saves a face as a pair; one of the same photograph is replaced.
	 *
	 * @param face the face
	 * @throws IOException with one sentence if it cannot be written
	 */
	public synchronized void save(final AnnotatedFace face) throws IOException {
		face.refresh();
		set.write(face.source(), face.look().recipe(), face.pictures());
		face.saved();
	}

	/**
	 * Imports all pictures of the order that were retouched elsewhere. One that
	 * cannot be used stops nobody; it is listed in {@code problems.csv}.
	 *
	 * @param listener hears of progress, and stops it
	 * @return what came of each
	 * @throws IOException with one sentence if a folder cannot be read or written
	 * @throws IllegalArgumentException with one sentence if there are no pictures
	 * @throws CancellationException if the listener said so; pairs written so far
	 *           are kept
	 */
	public ImportReport importAll(final AmplifyListener listener)
		throws IOException
	{
		if (order.retouched() == null) throw new IllegalArgumentException(
			"Give retouched=DIR, a folder of retouched pictures.");
		return new PairImport(this, photos, BarePhotos.of(order.retouched(),
			"retouched", reader), order.replace()).run(listener);
	}

	private RgbPlane photo(final Path file) throws IOException {
		return RgbPlanes.tensor(reader.read(file).get(0));
	}

	private FaceFinder finder() {
		if (finder == null) finder = FaceFinder.open(order.device());
		return finder;
	}

	@Override
	public synchronized void close() {
		if (finder != null) finder.close();
		finder = null;
	}
}
