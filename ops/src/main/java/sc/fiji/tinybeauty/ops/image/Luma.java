package sc.fiji.tinybeauty.ops.image;

/** Luma of sRGB-encoded colours, weights of ITU-R BT.709. */
public final class Luma {

	/** Weight of red. */
	public static final float RED = 0.2126f;
	/** Weight of green. */
	public static final float GREEN = 0.7152f;
	/** Weight of blue. */
	public static final float BLUE = 0.0722f;

	private Luma() {}

	/**
	 * @param r red, 0..1, sRGB-encoded
	 * @param g green
	 * @param b blue
	 * @return luma, 0..1; exactly {@code r} for a grey
	 */
	public static float of(final float r, final float g, final float b) {
		return g + RED * (r - g) + BLUE * (b - g);
	}
}
