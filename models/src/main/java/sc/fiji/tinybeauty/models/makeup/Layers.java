package sc.fiji.tinybeauty.models.makeup;

import sc.fiji.tinybeauty.models.graph.GraphBuilder;
import sc.fiji.tinybeauty.models.graph.Value;

/** Groups of layers that several networks share. */
public final class Layers {

	private Layers() {}

	/**
	 * @param g gets the layers
	 * @param x (batch, channels, row, column)
	 * @param name the layers are called {@code NAMEa} and {@code NAMEb}
	 * @return x after two 3x3 convolutions around which it is added, with ReLU
	 */
	public static Value residual(final GraphBuilder g, final Value x,
		final String name)
	{
		final int n = x.channels();
		final Value a = g.relu(g.conv2d(x, name + "a", n, 3, 1, 1));
		return g.relu(g.add(g.conv2d(a, name + "b", n, 3, 1, 1), x));
	}

	/**
	 * @param g gets the layer
	 * @param x (batch, channels, row, column)
	 * @param name of the layer
	 * @param skip twice as large as x
	 * @return x brought to the size and channels of skip, which is added, with ReLU
	 */
	public static Value up(final GraphBuilder g, final Value x, final String name,
		final Value skip)
	{
		final Value narrow = g.conv2d(x, name, skip.channels(), 1, 1, 0);
		return g.relu(g.add(g.upsampleNearest(narrow, 2), skip));
	}
}
