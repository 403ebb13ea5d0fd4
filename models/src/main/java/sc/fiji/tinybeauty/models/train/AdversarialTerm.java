package sc.fiji.tinybeauty.models.train;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import sc.fiji.tinybeauty.models.engine.TrainableFunction;
import sc.fiji.tinybeauty.models.graph.GraphBuilder;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.graph.Value;
import sc.fiji.tinybeauty.models.makeup.StartWeights;

/**
 * Adversarial loss: a critic sees patches of a bare picture with its residual and
 * learns to say 1 for true and 0 for painted ones, in turn with the network, which
 * learns to be told 1 (least squares, Mao et al. 2017; patches, Isola et al.
 * 2017).
 */
final class AdversarialTerm implements LossTerm {

	/** Residuals are small; the critic sees them enlarged. */
	private static final float SCALE = 4;
	private static final double RATE = 2e-4;

	private final double share;
	private final Map<Integer, TrainableFunction> critics = new HashMap<>();
	private final Adam adam;
	/** The last step's critic, pictures and residuals, true ones first. */
	private TrainableFunction critic;
	private List<ByteBuffer> seen;
	private int count;

	/**
	 * @param share size at the beginning relative to the colour loss
	 * @param seed seed of the critic's start weights
	 */
	AdversarialTerm(final double share, final long seed) {
		this.share = share;
		final NetworkGraph graph = graph(64);
		final var start = StartWeights.of(graph, seed);
		adam = new Adam(graph.parameters().keySet().stream().map(name -> start.get(
			name).data()).toArray(float[][]::new));
	}

	/** Bare picture and residual in, one number per patch at 1/8 out. */
	private static NetworkGraph graph(final int size) {
		final GraphBuilder g = new GraphBuilder();
		final Value bare = g.input("bare", 3, size, size);
		final Value residual = g.input("residual", 3, size, size);
		Value x = g.concat(g.affine(bare, 2, -1), g.affine(residual, SCALE, 0));
		x = g.relu(g.conv2d(x, "down1", 24, 4, 2, 1));
		x = g.relu(g.conv2d(x, "down2", 48, 4, 2, 1));
		x = g.relu(g.conv2d(x, "down3", 64, 4, 2, 1));
		g.output(g.conv2d(x, "out", 1, 3, 1, 1));
		return g.build();
	}

	@Override
	public double share() {
		return share;
	}

	@Override
	public NDArray of(final NDArray residual, final Batch batch,
		final NDManager manager)
	{
		critic = critics.computeIfAbsent(batch.window,
			size -> new TrainableFunction(graph(size)));
		critic.setWeights(adam.weights);
		final NDArray bare = batch.input(manager);
		count = batch.count;
		final float[] pictures = bare.toFloatArray();
		seen = List.of(twice(pictures, pictures), twice(batch.residual(manager)
			.toFloatArray(), residual.stopGradient().toFloatArray()));
		final NDArray says = critic.of(bare, residual);
		return says.sub(says.onesLike()).square().mean();
	}

	@Override
	public void learn() {
		final TrainableFunction.Step step = critic.gradients(2 * count, seen, (says,
			manager) -> {
			final Shape half = new Shape(count, says.size() / (2 * count));
			final NDArray right = manager.ones(half).concat(manager.zeros(half), 0);
			return says.reshape(right.getShape()).sub(right).square().mean();
		});
		if (Double.isFinite(Adam.norm(step.gradients()))) adam.update(step
			.gradients(), RATE);
	}

	private static ByteBuffer twice(final float[] first, final float[] second) {
		final ByteBuffer buffer = TrainableFunction.direct(2L * first.length);
		final FloatBuffer floats = buffer.asFloatBuffer();
		floats.put(first).put(second);
		return buffer;
	}

	@Override
	public void close() {
		critics.values().forEach(TrainableFunction::close);
	}
}
