package sc.fiji.tinybeauty.models.amplify;

import java.util.ArrayList;
import java.util.List;

/**
 * A fold of the seeds: some are held out, and how well the others' make-up lands
 * on them is measured: PSNR of one DDIM step, mean over the held-out pairs and
 * their mirror images.
 */
final class LeaveOut {

	private static final long NOISE = 0x7e57;

	/** The seeds to train on, style by style. */
	final List<List<SeedPair>> kept = new ArrayList<>();
	private final List<SeedPair> held = new ArrayList<>();
	private final List<float[]> conditions = new ArrayList<>();

	/**
	 * @param styles seeds of every style
	 * @param fold number of this fold
	 * @param folds number of all; seed i is held out in fold i mod folds, those of
	 *          a style with fewer seeds than folds never
	 */
	LeaveOut(final List<List<SeedPair>> styles, final int fold,
		final int folds)
	{
		for (final List<SeedPair> style : styles) {
			final List<SeedPair> mine = new ArrayList<>(style);
			if (style.size() >= folds) for (int i = style.size() - 1; i >= 0; i--)
				if (i % folds == fold) mine.remove(i);
			kept.add(mine);
			for (final SeedPair s : style)
				if (!mine.contains(s)) add(s, mine);
		}
	}

	private void add(final SeedPair pair, final List<SeedPair> others) {
		final List<SeedPair> few = others.subList(0, Math.min(
			Variety.MOST_EXEMPLARS, others.size()));
		put(pair, few);
		put(SeedJitter.mirror(pair), few.stream().map(SeedJitter::mirror).toList());
	}

	private void put(final SeedPair pair, final List<SeedPair> others) {
		held.add(pair);
		conditions.add(Guidance.of(pair.bare(), ExemplarAlignment.Maps.target(pair
			.landmarks()), Guidance.regions(pair.landmarks()), others.stream().map(
				ExemplarAlignment.Exemplar::of).toList()));
	}

	/** @return number of measured pictures */
	int size() {
		return held.size();
	}

	/** @return sum of the PSNR over all measured pictures, dB */
	double psnr(final DdimSampler.Denoiser net) {
		double sum = 0;
		for (int k = 0; k < held.size(); k++) {
			final float[] r = SpaceToDepth.toPicture(DdimSampler.sample(net, conditions
				.get(k), 1, NOISE + k), 0);
			final SeedPair pair = held.get(k);
			double squares = 0;
			for (int i = 0; i < r.length; i++) {
				final double d = Math.max(0, Math.min(1, pair.bare()[i] + r[i] /
					ResidualDiffusion.SCALE)) - pair.made()[i];
				squares += d * d;
			}
			sum += Math.min(99, -10 * Math.log10(squares / r.length));
		}
		return sum;
	}
}
