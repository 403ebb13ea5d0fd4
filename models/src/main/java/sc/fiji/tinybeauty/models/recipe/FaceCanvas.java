package sc.fiji.tinybeauty.models.recipe;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import sc.fiji.tinybeauty.ops.face.DenseMaps;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.region.RegionMasks;

/**
 * The face while it is painted: OKLab planes, which of their pixels changed,
 * and what the painters need to know of the face.
 */
final class FaceCanvas {

	final int width;
	final int height;
	final Landmarks face;
	/** Distance of the eyes, pixels. */
	final double unit;
	final float[] l, a, b;
	final FaceRegions regions;
	final SkinModel skin;
	/** Local colour of the skin, as painted, without features, hair and pores. */
	final float[] baseL, baseA, baseB;
	/**
	 * Light that falls around each pixel, as lightness of the skin there over that
	 * of all skin: pigment in the shaded half of a face is as dark as the skin.
	 */
	final float[] light;
	/** Share of the layer's blend that multiplies, and that keeps lightness. */
	float multiply, tint;
	private final boolean[] touched;
	private final float[] pixels;
	private float[] canonical;

	FaceCanvas(final RandomAccessibleInterval<FloatType> bare,
		final Landmarks face, final boolean heedOcclusion)
	{
		width = (int) bare.dimension(0);
		height = (int) bare.dimension(1);
		this.face = face;
		unit = RegionMasks.eyeDistance(face);
		final int n = Math.multiplyExact(width, height);
		l = new float[n];
		a = new float[n];
		b = new float[n];
		touched = new boolean[n];
		pixels = new float[Math.multiplyExact(3, n)];
		read(bare);
		regions = new FaceRegions(face, width, height);
		skin = new SkinModel(this, heedOcclusion);
		final float[] weight = skin.bare;
		final double sigma = 0.12 * unit;
		final float[] blurred = Blur.gauss(weight, width, sigma);
		baseL = Blur.normalised(l, weight, blurred, skin.color.l(), width, sigma);
		baseA = Blur.normalised(a, weight, blurred, skin.color.a(), width, sigma);
		baseB = Blur.normalised(b, weight, blurred, skin.color.b(), width, sigma);
		light = light(weight);
	}

	private float[] light(final float[] weight) {
		final double sigma = 0.2 * unit;
		final float mean = skin.color.l();
		final float[] around = Blur.normalised(l, weight, Blur.gauss(weight, width,
			sigma), mean, width, sigma);
		for (int i = 0; i < around.length; i++)
			around[i] = Math.max(0.5f, Math.min(1.3f, around[i] / mean));
		return around;
	}

	/** @return canonical u of all pixels, then v */
	float[] canonical() {
		if (canonical == null) canonical = DenseMaps.toCanonical(face, width, height)
			.update(null).getCurrentStorageArray();
		return canonical;
	}

	static float[] plane(final ArrayImg<FloatType, FloatArray> image) {
		return image.update(null).getCurrentStorageArray();
	}

	/** @return 0 up to {@code from}, 1 beyond {@code to}, smooth between */
	static float step(final double from, final double to, final double v) {
		final double t = Math.max(0, Math.min(1, (v - from) / (to - from)));
		return (float) (t * t * (3 - 2 * t));
	}

	/**
	 * Lays pigment over the texture of a pixel.
	 *
	 * @param i the pixel
	 * @param m coverage 0..1
	 * @param pigment its colour on this face
	 * @param bl lightness, {@code ba}, {@code bb} colour of what it covers, without
	 *          its texture
	 */
	void paint(final int i, final float m, final OkLab pigment, final float bl,
		final float ba, final float bb)
	{
		if (!(m > 0.002f)) return;
		final OkLab p = blend(pigment, light[i], bl, ba, bb);
		final float ratio = Math.min(2.4f, p.l() / Math.max(0.08f, bl));
		final float light = bl * ratio + (l[i] - bl) * texture(ratio);
		final float chroma = Math.max(0.3f, Math.min(1.15f, light / p.l()));
		// a darker pixel of the bare skin has less chroma, which is no texture
		final float here = Math.min(1.2f, l[i] / Math.max(0.08f, bl));
		final float hue = Math.min(1, ratio * ratio);
		set(i, l[i] + m * (light - l[i]), a[i] + m * (p.a() * chroma + hue * (a[i] -
			ba * here) - a[i]), b[i] + m * (p.b() * chroma + hue * (b[i] - bb * here) -
				b[i]));
	}

	/**
	 * What becomes of light and shade of the covered skin when pigment changes its
	 * lightness: less where it darkens. Where it lightens it also hides, so that
	 * grain and blotches of deep skin do not grow with the lightness.
	 *
	 * @param ratio lightness of the pigment over that of the skin
	 * @return factor of the differences of lightness
	 */
	static float texture(final float ratio) {
		return ratio <= 1 ? ratio : 1 + 0.35f * (ratio - 1);
	}

	/**
	 * The colour of a pigment over what it covers, by the layer's blend. A product
	 * of linear colours is about the product of lightnesses in OKLab; what is
	 * covered brings the light of its place into it, the pigment alone needs
	 * {@code k}, as in {@link #light}.
	 */
	OkLab blend(final OkLab p, final float k, final float bl, final float ba,
		final float bb)
	{
		final OkLab opaque = p.lit(k);
		if (multiply == 0) return opaque;
		return opaque.mix(new OkLab(p.l() * bl, p.a() * bl + ba * p.l(), p.b() * bl + bb *
			p.l()), multiply);
	}

	/** Lays pigment over the skin, which the next layer then covers. */
	void paintSkin(final int i, final float m, final OkLab p) {
		if (!(m > 0.002f)) return;
		paint(i, m, p, baseL[i], baseA[i], baseB[i]);
		final OkLab q = blend(p, light[i], baseL[i], baseA[i], baseB[i]);
		baseL[i] += (1 - tint) * m * (q.l() - baseL[i]);
		baseA[i] += m * (q.a() - baseA[i]);
		baseB[i] += m * (q.b() - baseB[i]);
	}

	void set(final int i, final float newL, final float newA, final float newB) {
		l[i] = tint == 0 ? newL : l[i] + (1 - tint) * (newL - l[i]);
		a[i] = newA;
		b[i] = newB;
		touched[i] = true;
	}

	/** Writes untouched pixels as they were and the others as painted. */
	void write(final RandomAccessibleInterval<FloatType> made) {
		final int n = l.length;
		final float[] rgb = new float[3];
		for (int i = 0; i < n; i++) {
			if (!touched[i]) continue;
			OkLab.toRgb(l[i], a[i], b[i], rgb);
			for (int c = 0; c < 3; c++)
				pixels[c * n + i] = rgb[c];
		}
		int i = 0;
		for (final FloatType t : Views.flatIterable(made))
			t.set(pixels[i++]);
	}

	private void read(final RandomAccessibleInterval<FloatType> bare) {
		final int n = l.length;
		int k = 0;
		for (final FloatType t : Views.flatIterable(bare))
			pixels[k++] = t.get();
		for (int i = 0; i < n; i++) {
			final OkLab lab = OkLab.of(pixels[i], pixels[n + i], pixels[2 * n + i]);
			l[i] = lab.l();
			a[i] = lab.a();
			b[i] = lab.b();
		}
	}
}
