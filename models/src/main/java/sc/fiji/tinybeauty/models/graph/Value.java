package sc.fiji.tinybeauty.models.graph;

import java.util.Arrays;

/**
 * The result of one step of a {@link NetworkGraph}.
 *
 * @param id position of the step in the graph, from 0
 * @param shape extents without the batch axis: (channels, height, width) of
 *          images
 */
public record Value(int id, int... shape) {

	/** @return number of channels of an image */
	public int channels() {
		return shape[0];
	}

	/** @return height of an image */
	public int height() {
		return shape[1];
	}

	/** @return width of an image */
	public int width() {
		return shape[2];
	}

	/** @return number of values per sample */
	public int size() {
		return Arrays.stream(shape).reduce(1, Math::multiplyExact);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Value && ((Value) other).id == id;
	}

	@Override
	public int hashCode() {
		return id;
	}

	@Override
	public String toString() {
		return "v" + id + Arrays.toString(shape);
	}
}
