package sc.fiji.tinybeauty.models.recipe;

import java.util.Arrays;

import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * How this face's skin looks, learnt from its cheeks, nose and chin, and which
 * pixels look like it: hair, glasses and hands in front of the face do not, or
 * less.
 */
final class SkinModel {

	/** Typical skin that pigments in recipes are named for. */
	static final OkLab REFERENCE = new OkLab(0.75f, 0.035f, 0.048f);

	/** Landmarks around which the skin is sampled. */
	private static final int[] SAMPLES = { 205, 425, 50, 280, 101, 330, 4, 199,
		108, 337 };

	/** Median colour. */
	final OkLab color;
	/** 1 where a pixel looks like skin, 0 where it does not. */
	final float[] likeness;
	/** The same with room for shadow, lids and lashes. */
	final float[] lidLikeness;
	/** Skin-likeness within the face, without eyes, brows and lips. */
	final float[] bare;
	/** 0 behind dark glasses, 1 where the lids can be seen. */
	final float leftSeen, rightSeen;

	private final FaceCanvas canvas;

	SkinModel(final FaceCanvas canvas, final boolean heedOcclusion) {
		this.canvas = canvas;
		final int[] pixels = samples(canvas);
		color = new OkLab(median(canvas.l, pixels), median(canvas.a, pixels), median(
			canvas.b, pixels));
		final float spread = Math.max(deviation(canvas.a, pixels, color.a()),
			deviation(canvas.b, pixels, color.b()));
		final float tolerance = 0.024f + Math.min(0.012f, 1.5f * spread);
		likeness = heedOcclusion ? likeness(tolerance, 0.62f) : everywhere();
		lidLikeness = heedOcclusion ? likeness(1.4f * tolerance, 0.42f) : likeness;
		bare = bareSkin();
		leftSeen = visible(true);
		rightSeen = visible(false);
	}

	/**
	 * Moves a pigment towards this skin.
	 *
	 * @param pigment the colour as it looks on the reference skin
	 * @param follow 0 = the same on every skin, 1 = as far from this skin as from
	 *          the reference
	 */
	OkLab adapt(final OkLab pigment, final float follow) {
		final float scale = 1 + follow * (color.l() / REFERENCE.l() - 1);
		final float l = pigment.l() * scale;
		// less light leaves less chroma, and tints what is dark less
		final float chroma = (float) Math.pow(scale, 0.7);
		final float tint = follow * Math.min(1, l / Math.max(0.1f, color.l()));
		return new OkLab(l, pigment.a() * chroma + tint * (color.a() - REFERENCE
			.a()), pigment.b() * chroma + tint * (color.b() - REFERENCE.b()));
	}

	/**
	 * How much a pixel looks like the white of an eye, which has less colour than
	 * the skin and is not dark.
	 *
	 * @return 0..1
	 */
	float white(final int i) {
		final double chroma = Math.hypot(canvas.a[i], canvas.b[i]) / Math.max(0.02,
			Math.hypot(color.a(), color.b()));
		final double light = canvas.l[i] / color.l();
		return (1 - FaceCanvas.step(0.35, 0.75, chroma / light)) * FaceCanvas.step(
			0.6, 0.85, light);
	}

	/** Skin-likeness within the face, without eyes, brows and lips. */
	private float[] bareSkin() {
		final FaceRegions r = canvas.regions;
		final double e = 0.03 * canvas.unit;
		final float[] oval = r.face.get();
		final float[] w = new float[oval.length];
		for (int i = 0; i < w.length; i++)
			w[i] = likeness[i] * FaceCanvas.step(-e, e, oval[i]);
		for (final float[] d : new float[][] { r.eye(true), r.eye(false), r.brow(
			true), r.brow(false), r.lips.get() })
			for (int i = 0; i < w.length; i++)
				if (d[i] > -e) w[i] *= FaceCanvas.step(0, e, -d[i]);
		return w;
	}

	private float[] everywhere() {
		final float[] p = new float[canvas.l.length];
		Arrays.fill(p, 1);
		return p;
	}

	private float[] likeness(final float tolerance, final float darkest) {
		final float[] p = new float[canvas.l.length];
		for (int i = 0; i < p.length; i++) {
			final float light = canvas.l[i] / color.l();
			final float scale = Math.max(0.6f, Math.min(1, light));
			final double da = canvas.a[i] - color.a() * scale, db = canvas.b[i] - color
				.b() * scale;
			p[i] = (1 - FaceCanvas.step(tolerance, 1.9 * tolerance, Math.hypot(da,
				db))) * FaceCanvas.step(darkest - 0.15, darkest + 0.1, light) * (1 -
					0.7f * FaceCanvas.step(1.3, 1.6, light));
		}
		return Blur.gauss(p, canvas.width, 0.012 * canvas.unit);
	}

	private static int[] samples(final FaceCanvas canvas) {
		final Landmarks face = canvas.face;
		final int r = (int) Math.max(1, Math.round(0.06 * canvas.unit));
		final int[] pixels = new int[SAMPLES.length * (2 * r + 1) * (2 * r + 1)];
		int n = 0;
		for (final int k : SAMPLES)
			for (int dy = -r; dy <= r; dy++)
				for (int dx = -r; dx <= r; dx++) {
					final int x = (int) Math.floor(face.x(k)) + dx, y = (int) Math.floor(face
						.y(k)) + dy;
					if (x >= 0 && y >= 0 && x < canvas.width && y < canvas.height)
						pixels[n++] = y * canvas.width + x;
				}
		if (n == 0) throw new IllegalArgumentException(
			"The landmarks lie outside the image; give landmarks in its own pixels.");
		return Arrays.copyOf(pixels, n);
	}

	private static float median(final float[] plane, final int[] pixels) {
		final float[] v = new float[pixels.length];
		for (int i = 0; i < v.length; i++)
			v[i] = plane[pixels[i]];
		Arrays.sort(v);
		return v[v.length / 2];
	}

	private static float deviation(final float[] plane, final int[] pixels,
		final float centre)
	{
		final float[] v = new float[pixels.length];
		for (int i = 0; i < v.length; i++)
			v[i] = Math.abs(plane[pixels[i]] - centre);
		Arrays.sort(v);
		return v[v.length / 2];
	}

	/** 0 behind dark glasses, 1 where the lids can be seen. */
	private float visible(final boolean left) {
		final float[] eye = canvas.regions.eye(left), brow = canvas.regions.brow(
			left);
		final double near = -0.025 * canvas.unit, far = -0.0999 * canvas.unit;
		double sum = 0;
		int n = 0;
		for (int i = 0; i < eye.length; i++)
			if (eye[i] < near && eye[i] > far && brow[i] < near) {
				sum += lidLikeness[i];
				n++;
			}
		return n == 0 ? 0 : FaceCanvas.step(0.25, 0.5, sum / n);
	}
}
