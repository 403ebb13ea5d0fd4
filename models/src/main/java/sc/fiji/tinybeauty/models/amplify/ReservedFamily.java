package sc.fiji.tinybeauty.models.amplify;

/**
 * Families of random looks that are kept for tests: each has a mark that lies
 * outside the ranges from which training looks are drawn, so no training look
 * can belong to one.
 */
public enum ReservedFamily {

	/**
	 * Shadow and liner of a hue between green and azure
	 * ({@link RandomRecipes#RESERVED_HUE_FROM} to
	 * {@link RandomRecipes#RESERVED_HUE_TO} degrees); no colour in training has
	 * such a hue.
	 */
	LAGOON,
	/**
	 * Smoke below the eye: lower shadow that reaches farther than
	 * {@link RandomRecipes#LARGEST_LOWER_SHADOW} and a lower line thicker than
	 * {@link RandomRecipes#THICKEST_LOWER_LINE}, in eye widths, which are the
	 * largest in training.
	 */
	KOHL
}
