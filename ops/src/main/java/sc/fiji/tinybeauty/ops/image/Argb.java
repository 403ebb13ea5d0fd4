package sc.fiji.tinybeauty.ops.image;

/** Packed 8-bit colours: {@code alpha << 24 | red << 16 | green << 8 | blue}. */
public final class Argb {

	/** The value of one grey level of 8 bits: 1/255. */
	public static final float UNIT = 1f / 255;

	private Argb() {}

	/**
	 * Packs a colour, with alpha 0.
	 *
	 * @param r red, clamped to 0..1; NaN counts as 0
	 * @param g green
	 * @param b blue
	 * @return the packed colour
	 */
	public static int pack(final float r, final float g, final float b) {
		return level(r) << 16 | level(g) << 8 | level(b);
	}

	private static int level(final float v) {
		// The conversion to int limits by itself and turns NaN into 0.
		return Math.min(255, Math.max(0, (int) (v * 255f + 0.5f)));
	}
}
