package sc.fiji.tinybeauty.ops.image;

/** What sizes a plane may have. */
final class PlaneSize {

	private PlaneSize() {}

	/**
	 * @throws IllegalArgumentException if a plane has no pixel or more than an
	 *           array can hold
	 */
	static void require(final long width, final long height) {
		if (width < 1 || height < 1) throw new IllegalArgumentException(
			"An image of " + width + " x " + height + " pixels is empty.");
		if (width > Integer.MAX_VALUE / height) throw new IllegalArgumentException(
			"A plane of " + width + " x " + height + " pixels has more than " +
				Integer.MAX_VALUE + " elements; crop it or scale it down first.");
	}

	static void require(final long width, final long height, final long pixels) {
		require(width, height);
		if (width * height > pixels) throw new IllegalArgumentException("An image of " +
			width + " x " + height + " pixels needs more than the " + pixels +
			" values given.");
	}
}
