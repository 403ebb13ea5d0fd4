package sc.fiji.tinybeauty.models.amplify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

import sc.fiji.tinybeauty.models.engine.TrainableFunction;
import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.train.ValidationResult;
import sc.fiji.tinybeauty.models.train.ValidationResult.Figures;

/**
 * Quality of the prior on held-out faces with unseen looks: five strangers, one
 * DDIM step. The parts of the result are "new" (looks of the training kind),
 * each reserved family, and "warp": the mean aligned residual without a network,
 * on all of them.
 */
final class PriorValidation {

	private static final int N = ResidualDiffusion.SIZE, PIXELS = N * N;
	private static final int CELLS = ResidualDiffusion.GRID *
		ResidualDiffusion.GRID;
	private static final float MASK = 0.04f;
	private static final long SEED = 0x7e57;

	private final PriorFaces faces;
	private final int perFamily;

	/**
	 * @param faces held-out faces
	 * @param perFamily targets of each kind of look
	 */
	PriorValidation(final PriorFaces faces, final int perFamily) {
		this.faces = faces;
		this.perFamily = perFamily;
	}

	/** @return a denoiser that runs a function with its present weights */
	static DdimSampler.Denoiser denoiser(final TrainableFunction net,
		final NetworkGraph graph)
	{
		final var image = TrainableFunction.direct(graph.inputs().get(0).size());
		final var time = TrainableFunction.direct(graph.inputs().get(1).size());
		return (x, t) -> {
			image.rewind();
			time.rewind();
			image.asFloatBuffer().put(x);
			time.asFloatBuffer().put(t);
			return net.apply(1, List.of(image, time));
		};
	}

	ValidationResult measure(final DdimSampler.Denoiser net) {
		final Map<String, Figures> parts = new LinkedHashMap<>();
		final double[] all = new double[5], warp = new double[5];
		for (int family = -1; family < ReservedFamily.values().length; family++) {
			final double[] sum = new double[5];
			for (int i = 0; i < perFamily; i++)
				measure(net, family, i, sum, warp);
			for (int k = 0; k < 5; k++)
				all[k] += sum[k];
			parts.put(family < 0 ? "new" : ReservedFamily.values()[family].name()
				.toLowerCase(Locale.ROOT), figures(sum));
		}
		parts.put("warp", figures(warp));
		return new ValidationResult(figures(all), parts);
	}

	private static Figures figures(final double[] s) {
		return new Figures((int) s[0], s[1] / s[0], s[2] / s[0], s[3] / s[0], s[4] /
			s[0]);
	}

	private void measure(final DdimSampler.Denoiser net, final int family,
		final int i, final double[] sum, final double[] warp)
	{
		final SplittableRandom random = new SplittableRandom(SEED + 100L * family +
			i);
		final List<BareFace> people = faces.draw(random, PriorGroup.FACES);
		final long seed = random.nextLong();
		final PriorGroup group = new PriorGroup(people, family < 0 ? RandomRecipes
			.training(seed) : RandomRecipes.reserved(ReservedFamily.values()[family],
				seed));
		final float[] condition = group.condition(0, PriorGroup.FACES - 1, random);
		add(group.truth(0), DdimSampler.sample(net, condition, 1, seed), 0, sum);
		add(group.truth(0), condition, ResidualDiffusion.PICTURE * CELLS, warp);
	}

	/** Adds count, PSNR untouched, of the result, inside the mask, and drift. */
	private static void add(final ExemplarAlignment.Exemplar truth,
		final float[] grid, final int at, final double[] sum)
	{
		final float[] r = SpaceToDepth.toPicture(grid, at);
		double squares = 0, idle = 0, mask = 0, drift = 0;
		int inside = 0;
		for (int i = 0; i < PIXELS; i++) {
			double here = 0, difference = 0, most = 0;
			for (int k = i; k < 3 * PIXELS; k += PIXELS) {
				final double x = truth.bare()[k], t = truth.residual()[k];
				final double d = Math.max(0, Math.min(1, x + r[k] /
					ResidualDiffusion.SCALE)) - x - t;
				here += d * d;
				difference += Math.abs(d);
				idle += t * t;
				most = Math.max(most, Math.abs(t));
			}
			squares += here;
			if (most > MASK) {
				inside++;
				mask += here;
			}
			else drift += difference;
		}
		sum[0]++;
		sum[1] += psnr(idle, PIXELS);
		sum[2] += psnr(squares, PIXELS);
		sum[3] += psnr(mask, Math.max(1, inside));
		sum[4] += 255 * drift / (3.0 * Math.max(1, PIXELS - inside));
	}

	private static double psnr(final double squares, final int pixels) {
		return Math.min(99, -10 * Math.log10(Math.max(1e-12, squares / (3.0 *
			pixels))));
	}
}
