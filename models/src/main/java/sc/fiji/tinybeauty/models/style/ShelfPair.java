package sc.fiji.tinybeauty.models.style;

import java.io.IOException;

import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.models.train.EyeMask;
import sc.fiji.tinybeauty.models.train.Pair;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * A pair whose pictures stay on disk until they are wanted.
 *
 * @param name its name
 * @param identity whose face it is, as far as is known
 * @param tone skin tone group
 * @param amplified whether no person made the make-up
 * @param landmarks in crop coordinates; null if the pictures bring masks
 * @param pictures reads aligned crops
 */
record ShelfPair(String name, String identity, String tone,
	boolean amplified, Landmarks landmarks, Source pictures)
{

	/** Reads pictures. */
	interface Source {

		/** @throws IOException with one sentence if they cannot be read */
		PairPictures read() throws IOException;
	}

	/**
	 * Reads the pictures.
	 *
	 * @param validation whether the pair is kept from training
	 * @throws IOException if that fails, or they are no aligned crops
	 */
	Pair load(final boolean validation) throws IOException {
		final PairPictures p = pictures.read();
		if (p.width() != FaceCrop.SIZE || p.height() != FaceCrop.SIZE)
			throw new IOException("The pictures of the pair \"" + name + "\" have " + p
				.width() + " x " + p.height() + " pixels instead of " + FaceCrop.SIZE +
				" x " + FaceCrop.SIZE + "; amplify or crop the set again.");
		return new Pair(name, tone, 1, validation, FaceCrop.SIZE, p.bare(), p.made(),
			landmarks != null ? EyeMask.of(landmarks) : eyes(p.masks()));
	}

	private static byte[] eyes(final byte[] masks) {
		final byte[] eyes = new byte[masks.length / 3];
		for (int i = 0; i < eyes.length; i++)
			eyes[i] = masks[3 * i + 1];
		return eyes;
	}
}
