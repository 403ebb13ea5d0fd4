package sc.fiji.tinybeauty.models.recipe;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * Gives a face the skin colour of another: lightness is scaled, chroma moved, so
 * that pores, folds and shadows stay. Lips follow, since natural lips go with the
 * skin; eyes, teeth, brows and hair keep their colours. For teaching only: it
 * fills up groups of skin tone of which there are few faces.
 */
public final class SkinTransfer {

	/** How far lips follow the skin. */
	private static final float LIPS = 0.85f;
	private static final float SHINE = 0.8f, DARKEST = 0.08f;

	private SkinTransfer() {}

	/**
	 * @param bare the picture, axes X,Y,C, sRGB-encoded 0..1
	 * @param landmarks landmarks of the face in the picture's pixel coordinates
	 * @return median colour of the skin, OKLab: lightness 0..1, green-red and
	 *         blue-yellow
	 * @throws IllegalArgumentException if the landmarks lie outside the picture
	 */
	public static float[] colour(final RandomAccessibleInterval<FloatType> bare,
		final Landmarks landmarks)
	{
		final OkLab skin = new FaceCanvas(bare, landmarks, true).skin.color;
		return new float[] { skin.l(), skin.a(), skin.b() };
	}

	/**
	 * @param bare the picture, axes X,Y,C, sRGB-encoded 0..1
	 * @param landmarks landmarks of the face in the picture's pixel coordinates
	 * @param colour the skin's new median colour, as from {@link #colour}
	 * @param result receives the picture with that skin, same size
	 * @throws IllegalArgumentException if the landmarks lie outside the picture
	 */
	public static void render(final RandomAccessibleInterval<FloatType> bare,
		final Landmarks landmarks, final float[] colour,
		final RandomAccessibleInterval<FloatType> result)
	{
		final FaceCanvas canvas = new FaceCanvas(bare, landmarks, true);
		final OkLab skin = canvas.skin.color;
		final float scale = colour[0] / Math.max(DARKEST, skin.l());
		// Less light leaves less chroma, and dark skin shines more.
		final double chroma = Math.pow(scale, 0.7), contrast = 1 + SHINE * Math.max(
			0, 1 - scale);
		final float[] lips = new float[canvas.l.length], share = share(canvas, lips);
		for (int i = 0; i < share.length; i++) {
			final float w = share[i];
			if (!(w > 0.002f)) continue;
			final float l = canvas.l[i], a = canvas.a[i], b = canvas.b[i];
			final float relative = l / Math.max(DARKEST, skin.l());
			// Shadows have less chroma than the skin's median, and keep less.
			final float lit = Math.min(1, relative);
			// The darker the skin, the less its lips differ in colour.
			final float rest = (float) (chroma * (1 - lips[i] * Math.max(0, 1 - scale)));
			canvas.set(i, l + w * ((float) (colour[0] * Math.pow(relative, contrast)) -
				l), a + w * (lit * colour[1] + rest * (a - lit * skin.a()) - a), b + w *
					(lit * colour[2] + rest * (b - lit * skin.b()) - b));
		}
		canvas.write(result);
	}

	/**
	 * @param lip receives what belongs to the lips, 0..1
	 * @return how far each pixel follows, 0..1
	 */
	private static float[] share(final FaceCanvas canvas, final float[] lip) {
		final FaceRegions r = canvas.regions;
		final double soft = 0.03 * canvas.unit;
		final float[] face = r.face.get(), lips = r.lips.get(), mouth = r.mouth.get();
		final float[] left = r.eye(true), right = r.eye(false);
		final float[] share = canvas.skin.likeness.clone();
		for (int i = 0; i < share.length; i++) {
			final float inside = FaceCanvas.step(-soft, soft, face[i]);
			share[i] = Math.max(share[i], inside * canvas.skin.lidLikeness[i]);
			lip[i] = FaceCanvas.step(-soft, soft, lips[i]);
			share[i] = Math.max(share[i], LIPS * lip[i]);
			final double open = Math.max(mouth[i], Math.max(left[i], right[i]));
			share[i] *= 1 - FaceCanvas.step(-soft, soft, open);
		}
		return share;
	}
}
