package sc.fiji.tinybeauty.models.amplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import net.imglib2.img.array.ArrayImgs;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.models.engine.TorchFunction;
import sc.fiji.tinybeauty.ops.filter.GuidedFilter;

/**
 * The compact RDM as backbone: a {@link ResidualDiffusion} network sampled by
 * {@link DdimSampler}, conditioned by {@link Guidance}. It has no unconditional
 * picture; its F(x) is x smoothed between edges inside M_face.
 */
public final class CompactBackbone implements ResidualBackbone {

	private static final int N = ResidualDiffusion.SIZE;
	/** Window and edge strength of F(x): pores go, lids and lips stay. */
	private static final int RADIUS = 4;
	private static final float EDGE = 0.05f;

	private final String name;
	private final TorchFunction network;
	private final Queue<TorchFunction.Binding> idle =
		new ConcurrentLinkedQueue<>();
	private final Map<SeedPair, ExemplarAlignment.Exemplar> exemplars =
		new ConcurrentHashMap<>();

	private CompactBackbone(final Prior prior, final DeviceChoice device) {
		name = prior.card().name() + " " + prior.card().sha256().substring(0, 12);
		network = TorchFunction.load(ResidualDiffusion.graph(), prior.weights(),
			TorchEngine.device(device));
	}

	/**
	 * Loads the network.
	 *
	 * @param prior weights
	 * @param device where to run it
	 * @return the backbone; close it after use
	 * @throws IllegalArgumentException if the weights are of another network
	 * @throws IllegalStateException if there is no engine or not that device
	 */
	public static CompactBackbone open(final Prior prior,
		final DeviceChoice device)
	{
		return new CompactBackbone(prior, device);
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public float[] residual(final Target target, final List<SeedPair> seeds,
		final int steps, final long seed)
	{
		if (steps < 1) throw new IllegalArgumentException(
			"Sampling needs at least one step.");
		final List<ExemplarAlignment.Exemplar> aligned = new ArrayList<>();
		for (final SeedPair s : seeds)
			aligned.add(exemplars.computeIfAbsent(s, ExemplarAlignment.Exemplar::of));
		final float[] condition = Guidance.of(target.bare(), ExemplarAlignment.Maps
			.target(target.landmarks()), Guidance.regions(target.landmarks()), aligned);
		final float[] residual = SpaceToDepth.toPicture(sample(condition, steps,
			seed), 0);
		for (int i = 0; i < residual.length; i++)
			residual[i] /= ResidualDiffusion.SCALE;
		return residual;
	}

	private float[] sample(final float[] condition, final int steps,
		final long seed)
	{
		TorchFunction.Binding binding = idle.poll();
		if (binding == null) binding = network.bind(1);
		try {
			final TorchFunction.Binding b = binding;
			return DdimSampler.sample((image, time) -> {
				b.input(0).asFloatBuffer().put(image);
				b.input(1).asFloatBuffer().put(time);
				b.run();
				final float[] clean = new float[ResidualDiffusion.PICTURE *
					ResidualDiffusion.GRID * ResidualDiffusion.GRID];
				b.output(0).asFloatBuffer().get(clean);
				return clean;
			}, condition, steps, seed);
		}
		finally {
			idle.add(binding);
		}
	}

	@Override
	public float[] unconditional(final Target target) {
		final float[] x = target.bare(), smooth = new float[x.length];
		GuidedFilter.smooth(ArrayImgs.floats(x, N, N, 3), RADIUS, EDGE * EDGE,
			ArrayImgs.floats(smooth, N, N, 3));
		final float[] face = FaceMasks.face(target.landmarks());
		for (int i = 0; i < x.length; i++)
			smooth[i] = Math.max(0, Math.min(1, x[i] + face[i % face.length] *
				(smooth[i] - x[i])));
		return smooth;
	}

	@Override
	public void close() {
		for (TorchFunction.Binding b = idle.poll(); b != null; b = idle.poll())
			b.close();
		network.close();
	}
}
