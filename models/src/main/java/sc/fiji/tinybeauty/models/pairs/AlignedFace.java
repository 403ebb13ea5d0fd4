package sc.fiji.tinybeauty.models.pairs;

import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * A bare face of a photograph in the framing of
 * {@link sc.fiji.tinybeauty.ops.face.FaceCrop}, 256 x 256.
 *
 * @param source file, and which face in it if not the first, {@code photo.jpg#2}
 * @param rgb 8-bit sRGB, interleaved
 * @param landmarks mesh in crop coordinates
 */
public record AlignedFace(String source, byte[] rgb, Landmarks landmarks) {}
