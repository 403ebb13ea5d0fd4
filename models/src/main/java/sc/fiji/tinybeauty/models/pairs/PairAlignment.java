package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.region.RegionMasks;
import sc.fiji.tinybeauty.ops.registration.PairRegistration;

/**
 * A pair that was retouched elsewhere, cut to the framing of
 * {@link FaceCrop} and laid on each other. What counts is the movement in the
 * crop of 256 pixels, on skin and surroundings; lips and eyes do not count.
 *
 * @param bare crop without make-up, axes X, Y, C, 0..1
 * @param made crop with make-up
 * @param landmarks mesh in crop coordinates
 * @param pixels how far the retouched picture had moved, pixels of the crop
 * @param aligned whether it was moved back
 */
public record PairAlignment(float[] bare, float[] made, Landmarks landmarks,
	double pixels, boolean aligned)
{

	/** Movements below this are left as they are, pixels. */
	public static final double ACCEPTED = 0.5;
	/** Movements up to this are taken back, pixels. */
	public static final double ALIGNED = 6;

	/** Correlation below which the pictures do not show the same. */
	private static final double LEAST_AGREEMENT = 0.5;
	private static final double LEAST_ASPECT = 0.02;
	private static final int N = FaceCrop.SIZE;

	/**
	 * Aligns a pair.
	 *
	 * @param bare photograph without make-up; its largest face counts
	 * @param made the same retouched; may be scaled as a whole
	 * @param finder finds the face
	 * @return the aligned pair
	 * @throws IOException with one sentence that says by how many pixels the
	 *           pictures differ, if that is too much, or why it cannot be said
	 */
	public static PairAlignment of(final RgbPlane bare, final RgbPlane made,
		final FaceFinder finder) throws IOException
	{
		// The finder is the caller's and stays open.
		return of(bare, made, new FoundFaceCutter(finder));
	}

	static PairAlignment of(final RgbPlane bare, final RgbPlane made,
		final FaceCutter cutter) throws IOException
	{
		final double scale = made.width() / (double) bare.width();
		final double aspect = made.height() / (scale * bare.height());
		if (Math.abs(aspect - 1) > LEAST_ASPECT) throw new IOException(
			"The pictures have different proportions (" + bare.width() + " x " + bare
				.height() + " and " + made.width() + " x " + made.height() +
				" pixels); export the retouched one without cropping it.");
		final List<FaceCutter.Cut> cuts = cutter.cut(bare);
		if (cuts.isEmpty()) throw new IOException(
			"The picture without make-up shows no face that is large enough; give another one.");
		final Similarity toBare = cuts.get(0).cropToPhoto();
		final Similarity toMade = new Similarity(scale, 0, 0, 0).after(toBare);
		return new Frame(bare, made, toBare, toMade).align(cutter);
	}

	/** Both photographs and how the crop lies in each. */
	private record Frame(RgbPlane bare, RgbPlane made, Similarity toBare,
		Similarity toMade)
	{

		PairAlignment align(final FaceCutter cutter) throws IOException {
			final float[] b = FaceCrops.crop(bare, toBare), m = FaceCrops.crop(made,
				toMade);
			final Landmarks face = mesh(b, cutter);
			final PairRegistration.Result r = register(b, m, face);
			requireSame(r);
			if (r.displacement() < ACCEPTED) return new PairAlignment(b, m, face, r
				.displacement(), false);
			if (r.displacement() > ALIGNED) throw new IOException(String.format(
				Locale.ROOT,
				"The retouched picture has moved by %.1f pixels of a face crop of %d, more than %.0f; align it in your editor.",
				r.displacement(), N, ALIGNED));
			return moved(r, cutter);
		}

		/** Both go half of the way, so that both get equally soft. */
		private PairAlignment moved(final PairRegistration.Result r,
			final FaceCutter cutter) throws IOException
		{
			final Similarity t = r.toMade();
			final Similarity back = new Similarity((1 + t.a()) / 2, t.b() / 2, t.tx() /
				2, t.ty() / 2).inverse();
			final float[] b = FaceCrops.crop(bare, toBare.after(back));
			final float[] m = FaceCrops.crop(made, toMade.after(t).after(back));
			final Landmarks face = mesh(b, cutter);
			final PairRegistration.Result rest = register(b, m, face);
			if (rest.displacement() >= ACCEPTED) throw new IOException(String.format(
				Locale.ROOT,
				"The retouched picture has moved by %.1f pixels of a face crop of %d and still differs by %.1f once moved back; align it in your editor.",
				r.displacement(), N, rest.displacement()));
			return new PairAlignment(b, m, face, r.displacement(), true);
		}
	}

	private static Landmarks mesh(final float[] crop, final FaceCutter cutter)
		throws IOException
	{
		final Landmarks face = cutter.landmarks(FaceCrops.plane(crop));
		if (face == null) throw new IOException(
			"The picture without make-up shows no face; give another one.");
		return face;
	}

	private static PairRegistration.Result register(final float[] bare,
		final float[] made, final Landmarks face)
	{
		final float[] partition = RegionMasks.partition(face, N).update(null)
			.getCurrentStorageArray();
		final float[] weight = new float[N * N];
		for (int i = 0; i < weight.length; i++)
			weight[i] = Math.max(0, 1 - partition[i] - partition[N * N + i]);
		return PairRegistration.register(bare, made, N, N, weight);
	}

	private static void requireSame(final PairRegistration.Result r)
		throws IOException
	{
		if (r.agreement() < LEAST_AGREEMENT) throw new IOException(String.format(
			Locale.ROOT,
			"The two pictures do not show the same face in the same place (they seem to differ by %.1f pixels, agreement %.2f of 1); pair the retouched picture with its own original.",
			r.displacement(), r.agreement()));
	}

	/** @return what was found, one sentence */
	public String message() {
		return String.format(Locale.ROOT, aligned
			? "The retouched picture had moved by %.2f pixels and was moved back."
			: "The retouched picture has moved by %.2f pixels, which is accepted.",
			pixels);
	}
}
