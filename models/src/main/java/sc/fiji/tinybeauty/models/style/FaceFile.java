package sc.fiji.tinybeauty.models.style;

import java.io.IOException;

import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * A face without make-up, in the framing of
 * {@link sc.fiji.tinybeauty.ops.face.FaceCrop}.
 *
 * @param name name of its file
 * @param licence terms of its picture; empty if unknown
 * @param landmarks in crop coordinates
 * @param pixels reads it
 */
public record FaceFile(String name, String licence, Landmarks landmarks,
	Pixels pixels)
{

	/** Reads a picture. */
	public interface Pixels {

		/**
		 * @return interleaved 8-bit RGB, 256 x 256
		 * @throws IOException if it cannot be read
		 */
		byte[] read() throws IOException;
	}
}
