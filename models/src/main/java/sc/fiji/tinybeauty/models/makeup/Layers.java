package sc.fiji.tinybeauty.models.makeup;

import sc.fiji.tinybeauty.models.graph.GraphBuilder;
import sc.fiji.tinybeauty.models.graph.Value;

/** Groups of layers that several networks share. */
final class Layers {

	private Layers() {}

	/** Two 3x3 convolutions around which the input is added: NAMEa and NAMEb. */
	static Value residual(final GraphBuilder g, final Value x,
		final String name)
	{
		final int n = x.channels();
		final Value a = g.relu(g.conv2d(x, name + "a", n, 3, 1, 1));
		return g.relu(g.add(g.conv2d(a, name + "b", n, 3, 1, 1), x));
	}

	/** To twice the size and the channels of a skip connection, which is added. */
	static Value up(final GraphBuilder g, final Value x, final String name,
		final Value skip)
	{
		final Value narrow = g.conv2d(x, name, skip.channels(), 1, 1, 0);
		return g.relu(g.add(g.upsampleNearest(narrow, 2), skip));
	}
}
