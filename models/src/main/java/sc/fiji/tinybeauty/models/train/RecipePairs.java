package sc.fiji.tinybeauty.models.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.recipe.SkinTransfer;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;

/**
 * Pairs whose make-up a recipe painted on bare faces: truth that fits its face
 * to the pixel. Everything is held in memory, half a megabyte per face.
 */
public final class RecipePairs implements TrainingPairs {

	/** Women are fewer in the usual face sets; each counts as so many men. */
	private static final double WOMEN = 2;

	/** Puts make-up on a face. */
	public interface Painter {

		/**
		 * @param bare axes X,Y,C, sRGB 0..1
		 * @param landmarks in the picture's coordinates
		 * @param made result, same size
		 */
		void paint(RandomAccessibleInterval<FloatType> bare, Landmarks landmarks,
			RandomAccessibleInterval<FloatType> made);
	}

	/** Favoured skin tone groups come so many times as often as others. */
	private static final double FAVOUR = 2;

	private final List<Pair> pairs;
	private final List<String> leftOut;
	private final Set<String> favoured;

	private RecipePairs(final List<Pair> pairs, final List<String> leftOut,
		final Set<String> favoured)
	{
		this.pairs = pairs;
		this.leftOut = leftOut;
		this.favoured = favoured;
	}

	/**
	 * @param tones skin tone groups
	 * @return the same pairs, of which those of the given groups are drawn twice as
	 *         often as others
	 */
	public RecipePairs favouring(final Set<String> tones) {
		return new RecipePairs(pairs, leftOut, Set.copyOf(tones));
	}

	@Override
	public double share(final String tone) {
		return favoured.contains(tone) ? FAVOUR : 1;
	}

	/**
	 * Paints all faces of a set that are fit for teaching.
	 *
	 * @param faces the set
	 * @param painter the recipe
	 * @param fill number of faces to which groups of skin tone with fewer are
	 *          filled up ({@link ToneFilling}); 0 = they stay as they are
	 * @param cache keeps painted faces between runs, or null
	 * @throws IOException if a picture cannot be read
	 */
	public static RecipePairs paint(final FaceSet faces, final Painter painter,
		final int fill, final PairCache cache) throws IOException
	{
		final List<String> leftOut = new ArrayList<>();
		final List<FaceSet.Entry> fit = new ArrayList<>();
		final List<Optional<String>> flaws = inParallel(faces.entries(), entry -> Optional
			.ofNullable(FaceFilter.flaw(faces.pixels(entry), FaceCrop.SIZE, entry
				.landmarks())));
		for (int i = 0; i < flaws.size(); i++) {
			final FaceSet.Entry entry = faces.entries().get(i);
			if (flaws.get(i).isEmpty()) fit.add(entry);
			else leftOut.add(entry.file() + ": " + flaws.get(i).get());
		}
		final List<Pair> pairs = new ArrayList<>(inParallel(fit, entry -> pair(
			entry.file(), entry, entry.tone(), faces.pixels(entry), painter, cache)));
		pairs.addAll(inParallel(ToneFilling.plan(fit, fill), t -> pair(t.name(), t
			.face(), t.donor().tone(), transferred(faces, t), painter, cache)));
		if (cache != null) cache.flush();
		return new RecipePairs(pairs, leftOut, Set.of());
	}

	/** Work on a picture, which may not be readable. */
	private interface Work<T, R> {

		R on(T one) throws IOException;
	}

	private static <T, R> List<R> inParallel(final List<T> all,
		final Work<T, R> work)
	{
		return all.parallelStream().map(one -> {
			try {
				return work.on(one);
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		}).toList();
	}

	private static Pair pair(final String name, final FaceSet.Entry face,
		final String tone, final byte[] bare, final Painter painter,
		final PairCache cache)
	{
		byte[] made = cache == null ? null : cache.get(name);
		if (made == null) {
			made = paint(bare, face.landmarks(), painter);
			if (cache != null) cache.put(name, made);
		}
		return new Pair(name, tone, face.female() ? WOMEN : 1, face.validation(),
			FaceCrop.SIZE, bare, made, EyeMask.of(face.landmarks()));
	}

	/** @return the face with the donor's skin colour */
	private static byte[] transferred(final FaceSet faces,
		final ToneFilling.Transfer transfer) throws IOException
	{
		final FaceSet.Entry donor = transfer.donor();
		final int n = FaceCrop.SIZE;
		final float[] colour = SkinTransfer.colour(ArrayImgs.floats(InterleavedRgb
			.planar(faces.pixels(donor)), n, n, 3), donor.landmarks());
		return paint(faces.pixels(transfer.face()), transfer.face().landmarks(), (
			bare, landmarks, made) -> SkinTransfer.render(bare, landmarks, colour,
				made));
	}

	/** @return made-up pixels, 8-bit interleaved RGB */
	static byte[] paint(final byte[] bare, final Landmarks landmarks,
		final Painter painter)
	{
		final int n = FaceCrop.SIZE;
		final float[] planar = InterleavedRgb.planar(bare), result = planar.clone();
		painter.paint(ArrayImgs.floats(planar, n, n, 3), landmarks, ArrayImgs.floats(
			result, n, n, 3));
		return InterleavedRgb.of(result);
	}

	/** @return faces not used, each with the reason */
	public List<String> leftOut() {
		return leftOut;
	}

	@Override
	public int size() {
		return pairs.size();
	}

	@Override
	public Pair get(final int i) {
		return pairs.get(i);
	}
}
