package sc.fiji.tinybeauty.plugin.photo;

import ij.process.ImageProcessor;

/** The eight orientations that a camera notes in EXIF tag 274. */
public enum Orientation {
		/** Upright. */
		UPRIGHT,
		/** Mirrored left to right. */
		MIRRORED,
		/** Upside down. */
		HALF_TURN,
		/** Mirrored top to bottom. */
		FLIPPED,
		/** Mirrored along the diagonal from top left. */
		TRANSPOSED,
		/** To be turned right by 90 degrees. */
		TURN_RIGHT,
		/** Mirrored along the other diagonal. */
		TRANSVERSED,
		/** To be turned left by 90 degrees. */
		TURN_LEFT;

	/**
	 * @param value of the tag; anything but 1..8 counts as upright
	 * @return the orientation
	 */
	public static Orientation of(final int value) {
		return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
	}

	/** @return whether width and height change places */
	public boolean swapsSides() {
		return ordinal() >= 4;
	}

	/**
	 * @param pixels as stored; may be changed
	 * @return the picture as it was seen
	 */
	public ImageProcessor apply(final ImageProcessor pixels) {
		final ImageProcessor turned = switch (this) {
			case TRANSPOSED, TURN_RIGHT -> pixels.rotateRight();
			case TRANSVERSED, TURN_LEFT -> pixels.rotateLeft();
			case HALF_TURN -> pixels.rotateRight().rotateRight();
			default -> pixels;
		};
		switch (this) {
			case MIRRORED, TRANSPOSED, TRANSVERSED -> turned.flipHorizontal();
			case FLIPPED -> turned.flipVertical();
			default -> {
				// a pure rotation
			}
		}
		return turned;
	}
}
