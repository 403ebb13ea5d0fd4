package sc.fiji.tinybeauty.ops.image;

import java.nio.FloatBuffer;

/** A tensor image (three planes of floats, 0..1) as a photograph. */
final class TensorPlane implements RgbPlane {

	private final FloatBuffer values;
	private final int width;
	private final int height;

	TensorPlane(final FloatBuffer values, final int width, final int height) {
		PlaneSize.require(width, height, values.capacity() / 3);
		this.values = values;
		this.width = width;
		this.height = height;
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	@Override
	public void read(final int x, final int y, final int n, final float[] rgb) {
		for (int c = 0; c < 3; c++)
			values.get((c * height + y) * width + x, rgb, c * n, n);
	}

	@Override
	public void write(final int x, final int y, final int n, final float[] rgb) {
		for (int c = 0; c < 3; c++)
			values.put((c * height + y) * width + x, rgb, c * n, n);
	}
}
