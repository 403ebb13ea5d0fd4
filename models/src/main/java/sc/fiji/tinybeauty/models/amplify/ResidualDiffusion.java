package sc.fiji.tinybeauty.models.amplify;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import sc.fiji.tinybeauty.models.graph.GraphBuilder;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.graph.Value;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * RDM, the residual diffusion model (TinyBeauty, section on DDA): a U-Net that
 * predicts the make-up residual of a face from its noisy version and the
 * condition of the FGMM.
 * <p>
 * It sees 256-pixel pictures in 4x4 space-to-depth (channel order of PyTorch's
 * pixel shuffle): inputs are {@code image} (199, 64, 64) = noisy residual (48),
 * bare picture (48), aligned residual (48) and bare picture (48) of the
 * exemplars, region masks (5), canonical coordinates (2); and {@code time} (64),
 * see {@link #time(double, float[], int)}. The output is the clean residual (48,
 * 64, 64), in units of r = 3 (made - bare) of images in 0..1.
 * </p>
 */
public final class ResidualDiffusion {

	/** Name of the architecture in model cards. */
	public static final String ARCHITECTURE = "RDM-199-32x1234";
	/** Side of the pictures, pixels, and of the network's grid. */
	public static final int SIZE = 256, GRID = 64;
	/** Channels of a picture on the grid. */
	public static final int PICTURE = 48;
	/** Soft region masks, and canonical coordinates. */
	public static final int MASKS = 5, COORDINATES = 2;
	/** All channels but the noisy residual. */
	public static final int CONDITION = 3 * PICTURE + MASKS + COORDINATES;
	/** All input channels. */
	public static final int INPUT = PICTURE + CONDITION;
	/** Length of the description of a time. */
	public static final int TIME = 64;
	/** r = SCALE (made - bare). */
	public static final float SCALE = 3;
	/** Limit of r. */
	public static final float LIMIT = 2.5f;

	private static final int BASE = 32, LEVELS = 4, GROUPS = 8, EMBEDDING = 128;

	private final GraphBuilder g = new GraphBuilder();
	private Value embedding;

	private ResidualDiffusion() {}

	/** @return the network */
	public static NetworkGraph graph() {
		return new ResidualDiffusion().build();
	}

	private NetworkGraph build() {
		final Value image = g.input("image", INPUT, GRID, GRID);
		final Value time = g.input("time", TIME);
		embedding = g.silu(g.linear(g.silu(g.linear(time, "time.0", EMBEDDING)),
			"time.1", EMBEDDING));
		Value x = g.conv2d(image, "in", BASE, 3, 1, 1);
		final Deque<Value> skips = new ArrayDeque<>(List.of(x));
		for (int level = 0; level < LEVELS; level++) {
			if (level > 0) {
				x = g.conv2d(x, "down" + level + ".conv", x.channels(), 3, 2, 1);
				skips.push(x);
			}
			x = residual(x, "down" + level, BASE * (level + 1));
			skips.push(x);
		}
		x = residual(x, "middle", x.channels());
		for (int level = LEVELS - 1; level >= 0; level--) {
			for (int k = 0; k < 2; k++)
				x = residual(g.concat(x, skips.pop()), "up" + level + "." + k, BASE *
					(level + 1));
			if (level > 0) x = g.conv2d(g.upsampleNearest(x, 2), "up" + level +
				".conv", x.channels(), 3, 1, 1);
		}
		g.output(g.add(g.conv2d(g.silu(g.groupNorm(x, "out.norm", GROUPS)), "out",
			PICTURE, 3, 1, 1), g.conv2d(image, "shortcut", PICTURE, 1, 1, 0)));
		return g.build();
	}

	/** Two convolutions; the time scales and shifts what lies between them. */
	private Value residual(final Value x, final String name, final int out) {
		Value h = g.conv2d(g.silu(g.groupNorm(x, name + ".norm0", GROUPS)), name +
			".conv0", out, 3, 1, 1);
		h = g.groupNorm(h, name + ".norm1", GROUPS);
		h = g.mul(h, g.reshape(g.linear(embedding, name + ".scale", out), out, 1, 1));
		h = g.add(h, g.reshape(g.linear(embedding, name + ".shift", out), out, 1, 1));
		h = g.conv2d(g.silu(h), name + ".conv1", out, 3, 1, 1);
		return g.add(h, x.channels() == out ? x : g.conv2d(x, name + ".skip", out, 1,
			1, 0));
	}

	/**
	 * Random weights to begin with: each block starts near the identity, the
	 * output near the aligned residual of the exemplars, so that training begins
	 * where warping alone ends.
	 *
	 * @param seed seed of the draw
	 */
	public static Map<String, Tensor> initialWeights(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final Map<String, Tensor> weights = new LinkedHashMap<>();
		graph().parameters().forEach((name, shape) -> {
			final Tensor tensor = Tensor.zeros(shape);
			if (name.equals("shortcut.weight")) {
				for (int i = 0; i < PICTURE; i++)
					tensor.data()[i * INPUT + 2 * PICTURE + i] = 1;
			}
			else if (shape.length > 1) fill(tensor, name, random);
			else if (name.contains("norm") && name.endsWith(".weight") || name
				.endsWith(".scale.bias")) Arrays.fill(tensor.data(), 1);
			weights.put(name, tensor);
		});
		return weights;
	}

	private static void fill(final Tensor tensor, final String name,
		final SplittableRandom random)
	{
		final double fanIn = (double) tensor.size() / tensor.shape()[0];
		double deviation = Math.sqrt((name.contains(".skip") ? 1 : 2) / fanIn);
		if (name.endsWith(".conv1.weight")) deviation *= 0.2;
		if (name.equals("out.weight") || name.contains(".scale") || name.contains(
			".shift")) deviation *= 0.1;
		for (int i = 0; i < tensor.size(); i++)
			tensor.data()[i] = (float) (deviation * random.nextGaussian());
	}

	/**
	 * Describes a time by sines and cosines.
	 *
	 * @param t 0 (clean) to 1 (noise)
	 * @param out receives {@link #TIME} values
	 * @param at index of the first
	 */
	public static void time(final double t, final float[] out, final int at) {
		final int half = TIME / 2;
		for (int i = 0; i < half; i++) {
			final double phase = t * Math.PI * Math.exp(Math.log(300) * i / (half -
				1));
			out[at + i] = (float) Math.sin(phase);
			out[at + half + i] = (float) Math.cos(phase);
		}
	}

	/** @return the share of the residual left at time t: cos(pi t / 2) */
	public static double alpha(final double t) {
		return Math.cos(0.5 * Math.PI * t);
	}

	/** @return the deviation of the noise at time t: sin(pi t / 2) */
	public static double sigma(final double t) {
		return Math.sin(0.5 * Math.PI * t);
	}
}
