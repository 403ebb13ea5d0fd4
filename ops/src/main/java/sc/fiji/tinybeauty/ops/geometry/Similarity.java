package sc.fiji.tinybeauty.ops.geometry;

/**
 * A similarity of the plane: {@code x' = a x - b y + tx},
 * {@code y' = b x + a y + ty} (scale, rotation and translation, no reflection).
 * <p>
 * Coordinates are continuous: pixel (i, j) covers [i, i+1) x [j, j+1), its
 * centre is (i + 0.5, j + 0.5).
 * </p>
 *
 * @param a scale times cosine of the angle
 * @param b scale times sine of the angle
 * @param tx translation in x, pixels
 * @param ty translation in y, pixels
 */
public record Similarity(double a, double b, double tx, double ty) {

	/** The similarity that moves nothing. */
	public static final Similarity IDENTITY = new Similarity(1, 0, 0, 0);

	/**
	 * Maps a square of {@code size} pixels onto a rotated square of a photograph.
	 *
	 * @param cx centre of the target square, x
	 * @param cy centre of the target square, y
	 * @param side side length of the target square
	 * @param angle rotation of its upper edge, radians, clockwise on screen
	 * @param size side length of the source square
	 * @return the similarity from square to photograph
	 * @throws IllegalArgumentException if a length is not positive
	 */
	public static Similarity squareTo(final double cx, final double cy,
		final double side, final double angle, final int size)
	{
		if (!(side > 0) || size <= 0) throw new IllegalArgumentException(
			"A square needs a positive side, not " + side + " and " + size + ".");
		final double a = side / size * Math.cos(angle);
		final double b = side / size * Math.sin(angle);
		final double h = size / 2.0;
		return new Similarity(a, b, cx - (a * h - b * h), cy - (b * h + a * h));
	}

	/** @return x of the image of (x, y) */
	public double x(final double x, final double y) {
		return a * x - b * y + tx;
	}

	/** @return y of the image of (x, y) */
	public double y(final double x, final double y) {
		return b * x + a * y + ty;
	}

	/** @return the factor by which lengths grow */
	public double scale() {
		return Math.hypot(a, b);
	}

	/** @return the rotation in radians, clockwise on screen */
	public double angle() {
		return Math.atan2(b, a);
	}

	/**
	 * @return the inverse similarity
	 * @throws ArithmeticException if this one maps everything to a point
	 */
	public Similarity inverse() {
		final double d = a * a + b * b;
		if (!(d > 0)) throw new ArithmeticException(
			"A similarity of scale 0 has no inverse.");
		final double ia = a / d, ib = -b / d;
		return new Similarity(ia, ib, -(ia * tx - ib * ty), -(ib * tx + ia * ty));
	}

	/** @return the similarity that applies {@code first}, then this one */
	public Similarity after(final Similarity first) {
		return new Similarity(a * first.a - b * first.b, b * first.a + a * first.b,
			x(first.tx, first.ty), y(first.tx, first.ty));
	}
}
