package sc.fiji.tinybeauty.models.makeup;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.face.Face;
import sc.fiji.tinybeauty.ops.geometry.Similarity;

/**
 * What the network wants to change in one face.
 *
 * @param face the face
 * @param cropToPhoto from the aligned crop to the photograph
 * @param crop the bare face that the network saw, axes X, Y, C
 *          (256 x 256 x 3), 0..1
 * @param residual what to add, axes X, Y, C (256 x 256 x 3), -1..1 in units of
 *          an image scaled to 0..1
 * @param regionMasks share of lips, eyes and skin in each pixel, axes X, Y, C
 *          (256 x 256 x 3); the three sum to 1
 * @param millis time that the network took, milliseconds
 * @param device name of the device that it ran on
 */
public record FaceResidual(Face face, Similarity cropToPhoto,
	Img<FloatType> crop, Img<FloatType> residual, Img<FloatType> regionMasks,
	double millis, String device)
{}
