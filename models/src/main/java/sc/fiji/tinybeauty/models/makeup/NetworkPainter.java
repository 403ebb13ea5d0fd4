package sc.fiji.tinybeauty.models.makeup;

import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.ops.face.Landmarks;

/** Make-up of a trained style, which needs the picture only. */
final class NetworkPainter implements CropPainter {

	private final Style style;
	private final ResidualPredictor network;

	/** Loads the style's network; throws as {@link ResidualPredictor#open}. */
	NetworkPainter(final Style style, final DeviceChoice device) {
		this.style = style;
		network = ResidualPredictor.open(style, device);
	}

	@Override
	public String name() {
		return style.name();
	}

	@Override
	public String device() {
		return network.device();
	}

	@Override
	public void warmUp() {
		network.warmUp();
	}

	@Override
	public List<Img<FloatType>> residuals(final List<Img<FloatType>> crops,
		final List<Landmarks> landmarks)
	{
		return crops.size() == 1 ? List.of(network.predict(crops.get(0))) : network
			.predictAll(crops);
	}

	@Override
	public void close() {
		network.close();
	}
}
