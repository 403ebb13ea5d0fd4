package sc.fiji.tinybeauty.models.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.face.Landmarks;

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

	private final List<Pair> pairs;
	private final List<String> leftOut;

	private RecipePairs(final List<Pair> pairs, final List<String> leftOut) {
		this.pairs = pairs;
		this.leftOut = leftOut;
	}

	/**
	 * Paints all faces of a set that are fit for teaching.
	 *
	 * @param faces the set
	 * @param painter the recipe
	 * @param cache keeps painted faces between runs, or null
	 * @throws IOException if a picture cannot be read
	 */
	public static RecipePairs paint(final FaceSet faces, final Painter painter,
		final PairCache cache) throws IOException
	{
		final List<FaceSet.Entry> entries = faces.entries();
		final Object[] made = IntStream.range(0, entries.size()).parallel().mapToObj(
			i -> {
				try {
					return pair(faces, entries.get(i), painter, cache);
				}
				catch (final IOException e) {
					throw new UncheckedIOException(e);
				}
			}).toArray();
		final List<Pair> pairs = new ArrayList<>();
		final List<String> leftOut = new ArrayList<>();
		for (final Object o : made)
			if (o instanceof Pair) pairs.add((Pair) o);
			else leftOut.add(Objects.toString(o));
		if (cache != null) cache.flush();
		return new RecipePairs(pairs, leftOut);
	}

	/** @return a Pair, or a text that says why the face is unfit */
	private static Object pair(final FaceSet faces, final FaceSet.Entry entry,
		final Painter painter, final PairCache cache) throws IOException
	{
		final byte[] bare = faces.pixels(entry);
		final String flaw = FaceFilter.flaw(bare, FaceCrop.SIZE, entry
			.landmarks());
		if (flaw != null) return entry.file() + ": " + flaw;
		byte[] made = cache == null ? null : cache.get(entry.file());
		if (made == null) {
			made = paint(bare, entry.landmarks(), painter);
			if (cache != null) cache.put(entry.file(), made);
		}
		return new Pair(entry.file(), entry.tone(), entry.female() ? WOMEN : 1, entry
			.validation(), FaceCrop.SIZE, bare, made, EyeMask.of(entry
			.landmarks()));
	}

	/** @return made-up pixels, 8-bit interleaved RGB */
	static byte[] paint(final byte[] bare, final Landmarks landmarks,
		final Painter painter)
	{
		final int n = FaceCrop.SIZE, pixels = n * n;
		final float[] planar = new float[3 * pixels];
		for (int i = 0; i < pixels; i++)
			for (int c = 0; c < 3; c++)
				planar[c * pixels + i] = (bare[3 * i + c] & 255) / 255f;
		final float[] result = planar.clone();
		painter.paint(ArrayImgs.floats(planar, n, n, 3), landmarks, ArrayImgs.floats(
			result, n, n, 3));
		final byte[] made = new byte[bare.length];
		for (int i = 0; i < pixels; i++)
			for (int c = 0; c < 3; c++)
				made[3 * i + c] = (byte) Math.round(255 * Math.min(1, Math.max(0,
					result[c * pixels + i])));
		return made;
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
