package sc.fiji.tinybeauty.models.makeup;

/**
 * How strong make-up is put on. The residual of a region is multiplied by
 * {@code overall} times the region's own strength: 1 is what the style was
 * trained to, 0 leaves the region untouched.
 *
 * @param overall 0..2
 * @param lips 0..2
 * @param eyes 0..2
 * @param skin 0..2
 */
public record Strengths(double overall, double lips, double eyes, double skin) {

	/** Everything as the style was trained to. */
	public static final Strengths ONE = new Strengths(1, 1, 1, 1);

	/**
	 * @throws IllegalArgumentException if a strength is outside 0..2
	 */
	public Strengths {
		require("strength", overall);
		require("lips", lips);
		require("eyes", eyes);
		require("skin", skin);
	}

	private static void require(final String name, final double value) {
		if (!(value >= 0 && value <= 2)) throw new IllegalArgumentException(name +
			" must lie between 0 and 2, not at " + value + ".");
	}
}
