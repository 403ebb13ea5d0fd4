package sc.fiji.tinybeauty.models.makeup;

import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.face.Landmarks;

/** Says what make-up adds to aligned face crops. */
interface CropPainter extends AutoCloseable {

	/** @return name of the look */
	String name();

	/** @return name of the device that it runs on, "cpu" or "gpu0" */
	String device();

	/** Gets ready, so that the first face does not wait. */
	void warmUp();

	/**
	 * @param crops bare faces, axes X, Y, C (256 x 256 x 3), sRGB-encoded 0..1
	 * @param landmarks of each, in the coordinates of its crop
	 * @return what to add to each, same axes, in units of the crop, -1..1
	 */
	List<Img<FloatType>> residuals(List<Img<FloatType>> crops,
		List<Landmarks> landmarks);

	@Override
	void close();
}
