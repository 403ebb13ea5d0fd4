package sc.fiji.tinybeauty.models.annotate;

import java.util.ArrayDeque;
import java.util.Deque;

import net.imglib2.img.array.ArrayImgs;

import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.models.recipe.Recipe;
import sc.fiji.tinybeauty.models.recipe.RecipeRenderer;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;

/**
 * One face while it is annotated: the bare crop, the look, and what was painted by
 * hand. Made up is the look rendered on the bare crop plus the
 * {@link Correction}, which therefore outlives every change of the look.
 * <p>
 * Pictures are square, {@code 0xRRGGBB} per pixel, row by row. {@link #render} may
 * run on any thread; everything else belongs to one.
 * </p>
 */
public final class AnnotatedFace {

	/** Corrections that can be taken back. */
	private static final int HISTORY = 20;

	private final String source;
	private final int size;
	private final int[] bare;
	private final Landmarks landmarks;
	private final Deque<Correction> history = new ArrayDeque<>();
	private Look look;
	private Look shown;
	private int[] render;
	private Correction correction;
	private Recipe savedRecipe;
	private Correction savedCorrection;

	/**
	 * A face without corrections that is as it was.
	 *
	 * @param source file name of its photograph
	 * @param bare its crop
	 * @param landmarks in crop coordinates
	 * @param look what to begin with
	 * @throws IllegalArgumentException if the crop is not square
	 */
	AnnotatedFace(final String source, final int[] bare,
		final Landmarks landmarks, final Look look)
	{
		this.source = source;
		this.bare = bare.clone();
		this.landmarks = landmarks;
		size = (int) Math.round(Math.sqrt(bare.length));
		if (size * size != bare.length) throw new IllegalArgumentException(
			"The crop of \"" + source + "\" is not square; crop it like the others.");
		this.look = look;
		shown = look;
		render = render(look);
		correction = Correction.none(bare.length);
		saved();
	}

	/** @return the same face of which this is the made-up picture, whatever the look cannot explain */
	AnnotatedFace with(final int[] made) {
		correction = Correction.none(bare.length).plus(render, made);
		saved();
		return this;
	}

	/** @return file name of the photograph */
	public String source() {
		return source;
	}

	/** @return side of the pictures, pixels */
	public int size() {
		return size;
	}

	/** @return the bare crop */
	public int[] bare() {
		return bare.clone();
	}

	/** @return the look that is wanted */
	public Look look() {
		return look;
	}

	/** @return what was painted by hand */
	public Correction correction() {
		return correction;
	}

	/** Wants another look; {@link #made} shows it once it is rendered. */
	public void want(final Look other) {
		look = other;
	}

	/** @return whether the wanted look is not rendered yet */
	public boolean isStale() {
		return shown != look;
	}

	/**
	 * Renders a look on the bare crop.
	 *
	 * @param any a look
	 * @return the picture, without correction
	 */
	public int[] render(final Look any) {
		final byte[] rgb = bytes(bare);
		final float[] made = new float[rgb.length];
		RecipeRenderer.render(ArrayImgs.floats(InterleavedRgb.planar(rgb), size, size,
			3), landmarks, any.recipe(), ArrayImgs.floats(made, size, size, 3));
		return pixels(InterleavedRgb.of(made));
	}

	/**
	 * Takes over a finished rendering. Strokes painted since the last one have to be
	 * taken over before, by {@link #take}.
	 *
	 * @param rendered the look
	 * @param picture what {@link #render} gave for it
	 */
	public void show(final Look rendered, final int[] picture) {
		shown = rendered;
		render = picture;
	}

	/** Renders the wanted look, if need be, and takes it over. */
	public void refresh() {
		if (isStale()) show(look, render(look));
	}

	/** @return the made-up crop as it was rendered last, with the correction */
	public int[] made() {
		return correction.on(render);
	}

	/**
	 * Takes over what was painted on the made-up crop.
	 *
	 * @param painted the crop as it is now
	 * @return whether anything was painted
	 * @throws IllegalArgumentException if its size is another
	 */
	public boolean take(final int[] painted) {
		final Correction now = correction.plus(render, painted);
		if (now == correction) return false;
		remember();
		correction = now;
		return true;
	}

	/** Takes all corrections away; {@link #undo} brings them back. */
	public void clear() {
		if (correction.isNone()) return;
		remember();
		correction = Correction.none(bare.length);
	}

	/** @return whether there was something that could be taken back */
	public boolean undo() {
		if (history.isEmpty()) return false;
		correction = history.pop();
		return true;
	}

	private void remember() {
		history.push(correction);
		if (history.size() > HISTORY) history.removeLast();
	}

	/** @return whether look or corrections differ from what was saved or begun with */
	public boolean isChanged() {
		return !look.recipe().equals(savedRecipe) || !correction.equals(
			savedCorrection);
	}

	/** Gives the changes up: what follows counts as changed, they no longer do. */
	public void forget() {
		saved();
	}

	/** From here on nothing is changed. */
	void saved() {
		savedRecipe = look.recipe();
		savedCorrection = correction;
	}

	/** Nothing of it is on disk yet. */
	void unsaved() {
		savedRecipe = null;
	}

	/** @return both pictures as they are written */
	PairPictures pictures() {
		return new PairPictures(size, size, bytes(bare), bytes(made()), new byte[0]);
	}

	static int[] pixels(final byte[] rgb) {
		final int[] pixels = new int[rgb.length / 3];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | rgb[3 *
				i + 2] & 255;
		return pixels;
	}

	private static byte[] bytes(final int[] pixels) {
		final byte[] rgb = new byte[3 * pixels.length];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = (byte) (pixels[i / 3] >> 16 - 8 * (i % 3));
		return rgb;
	}
}
