package sc.fiji.tinybeauty.models.style;

import java.util.List;

import sc.fiji.tinybeauty.models.amplify.ExemplarAlignment;
import sc.fiji.tinybeauty.models.amplify.SeedPair;
import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * Further pairs without a network: the mean make-up residual of the seeds, each
 * brought to the place of the same part of another face by landmarks. Fits where
 * it belongs, but has the seeds' skin, light and blur in it.
 */
public final class SeedWarp implements MadePairs.Maker {

	private final List<ExemplarAlignment.Exemplar> exemplars;

	/** @param seeds one or more pairs of one style */
	public SeedWarp(final List<SeedPair> seeds) {
		if (seeds.isEmpty()) throw new IllegalArgumentException(
			"Warping needs at least one seed pair.");
		exemplars = seeds.stream().map(s -> {
			final float[] residual = s.made().clone();
			for (int i = 0; i < residual.length; i++)
				residual[i] -= s.bare()[i];
			return new ExemplarAlignment.Exemplar(ExemplarAlignment.Maps.of(s
				.landmarks()), s.bare(), residual);
		}).toList();
	}

	@Override
	public float[] make(final float[] bare, final Landmarks landmarks,
		final int index)
	{
		final ExemplarAlignment.Maps maps = ExemplarAlignment.Maps.of(landmarks);
		final float[] strangers = new float[bare.length], made =
			new float[bare.length];
		for (final ExemplarAlignment.Exemplar e : exemplars)
			ExemplarAlignment.add(maps, e, 1f / exemplars.size(), strangers, made);
		for (int i = 0; i < made.length; i++)
			made[i] = Math.max(0, Math.min(1, bare[i] + made[i]));
		return made;
	}
}
